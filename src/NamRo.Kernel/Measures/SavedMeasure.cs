using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Tenancy;

namespace NamRo.Kernel.Measures;

/// <summary>A figure that a ward has defined for itself; its former texts are in the event log.</summary>
public sealed class SavedMeasure : IWardOwned
{
    public const int LongestTitle = 200;
    public const int LongestBasis = 500;

    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Id { get; init; }

    /// <summary>Part of addresses: <c>rieng-</c> and a short key, so that it never meets a shipped one.</summary>
    public string Code { get; init; } = "";

    public string Title { get; private set; } = "";

    public string Expression { get; private set; } = "";

    public string Basis { get; private set; } = "";

    public decimal? Goal { get; private set; }

    /// <summary>Counts changes, so that two people editing at once do not overwrite each other.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Null while it is in use.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public static SavedMeasure Create(Guid id, string title, string expression, string basis, decimal? goal) => new()
    {
        Id = id,
        Code = "rieng-" + id.ToString("N")[^12..],
        Title = title.Trim(),
        Expression = expression.Trim(),
        Basis = basis.Trim(),
        Goal = goal,
    };

    public void Change(string title, string expression, string basis, decimal? goal)
    {
        (Title, Expression, Basis, Goal) = (title.Trim(), expression.Trim(), basis.Trim(), goal);
        Version++;
    }

    public void EndAt(DateTimeOffset now)
    {
        EndedAt = now;
        Version++;
    }
}

internal sealed class SavedMeasureMapping : IEntityTypeConfiguration<SavedMeasure>
{
    public void Configure(EntityTypeBuilder<SavedMeasure> builder)
    {
        builder.ToTable("measure", KernelModule.SchemaName).HasKey(row => new { row.WardId, row.Id });
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
    }
}
