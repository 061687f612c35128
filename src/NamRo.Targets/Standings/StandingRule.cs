using NamRo.Language;
using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;
using NamRo.Targets.Forecasting;

namespace NamRo.Targets.Standings;

/// <summary>
/// Where a target stands on a day. Pure: the same promise, figures and day always give the same answer, and the answer names its ground.
/// </summary>
internal static class StandingRule
{
    /// <summary>Days after a period's end in which its figure is still on its way.</summary>
    public const int GraceDays = 15;

    /// <summary>Monthly figures may lag one month; slower ones may not lag a period.</summary>
    private const int MonthsMissingAtMost = 1;

    private const int MostPeriodsNamed = 3;

    /// <summary>Share of the time after which something countable that has not begun is at risk.</summary>
    private const decimal LateShare = 0.75m;

    public static Verdict Judge(Goal goal, IReadOnlyList<Point> figures, DateOnly today, Forecast? forecast = null)
    {
        var points = Accumulation.Of(goal, figures, today);
        if (points.Count == 0)
        {
            return WithoutFigure(goal, figures.Any(point => point.Period <= today), today);
        }

        var newest = points[^1];
        var (standing, reason) = JudgeNewest(goal, points, today, forecast);
        return new(standing, reason, newest.Value, newest.Period, newest.IsVerified);
    }

    private static (TargetStanding Standing, string Reason) JudgeNewest(Goal goal, IReadOnlyList<Point> points, DateOnly today,
        Forecast? forecast)
    {
        var newest = points[^1];
        var value = newest.Value!.Value;
        var now = $"{Now(goal, newest)}, mức cần {goal.Promise}";
        if (goal.IsSafeAt(value))
        {
            return (TargetStanding.Met, $"Đã đạt: {now}{Above(goal, value)}.");
        }

        if (goal.IsLostAt(value))
        {
            return (TargetStanding.Missed, $"Đã vượt mức cho phép và không thể trở lại: {now}.");
        }

        if (newest.Period >= goal.LastPeriod.Start && today > goal.DueOn)
        {
            return goal.IsReachedBy(value)
                ? (TargetStanding.Met, $"Đạt khi hết hạn {FigureWords.Show(goal.DueOn)}: {now}{Above(goal, value)}.")
                : (TargetStanding.Missed, $"Hết hạn {FigureWords.Show(goal.DueOn)} chưa đạt: {now}{Gap(goal, value)}.");
        }

        if (Missing(goal, newest, today) is { } missing)
        {
            return (TargetStanding.NoData,
                $"Thiếu số liệu {missing}; số mới nhất là {FigureWords.Show(value, UnitOf(goal))} "
                + $"({new FigurePeriod(goal.Rhythm, newest.Period).Title}), chưa đủ để kết luận.");
        }

        return goal.IsReachedBy(value) ? Reached(goal, value, now, forecast) : NotReached(goal, points, now, forecast);
    }

    private static Verdict WithoutFigure(Goal goal, bool hasNothingArisen, DateOnly today)
    {
        var first = goal.FirstPeriod;
        if (today > goal.DueOn.AddDays(GraceDays))
        {
            return new(TargetStanding.NoData, $"Đã hết hạn {FigureWords.Show(goal.DueOn)} mà chưa có số liệu nào.");
        }

        if (hasNothingArisen)
        {
            return new(TargetStanding.NotDue, $"Chưa phát sinh trường hợp nào để tính; hạn {FigureWords.Show(goal.DueOn)}.");
        }

        return today <= first.LastDay.AddDays(GraceDays)
            ? new(TargetStanding.NotDue,
                $"Chưa đến kỳ: số liệu đầu tiên là của {first.Title}, nhận đến {FigureWords.Show(first.LastDay.AddDays(GraceDays))}.")
            : new(TargetStanding.NoData, $"Chưa có số liệu nào; kỳ đầu phải có là {first.Title}.");
    }

    private static (TargetStanding Standing, string Reason) Reached(Goal goal, decimal value, string now, Forecast? forecast) =>
        forecast is not null && !goal.IsReachedBy(forecast.Value)
            ? (TargetStanding.AtRisk,
                $"Đang đạt nhưng xu hướng xấu đi: {now}, dự báo đến hạn {FigureWords.Show(forecast.Value, goal.Unit)}.")
            : (TargetStanding.Met, $"Đang đạt: {now}{Above(goal, value)}.");

