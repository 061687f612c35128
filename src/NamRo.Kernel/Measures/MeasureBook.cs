using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;

namespace NamRo.Kernel.Measures;

/// <summary>The figures of the current ward: the shipped ones and its own.</summary>
public sealed class MeasureBook(AppDb database, MeasureCatalogue catalogue)
{
    /// <summary>Figures a ward may define.</summary>
    public const int MostOfAWard = 200;

    /// <summary>The shipped figures, then the ward's own that still hold together. Must run in a transaction.</summary>
    public async Task<IReadOnlyList<NamedMeasure>> ListAsync(CancellationToken cancel)
    {
        var own = await database.Set<SavedMeasure>().AsNoTracking().Where(row => row.EndedAt == null).OrderBy(row => row.Title)
            .Take(MostOfAWard).ToListAsync(cancel);
        return [.. catalogue.Shipped, .. own.Select(Read).OfType<NamedMeasure>()];
    }

    /// <summary>Null: there is none of that code.</summary>
    public async Task<NamedMeasure?> FindAsync(string code, CancellationToken cancel)
    {
        if (catalogue.Shipped.FirstOrDefault(one => one.Code == code) is { } shipped)
        {
            return shipped;
        }

        var own = await database.Set<SavedMeasure>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Code == code && row.EndedAt == null, cancel);
        return own is null ? null : Read(own);
    }

    private NamedMeasure? Read(SavedMeasure row) => catalogue.Parser.Parse(row.Expression).Measure is { } measure
        ? new NamedMeasure(row.Code, row.Title, row.Basis, row.Goal, measure, row.Id)
        : null;
}
