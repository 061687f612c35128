using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Time;
using NamRo.Plans.Amending;
using NamRo.Plans.Comparing;
using NamRo.Plans.Domain;
using NamRo.Plans.Matching;

namespace NamRo.Plans.Covering;

/// <summary>A row of the plan above, how it is taken up, and what people said about it.</summary>
internal sealed record CoverageLine(int Ordinal, ComparedRow Upper, IReadOnlyList<JudgedMatch> Matches)
{
    public bool IsLeftOut => Matches.Count == 0;

    /// <summary>Every match that can be measured promises less or later.</summary>
    public bool FallsShort => Matches.Any(match => IsLess(match.Found.Verdict))
        && Matches.All(match => match.Found.Verdict == CoverageVerdict.TakenUp || IsLess(match.Found.Verdict));

    public bool GoesBeyond => Matches.Any(match => match.Found.Verdict == CoverageVerdict.Higher);

    public bool IsOpen => Matches.Any(match => match.ConfirmedBy is null);

    private static bool IsLess(CoverageVerdict verdict) => verdict is CoverageVerdict.Lower or CoverageVerdict.Later;
}

/// <param name="ConfirmedBy">Null: found by the comparison, nobody has confirmed it.</param>
internal sealed record JudgedMatch(CoverageMatch Found, string? ConfirmedBy);

/// <summary>Lays a ward's plan under the plan above it. What people denied is not shown again, what they added stays.</summary>
internal sealed class CoverageDesk(AppDb database, WardClock clock)
{
    public async Task<(IReadOnlyList<CoverageLine> Lines, IReadOnlyList<ComparedRow> Own)> CompareAsync(Guid plan, Guid upperPlan,
        CancellationToken cancel)
    {
        var directory = await WardDirectory.LoadAsync(database, clock, cancel);
        var own = await RowsAsync(plan, directory, cancel);
        var upper = await RowsAsync(upperPlan, directory, cancel);
        var upperIds = upper.Select(row => row.Id()).ToList();
        var choices = (await database.Set<CoverageChoice>().AsNoTracking().Where(row => upperIds.Contains(row.UpperRowId))
            .ToListAsync(cancel)).ToDictionary(row => (row.UpperRowId, row.OwnRowId));
        var byKey = own.ToDictionary(row => row.Key, StringComparer.Ordinal);
        var lines = PlanCoverage.Find(upper, own).Select((row, index) => new CoverageLine(index + 1, row.Upper,
            [.. Judge(row, choices), .. Added(row, choices, byKey)])).ToList();
        return (lines, own);
    }

    /// <summary>The plan's own rows in the order in which they are offered.</summary>
    public async Task<IReadOnlyList<ComparedRow>> OwnAsync(Guid plan, CancellationToken cancel) =>
        await RowsAsync(plan, await WardDirectory.LoadAsync(database, clock, cancel), cancel);

    private static IEnumerable<JudgedMatch> Judge(CoveredRow row, Dictionary<(Guid Upper, Guid Own), CoverageChoice> choices) => row.Matches
        .Select(match => (Match: match, Choice: choices.GetValueOrDefault((row.Upper.Id(), match.Own.Id()))))
        .Where(pair => pair.Choice is not { IsConfirmed: false })
        .Select(pair => new JudgedMatch(pair.Match, pair.Choice?.DecidedByName));

    /// <summary>Pairs that a person saw and the comparison did not.</summary>
    private static IEnumerable<JudgedMatch> Added(CoveredRow row, Dictionary<(Guid Upper, Guid Own), CoverageChoice> choices,
        Dictionary<string, ComparedRow> own) => choices.Values
        .Where(choice => choice.IsConfirmed && choice.UpperRowId == row.Upper.Id() && own.ContainsKey(choice.OwnRowId.ToString())
            && !row.Matches.Any(match => match.Own.Id() == choice.OwnRowId))
        .Select(choice => (Own: own[choice.OwnRowId.ToString()], choice.DecidedByName))
        .Select(pair => new JudgedMatch(
            new CoverageMatch(pair.Own, 1, Promises.Compare(row.Upper, pair.Own, pair.Own.Text), []), pair.DecidedByName));

    private async Task<List<ComparedRow>> RowsAsync(Guid plan, WardDirectory directory, CancellationToken cancel)
    {
        var rows = await database.Set<PlanRow>().AsNoTracking().Where(row => row.PlanId == plan
                && (row.State == RowState.Accepted || (row.State == RowState.Pending && !row.IsNarrative)))
            .OrderByDescending(row => row.Kind).ThenBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(cancel);
        return rows.ConvertAll(row => PlanRows.Compared(row, directory));
    }
}
