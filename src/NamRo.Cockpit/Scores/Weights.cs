using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Tenancy;

namespace NamRo.Cockpit.Scores;

/// <summary>How much each criterion counts, in percent; together 100.</summary>
internal sealed record Weights(int OnTime, int Updates, int Targets, int Coverage)
{
    public const int Whole = 100;

    /// <summary>Until a ward decides: progress first (NĐ 335/2025, Điều 14), then results, then the discipline of data.</summary>
    public static Weights Default { get; } = new(40, 20, 30, 10);

    public const string DefaultBasis = "Mặc định của hệ thống, dựa trên NĐ 335/2025/NĐ-CP, Điều 14; phường quyết định trọng số của mình.";

    public bool IsWhole => OnTime + Updates + Targets + Coverage == Whole
        && Math.Min(Math.Min(OnTime, Updates), Math.Min(Targets, Coverage)) >= 0;

    public IReadOnlyList<decimal> Parts => [OnTime, Updates, Targets, Coverage];
}

/// <summary>A decision about the weights. Rows are added, never changed.</summary>
internal sealed class WeightSet : IWardOwned
{
    public const int LongestBasis = 500;

    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Id { get; init; }

    public DateOnly EffectiveFrom { get; init; }

    public int OnTime { get; init; }

    public int Updates { get; init; }

    public int Targets { get; init; }

    public int Coverage { get; init; }

    /// <summary>The document that decides them.</summary>
    public string Basis { get; init; } = "";

    public string MadeByName { get; init; } = "";

    public DateTimeOffset MadeAt { get; init; }

    public Weights AsWeights() => new(OnTime, Updates, Targets, Coverage);
}

/// <summary>A unit's remark about its score.</summary>
internal sealed class Appeal : IWardOwned
{
    public const int LongestText = 2000;

    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Id { get; init; }

    public Guid UnitId { get; init; }

    public DateOnly Month { get; init; }

    public string Text { get; init; } = "";

    public string MadeByName { get; init; } = "";

    public DateTimeOffset MadeAt { get; init; }
}

internal sealed class ScoreMapping : IEntityTypeConfiguration<WeightSet>, IEntityTypeConfiguration<Appeal>
{
    public void Configure(EntityTypeBuilder<WeightSet> builder)
    {
        builder.ToTable("weight_set", CockpitModule.SchemaName).HasKey(row => new { row.WardId, row.Id });
        builder.Property(row => row.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<Appeal> builder)
    {
        builder.ToTable("appeal", CockpitModule.SchemaName).HasKey(row => new { row.WardId, row.Id });
        builder.Property(row => row.Id).ValueGeneratedNever();
    }
}
