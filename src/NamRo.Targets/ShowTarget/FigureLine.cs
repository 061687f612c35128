using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Targets.Domain;

namespace NamRo.Targets;

/// <summary>A figure with all that is known about it: the act it came from, who confirmed it, what it was before.</summary>
internal sealed record FigureLine(FigurePeriod Period, Measurement Figure, Entry Entry, Verification? Verification,
    IReadOnlyList<FormerMeasurement> Former)
{
    /// <summary>The figures of a series, newest first.</summary>
    public static async Task<IReadOnlyList<FigureLine>> OfSeriesAsync(AppDb database, Series series, int most, CancellationToken cancel)
    {
        var figures = await database.Set<Measurement>().AsNoTracking().Where(row => row.SeriesId == series.Id)
            .OrderByDescending(row => row.Period).Take(most).ToListAsync(cancel);
        var entryIds = figures.Select(row => row.EntryId).Distinct().ToList();
        var entries = await database.Set<Entry>().AsNoTracking().Where(row => entryIds.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, cancel);
        var verificationIds = figures.Select(row => row.VerificationId).OfType<Guid>().Distinct().ToList();
        var verifications = await database.Set<Verification>().AsNoTracking().Where(row => verificationIds.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, cancel);
        var former = (await database.Set<FormerMeasurement>().AsNoTracking().Where(row => row.SeriesId == series.Id)
            .OrderByDescending(row => row.Number).ToListAsync(cancel)).ToLookup(row => row.Period);
        return [.. figures.Select(row => new FigureLine(new FigurePeriod(series.Rhythm, row.Period), row, entries[row.EntryId],
            row.VerificationId is { } id ? verifications.GetValueOrDefault(id) : null, [.. former[row.Period]]))];
    }
}
