namespace NamRo.Cockpit.Scores;

/// <summary>
/// What is known of a unit or of a person at the head of something, each in percent; null: nothing of the kind is asked of it, or nothing
/// is known.
/// </summary>
/// <param name="Note">Of a unit: its head. Of a person: what they answer for.</param>
/// <param name="Tasks">Tasks it answers for.</param>
/// <param name="Href">Those tasks.</param>
internal sealed record ScoreFacts(Guid Id, string Name, string? Note, string Href, int Tasks, decimal? OnTime, decimal? Updates,
    decimal? Targets, decimal? Coverage)
{
    public IReadOnlyList<decimal?> Parts => [OnTime, Updates, Targets, Coverage];
}

/// <summary>A score; without one the unit or person is not ranked and <paramref name="WhyNot"/> says why.</summary>
/// <param name="BestRank">Its best rank when one weight moves by <see cref="Scoring.Shift"/> points.</param>
internal sealed record Scorecard(ScoreFacts Facts, decimal? Score, int? Rank, int? BestRank, int? WorstRank, string? WhyNot);

/// <summary>
/// Scores and ranks units, or heads among themselves. Pure. What lacks data is never ranked; the competent person decides, the software
/// proposes.
/// </summary>
internal static class Scoring
{
    /// <summary>Below this share of tasks with enough data a score would be a guess.</summary>
    public const decimal LeastCoverage = 50;

    /// <summary>A score rests on at least so many criteria.</summary>
    public const int FewestCriteria = 2;

    /// <summary>Points by which each weight is moved to see whether the rank holds.</summary>
    public const int Shift = 10;

    public static IReadOnlyList<Scorecard> Rank(IReadOnlyList<ScoreFacts> units, Weights weights)
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(weights);
        var judged = units.Where(unit => WhyNot(unit) is null).ToList();
        var ranks = RanksOf(judged, weights.Parts);
        var shifted = Variants(weights).Select(parts => RanksOf(judged, parts)).Append(ranks).ToList();
        return [.. judged.Select(unit => new Scorecard(unit, ScoreOf(unit, weights.Parts), ranks[unit.Id],
                shifted.Min(one => one[unit.Id]), shifted.Max(one => one[unit.Id]), null))
            .OrderBy(score => score.Rank).ThenBy(score => score.Facts.Name, StringComparer.CurrentCulture)
            .Concat(units.Where(unit => WhyNot(unit) is not null).OrderBy(unit => unit.Name, StringComparer.CurrentCulture)
                .Select(unit => new Scorecard(unit, null, null, null, null, WhyNot(unit))))];
    }

    /// <summary>The weighted mean of the criteria that are known; the weights of the others are shared out.</summary>
    public static decimal? ScoreOf(ScoreFacts unit, IReadOnlyList<decimal> weights)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(weights);
        var known = unit.Parts.Zip(weights).Where(part => part.First is not null && part.Second > 0).ToList();
        var sum = known.Sum(part => part.Second);
        return sum == 0 ? null : known.Sum(part => part.First!.Value * part.Second) / sum;
    }

    private static string? WhyNot(ScoreFacts unit) => unit switch
    {
        { Coverage: < LeastCoverage } => $"Chưa đủ dữ liệu: mới {unit.Coverage:0.#}% nhiệm vụ đủ dữ liệu để đánh giá.",
        _ when unit.Parts.Count(part => part is not null) < FewestCriteria => "Chưa đủ dữ liệu: mới có dưới hai tiêu chí có số.",
        _ => null,
    };

    private static IEnumerable<IReadOnlyList<decimal>> Variants(Weights weights)
    {
        for (var moved = 0; moved < weights.Parts.Count; moved++)
        {
            foreach (var shift in (int[])[-Shift, Shift])
            {
                var parts = weights.Parts.ToArray();
                parts[moved] = Math.Max(0, parts[moved] + shift);
                yield return parts;
            }
        }
    }

    /// <summary>Equal scores (to two decimals, as they are shown) share a rank.</summary>
    private static Dictionary<Guid, int> RanksOf(List<ScoreFacts> units, IReadOnlyList<decimal> weights)
    {
        var scores = units.ToDictionary(unit => unit.Id, unit => Math.Round(ScoreOf(unit, weights) ?? 0, 2));
        return scores.ToDictionary(one => one.Key, one => 1 + scores.Values.Count(other => other > one.Value));
    }
}
