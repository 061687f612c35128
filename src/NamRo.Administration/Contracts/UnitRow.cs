using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Tenancy;

namespace NamRo.Administration.Contracts;

/// <summary>A unit as other modules see and join it: <c>database.Set&lt;UnitRow&gt;()</c>, view <c>administration.unit_row</c>.</summary>
public sealed class UnitRow : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    /// <summary>What tables show; the full name if the ward has no shorter one.</summary>
    public string ShortName { get; init; } = "";

    /// <summary>Name of the kind, such as <c>Division</c>.</summary>
    public string Kind { get; init; } = "";

    public Guid? ParentId { get; init; }

    public DateOnly ValidFrom { get; init; }

    /// <summary>Last day; null while the unit goes on.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>The person who heads it today, if one is appointed.</summary>
    public Guid? HeadPersonId { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<UnitRow>
    {
        public void Configure(EntityTypeBuilder<UnitRow> builder) => builder.ToView("unit_row", AdministrationModule.SchemaName).HasNoKey();
    }
}

/// <summary>A name under which a unit is spoken of: its own, its short one, or an alias; view <c>administration.unit_name</c>.</summary>
public sealed class UnitName : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid UnitId { get; init; }

    public string Name { get; init; } = "";

    internal sealed class Mapping : IEntityTypeConfiguration<UnitName>
    {
        public void Configure(EntityTypeBuilder<UnitName> builder) =>
            builder.ToView("unit_name", AdministrationModule.SchemaName).HasNoKey();
    }
}

/// <summary>A person as other modules see and join them; view <c>administration.person_row</c>.</summary>
public sealed class PersonRow : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Id { get; init; }

    public Guid? AccountId { get; init; }

    public string FullName { get; init; } = "";

    public string? Email { get; init; }

    /// <summary>Last day in the ward's service; null while they serve.</summary>
    public DateOnly? LeftOn { get; init; }

    /// <summary>The unit and title of the position they hold today, the one as head first.</summary>
    public Guid? UnitId { get; init; }

    public string? Title { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<PersonRow>
    {
        public void Configure(EntityTypeBuilder<PersonRow> builder) =>
            builder.ToView("person_row", AdministrationModule.SchemaName).HasNoKey();
    }
}
