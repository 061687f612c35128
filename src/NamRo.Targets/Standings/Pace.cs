namespace NamRo.Targets.Standings;

/// <summary>What should be reached by a day to arrive in time: a straight path over the milestones.</summary>
internal static class Pace
{
    /// <summary>Null: neither a baseline nor a second figure tells where the path begins.</summary>
    public static decimal? Expected(Goal goal, IReadOnlyList<Point> points, DateOnly day)
    {
        if (Beginning(goal, points) is not var (from, value))
        {
            return null;
        }

        // A baseline that is better than the promise leaves nothing to climb: the promise is a level to keep.
        if (StandingRule.IsAsGood(goal, value, goal.Bound))
        {
            return goal.Bound;
        }

        foreach (var (on, next) in goal.Milestones.Append((goal.DueOn, goal.Bound)))
        {
            if (day <= on)
            {
                return value + ((next - value) * StandingRule.Share(from, on, day));
            }

            (from, value) = (on, next);
        }

        return goal.Bound;
    }

    private static (DateOnly From, decimal Value)? Beginning(Goal goal, IReadOnlyList<Point> points)
    {
        if (goal.IsCumulative && goal.Kind == Contracts.FigureKind.Amount)
        {
            return (goal.SpanFrom, 0);
        }

        if (goal.Baseline is { } baseline)
        {
            return (goal.SpanFrom, baseline);
        }

        return points.Count > 1 ? (points[0].Period, points[0].Value!.Value) : null;
    }
}
