using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Tenancy;
using NamRo.Language;

namespace NamRo.Administration.Domain;

/// <summary>
/// A unit (đơn vị) of a ward: a division, a centre, the police, a school, a residential group. Never deleted; it ends on a date.
/// </summary>
internal sealed class OrgUnit : IWardOwned
{
    public const int LongestName = 200;
    public const int LongestShortName = 60;

    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Id { get; init; }

    public string Name { get; private set; } = "";

    /// <summary>The name folded, so that two spellings of one name are one unit.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>What the ward writes in tables, such as "Phòng VH-XH"; may be empty.</summary>
    public string ShortName { get; private set; } = "";

    public OrgUnitKind Kind { get; private set; }

    public Guid? ParentId { get; private set; }

    /// <summary>First day on which it exists.</summary>
    public DateOnly ValidFrom { get; private set; }

    /// <summary>Last day on which it exists; null while it goes on.</summary>
    public DateOnly? ValidTo { get; private set; }

    /// <summary>Counts changes, so that two people editing at once do not overwrite each other.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Other names under which plans and letters speak of it.</summary>
    public List<OrgUnitAlias> Aliases { get; } = [];

    public static OrgUnit Create(Guid id, string name, string shortName, OrgUnitKind kind, Guid? parentId, DateOnly validFrom) => new()
    {
        Id = id,
        Name = VietnameseText.Normalize(name),
        NameKey = VietnameseText.Fold(name),
        ShortName = shortName.Trim(),
        Kind = kind,
        ParentId = parentId,
        ValidFrom = validFrom,
    };

    public bool IsValidOn(DateOnly date) => ValidFrom <= date && (ValidTo is null || date <= ValidTo);

    public void Change(string name, string shortName, OrgUnitKind kind, Guid? parentId)
    {
        (Name, NameKey) = (VietnameseText.Normalize(name), VietnameseText.Fold(name));
        (ShortName, Kind, ParentId) = (shortName.Trim(), kind, parentId);
        Version++;
    }

    /// <summary>Ends the unit; its history stays.</summary>
    public Refusal? EndOn(DateOnly lastDay)
    {
        if (ValidTo is not null)
        {
            return AdministrationRefusals.UnitHasEnded(ValidTo.Value);
        }

        if (lastDay < ValidFrom)
        {
            return AdministrationRefusals.UnitEndsBeforeItBegins(ValidFrom);
        }

        ValidTo = lastDay;
        return null;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<OrgUnit>, IEntityTypeConfiguration<OrgUnitAlias>
    {
        public void Configure(EntityTypeBuilder<OrgUnit> builder)
        {
            builder.ToTable("org_unit", AdministrationModule.SchemaName);
            builder.HasKey(row => new { row.WardId, row.Id });
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.Property(row => row.Version).IsConcurrencyToken();
            builder.Property(row => row.Kind).HasConversion(kind => kind.ToString(), text => Enum.Parse<OrgUnitKind>(text));
            builder.HasMany(row => row.Aliases).WithOne().HasForeignKey(row => new { row.WardId, row.UnitId });
        }

        public void Configure(EntityTypeBuilder<OrgUnitAlias> builder)
        {
            builder.ToTable("org_unit_alias", AdministrationModule.SchemaName);
            builder.HasKey(row => new { row.WardId, row.UnitId, row.Name });
        }
    }
}

/// <summary>Another name of a unit.</summary>
internal sealed class OrgUnitAlias : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid UnitId { get; init; }

    public string Name { get; init; } = "";
}

/// <summary>What sort of body a unit is (NĐ 150/2025 and the plans' own lists).</summary>
internal enum OrgUnitKind
{
    Office,
    Division,
    ServiceCentre,
    PublicService,
    Police,
    Military,
    Party,
    Council,
    Front,
    Health,
    School,
    ResidentialGroup,
    CommunityTeam,
    Leadership,
    Other,
}
