using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Extraction;
using NamRo.Kernel.Tenancy;
using NamRo.Language;

namespace NamRo.Plans.Domain;

/// <summary>What a ward's word is about.</summary>
internal enum LearnedKind
{
    /// <summary>The heading of a column.</summary>
    Heading,

    /// <summary>The words of a deadline without a date: a date means another day next year.</summary>
    Deadline,

    /// <summary>The name by which a plan calls one of the ward's units.</summary>
    Unit,
}

/// <summary>
/// Words of this ward's plans and what its people mean by them, from what they corrected or entered. Seen and removed on a page; the next
/// reading in this ward goes by them, in no other.
/// </summary>
internal sealed class LearnedWord : IWardOwned
{
    public const int LongestWritten = 200;

    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Id { get; init; }

    public LearnedKind Kind { get; init; }

    /// <summary>As the plan has it.</summary>
    public string Written { get; init; } = "";

    /// <summary><see cref="Written"/> folded: one meaning for each spelling.</summary>
    public string WrittenKey { get; init; } = "";

    /// <summary>For headings.</summary>
    public FieldRole? Field { get; private set; }

    /// <summary>For deadlines.</summary>
    public DeadlineKind? DeadlineKind { get; private set; }

    public Rhythm? Every { get; private set; }

    /// <summary>For units.</summary>
    public Guid? UnitId { get; private set; }

    /// <summary>The plan in which it was corrected; null: entered by hand.</summary>
    public Guid? PlanId { get; private set; }

    public string LearnedByName { get; private set; } = "";

    public DateTimeOffset LearnedAt { get; private set; }

    /// <summary>The deadline meant, for deadlines.</summary>
    public Deadline? Deadline => DeadlineKind is { } kind
        ? new Deadline(kind, Every: Every ?? Rhythm.None, Condition: kind == Language.DeadlineKind.Conditional ? Written : null)
        : null;

    public static LearnedWord Of(Guid id, LearnedKind kind, string written) => new()
    {
        Id = id,
        Kind = kind,
        Written = VietnameseText.Normalize(written),
        WrittenKey = VietnameseText.Fold(written),
    };

    public void Mean(FieldRole field) => Field = field;

    public void Mean(Deadline deadline) => (DeadlineKind, Every) = (deadline.Kind, deadline.Every);

    public void Mean(Guid unit) => UnitId = unit;

    public void From(Guid? plan, string by, DateTimeOffset now) => (PlanId, LearnedByName, LearnedAt) = (plan, by, now);

    internal sealed class Mapping : IEntityTypeConfiguration<LearnedWord>
    {
        public void Configure(EntityTypeBuilder<LearnedWord> builder)
        {
            builder.ToTable("learned_word", PlansModule.SchemaName).HasKey(row => new { row.WardId, row.Id });
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.Property(row => row.Kind).HasConversion<string>();
            builder.Property(row => row.Field).HasConversion<string>();
            builder.Property(row => row.DeadlineKind).HasConversion<string>();
            builder.Property(row => row.Every).HasConversion<string>();
            builder.Ignore(row => row.Deadline);
        }
    }
}