    private static (TargetStanding Standing, string Reason) NotReached(Goal goal, IReadOnlyList<Point> points, string now,
        Forecast? forecast)
    {
        var newest = points[^1];
        var value = newest.Value!.Value;
        var measuredTo = new FigurePeriod(goal.Rhythm, newest.Period).LastDay;
        if (goal.Milestones.LastOrDefault(step => step.On <= measuredTo) is { On.Year: > 1 } missed
            && !IsAsGood(goal, value, missed.Value))
        {
            return (TargetStanding.AtRisk,
                $"Chưa đạt mốc {FigureWords.Show(missed.Value, goal.Unit)} của ngày {FigureWords.Show(missed.On)}: {now}.");
        }

        if (forecast is not null)
        {
            var expectation = $"dự báo đến hạn {FigureWords.Show(forecast.Value, goal.Unit)} "
                + $"(từ {FigureWords.Show(forecast.Low)} đến {FigureWords.Show(forecast.High)})";
            return goal.IsReachedBy(forecast.Value)
                ? (TargetStanding.OnTrack, $"Chưa đạt nhưng đang tiến đủ nhanh: {now}, {expectation}.")
                : (TargetStanding.AtRisk, $"Chưa đạt và đang chậm: {now}, {expectation}.");
        }

        return ByPace(goal, points, measuredTo, now);
    }

    private static (TargetStanding Standing, string Reason) ByPace(Goal goal, IReadOnlyList<Point> points, DateOnly measuredTo, string now)
    {
        var value = points[^1].Value!.Value;
        var elapsed = Share(goal.SpanFrom, goal.DueOn, measuredTo);
        if (goal.Kind == FigureKind.YesNo)
        {
            return elapsed < LateShare
                ? (TargetStanding.OnTrack, $"Đang thực hiện, chưa xong; hạn {FigureWords.Show(goal.DueOn)}.")
                : (TargetStanding.AtRisk, $"Sắp hết hạn {FigureWords.Show(goal.DueOn)} mà chưa xong.");
        }

        if (Pace.Expected(goal, points, measuredTo) is not { } expected)
        {
            return elapsed < LateShare
                ? (TargetStanding.OnTrack,
                    $"Chưa đạt, mới có một số liệu nên chưa thấy xu hướng: {now}, hạn {FigureWords.Show(goal.DueOn)}.")
                : (TargetStanding.AtRisk, $"Chưa đạt khi thời gian sắp hết: {now}, hạn {FigureWords.Show(goal.DueOn)}.");
        }

        // Half an initiative cannot be shown: whole things are expected whole, until the time runs out.
        if (goal.Kind == FigureKind.Amount && goal.IsCumulative && !goal.IsDownward && elapsed < LateShare)
        {
            expected = Math.Floor(expected);
        }

        return IsAsGood(goal, value, expected)
            ? (TargetStanding.OnTrack, $"Đúng tiến độ: {now}, tới kỳ này cần khoảng {FigureWords.Show(expected, goal.Unit)}.")
            : (TargetStanding.AtRisk, $"Chậm so với tiến độ: {now}, tới kỳ này cần khoảng {FigureWords.Show(expected, goal.Unit)}.");
    }

    /// <summary>Names the periods after the newest figure whose figures should be there, when they are more than may lag.</summary>
    private static string? Missing(Goal goal, Point newest, DateOnly today)
    {
        var missing = new List<string>();
        for (var period = new FigurePeriod(goal.Rhythm, newest.Period).Next;
            period.Start <= goal.LastPeriod.Start && period.LastDay.AddDays(GraceDays) < today; period = period.Next)
        {
            missing.Add(period.Title);
        }

        var isFinal = today > goal.DueOn.AddDays(GraceDays);
        if (missing.Count <= (goal.Rhythm == Rhythm.Month && !isFinal ? MonthsMissingAtMost : 0))
        {
            return null;
        }

        return missing.Count <= MostPeriodsNamed ? string.Join(", ", missing)
            : $"{missing.Count} kỳ, từ {missing[0]} đến {missing[^1]}";
    }

    internal static bool IsAsGood(Goal goal, decimal value, decimal expected) => goal.IsDownward ? value <= expected : value >= expected;

    internal static decimal Share(DateOnly from, DateOnly to, DateOnly day) => to <= from
        ? 1
        : Math.Clamp((decimal)(day.DayNumber - from.DayNumber) / (to.DayNumber - from.DayNumber), 0, 1);

    private static string UnitOf(Goal goal) => goal.Kind == FigureKind.YesNo ? "" : goal.Unit;

    private static string Now(Goal goal, Point newest)
    {
        var period = new FigurePeriod(goal.Rhythm, newest.Period).Title;
        if (goal.Kind == FigureKind.YesNo)
        {
            return $"{(newest.Value >= 1 ? "đã xong" : "chưa xong")} ({period})";
        }

        var parts = newest is { Numerator: { } part, Denominator: > 0 and { } whole }
            ? $"{FigureWords.Show(part)}/{FigureWords.Show(whole)} = " : "";
        return $"{parts}{FigureWords.Show(newest.Value!.Value, goal.Unit)} ({(goal.IsCumulative ? "cộng dồn đến " : "")}{period})";
    }

    private static string Above(Goal goal, decimal value) =>
        goal.Comparator == Comparator.Range && value > goal.Upper ? ", vượt mức trên của khoảng" : "";

    private static string Gap(Goal goal, decimal value) => goal.Kind == FigureKind.YesNo ? ""
        : $", còn cách {FigureWords.Show(Math.Abs(goal.Bound - value), goal.Unit.StartsWith('%') ? "điểm %" : goal.Unit)}";
}
