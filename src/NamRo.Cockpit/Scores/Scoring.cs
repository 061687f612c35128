namespace NamRo.Cockpit.Scores;

/// <summary>What is known of a unit, each in percent; null: nothing of the kind is asked of it, or nothing is known.</summary>
/// <param name="Tasks">Tasks it leads.</param>
internal sealed record UnitFacts(Guid UnitId, string Name, string? Head, int Tasks, decimal? OnTime, decimal? Updates, decimal? Targets,
    decimal? Coverage)
{
    public IReadOnlyList<decimal?> Parts => [OnTime, Updates, Targets, Coverage];
}

/// <summary>A unit's score; without one it is not ranked and <paramref name="WhyNot"/> says why.</summary>
/// <param name="BestRank">Its best rank when one weight moves by <see cref="Scoring.Shift"/> points.</param>
internal sealed record UnitScore(UnitFacts Facts, decimal? Score, int? Rank, int? BestRank, int? WorstRank, string? WhyNot);

/// <summary>Scores and ranks units. Pure. What lacks data is never ranked; the competent person decides, the software proposes.</summary>
internal static class Scoring
{
    /// <summary>Below this share of tasks with enough data a score would be a guess.</summary>
    public const decimal LeastCoverage = 50;

    /// <summary>A score rests on at least so many criteria.</summary>
    public const int FewestCriteria = 2;

    /// <summary>Points by which each weight is moved to see whether the rank holds.</summary>
    public const int Shift = 10;

    public static IReadOnlyList<UnitScore> Rank(IReadOnlyList<UnitFacts> units, Weights weights)
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(weights);
        var judged = units.Where(unit => WhyNot(unit) is null).ToList();
        var ranks = RanksOf(judged, weights.Parts);
        var shifted = Variants(weights).Select(parts => RanksOf(judged, parts)).Append(ranks).ToList();
        return [.. judged.Select(unit => new UnitScore(unit, ScoreOf(unit, weights.Parts), ranks[unit.UnitId],
                shifted.Min(one => one[unit.UnitId]), shifted.Max(one => one[unit.UnitId]), null))
            .OrderBy(score => score.Rank).ThenBy(score => score.Facts.Name, StringComparer.CurrentCulture)
            .Concat(units.Where(unit => WhyNot(unit) is not null).OrderBy(unit => unit.Name, StringComparer.CurrentCulture)
                .Select(unit => new UnitScore(unit, null, null, null, null, WhyNot(unit))))];
    }

    /// <summary>The weighted mean of the criteria that are known; the weights of the others are shared out.</summary>
    public static decimal? ScoreOf(UnitFacts unit, IReadOnlyList<decimal> weights)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(weights);
        var known = unit.Parts.Zip(weights).Where(part => part.First is not null && part.Second > 0).ToList();
        var sum = known.Sum(part => part.Second);
        return sum == 0 ? null : known.Sum(part => part.First!.Value * part.Second) / sum;
    }

    private static string? WhyNot(UnitFacts unit) => unit switch
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
    private static Dictionary<Guid, int> RanksOf(List<UnitFacts> units, IReadOnlyList<decimal> weights)
    {
        var scores = units.ToDictionary(unit => unit.UnitId, unit => Math.Round(ScoreOf(unit, weights) ?? 0, 2));
        return scores.ToDictionary(one => one.Key, one => 1 + scores.Values.Count(other => other > one.Value));
    }
}
