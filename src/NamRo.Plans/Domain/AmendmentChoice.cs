using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Tenancy;

namespace NamRo.Plans.Domain;

/// <summary>What a person says became of a row, against or with what the comparison found.</summary>
internal enum ChoiceKind
{
    /// <summary>The new row goes on from the former row.</summary>
    Continues,

    /// <summary>The new row has no predecessor.</summary>
    IsNew,

    /// <summary>The former row ends.</summary>
    Ends,

    /// <summary>The former row is not in the new plan and goes on all the same (unfinished work of last year).</summary>
    CarriedOver,
}

/// <summary>A person's word about one row of an amendment.</summary>
internal sealed class AmendmentChoice : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Id { get; init; }

    public Guid AmendmentId { get; init; }

    public ChoiceKind Kind { get; init; }

    public Guid? PresentRowId { get; init; }

    public Guid? FormerRowId { get; init; }

    public Guid? DecidedBy { get; init; }

    public string DecidedByName { get; init; } = "";

    public DateTimeOffset DecidedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<AmendmentChoice>
    {
        public void Configure(EntityTypeBuilder<AmendmentChoice> builder)
        {
            builder.ToTable("amendment_choice", PlansModule.SchemaName).HasKey(row => new { row.WardId, row.Id });
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.Property(row => row.Kind).HasConversion<string>();
        }
    }
}
