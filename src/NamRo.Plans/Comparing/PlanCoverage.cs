namespace NamRo.Plans.Comparing;

/// <summary>A row of the plan above and the own rows that take it up, the likeliest first; none: it is left out.</summary>
internal sealed record CoveredRow(ComparedRow Upper, IReadOnlyList<CoverageMatch> Matches);

/// <summary>An own row that is held to take up a row of the plan above.</summary>
/// <param name="Likeness">0 to 1.</param>
/// <param name="Reasons">In Vietnamese, the strongest first.</param>
internal sealed record CoverageMatch(ComparedRow Own, double Likeness, CoverageVerdict Verdict, IReadOnlyList<string> Reasons);

/// <summary>
/// Which tasks and targets of the plan above (the city's) a plan takes up. Unlike an amendment, one row may be taken up by several and one
/// row may take up several, and a clause of a compound row is enough.
/// </summary>
internal static class PlanCoverage
{
    /// <summary>Matches below it are not shown as found.</summary>
    public const double Threshold = 0.42;

    /// <summary>A target taken up by a task, or the other way round, needs a little more.</summary>
    private const double OtherKind = 0.95;

    /// <summary>What stands in one row is more telling than what both have of all they say.</summary>
    private const double WeightOfContainment = 0.5;

    private const double SameFigure = 0.06;

    /// <summary>More rows than these do not take up one row; what is left out of them a person can add.</summary>
    private const int MostMatches = 8;

    /// <summary>Few words stand in another row by chance.</summary>
    private const double LeastWords = 0.15;

    public static IReadOnlyList<CoveredRow> Find(IReadOnlyList<ComparedRow> upper, IReadOnlyList<ComparedRow> own,
        double threshold = Threshold)
    {
        var (uppers, owns) = (RowText.Of(upper), RowText.Of(own));
        var clauses = owns.SelectMany(row => Clauses.Of(row.Row.Text).Select(clause => (Row: row, Text: RowText.Of(row, clause)))).ToList();
        var weights = new WordWeights(uppers.Concat(owns).Select(row => row.Wording));
        var likeness = new RowLikeness(weights);
        var index = new FeatureIndex([.. clauses.Select(clause => clause.Text)], weights);
        return [.. uppers.Select(row => new CoveredRow(row.Row, Matches(row)))];

        List<CoverageMatch> Matches(RowText row)
        {
            var shared = index.SharedWith(row.Wording);
            return [.. clauses.Select((clause, at) => (clause.Row, clause.Text, Score: Score(row, clause.Text, shared[at], likeness)))
                .Where(match => match.Score >= threshold)
                .GroupBy(match => match.Row).Select(group => group.MaxBy(match => match.Score))
                .OrderByDescending(match => match.Score).ThenBy(match => match.Row.Place).Take(MostMatches)
                .Select(match => new CoverageMatch(match.Row.Row, Math.Min(1, match.Score),
                    Promises.Compare(row.Row, match.Row.Row, match.Text.Row.Text), MatchReasons.Of(row, match.Text, weights)))];
        }
    }

    private static double Score(RowText upper, RowText own, double shared, RowLikeness likeness)
    {
        if (shared == 0)
        {
            return 0;
        }

        var words = 2 * shared / (likeness.Total(upper.Wording) + likeness.Total(own.Wording));
        var contained = shared / Math.Min(likeness.Total(upper.Wording), likeness.Total(own.Wording));
        var score = ((1 - WeightOfContainment) * words) + (WeightOfContainment * contained);
        score += Promises.AreSameFigure(upper.Row, own.Row) ? SameFigure : 0;
        return words < LeastWords ? 0 : score * (upper.Row.Kind == own.Row.Kind ? 1 : OtherKind);
    }
}
