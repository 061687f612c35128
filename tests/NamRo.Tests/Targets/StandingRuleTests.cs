using NamRo.Language;
using NamRo.Targets.Contracts;
using NamRo.Targets.Forecasting;
using NamRo.Targets.Standings;

namespace NamRo.Tests.Targets;

public sealed class StandingRuleTests
{
    private static readonly Goal Online = new(FigureKind.Share, Comparator.AtLeast, 90, null, "%")
    {
        SpanFrom = new(2026, 1, 1),
        StartsOn = new(2026, 1, 20),
        DueOn = new(2026, 12, 31),
        Baseline = 78,
    };

    [Fact]
    public void Judge_NothingYetInTheFirstMonth_IsNotDue() =>
        AssertStanding(TargetStanding.NotDue, "số liệu đầu tiên là của tháng 1/2026", Online, [], new(2026, 1, 31));

    [Fact]
    public void Judge_NothingLongAfterTheFirstMonth_IsNoData() =>
        AssertStanding(TargetStanding.NoData, "kỳ đầu phải có là tháng 1/2026", Online, [], new(2026, 3, 1));

    [Fact]
    public void Judge_TwoMonthsMissing_SaysWhich() =>
        AssertStanding(TargetStanding.NoData, "tháng 3/2026, tháng 4/2026", Online, [At(2, 95)], new(2026, 5, 20));

    [Fact]
    public void Judge_AheadOfTheStraightPath_IsOnTrack() =>
        AssertStanding(TargetStanding.OnTrack, "Đúng tiến độ: 85%", Online, [At(5, 85)], new(2026, 5, 31));

    [Fact]
    public void Judge_BehindTheStraightPath_IsAtRisk() =>
        AssertStanding(TargetStanding.AtRisk, "tới kỳ này cần khoảng 82,9", Online, [At(5, 80)], new(2026, 5, 31));

    [Fact]
    public void Judge_ReachedBeforeItsTime_IsMet() =>
        AssertStanding(TargetStanding.Met, "Đang đạt: 91% (tháng 5/2026), mức cần ≥ 90%.", Online, [At(5, 91)], new(2026, 5, 31));

    [Fact]
    public void Judge_ReachedButTheForecastFalls_IsAtRisk()
    {
        var verdict = StandingRule.Judge(Online, [At(5, 91)], new(2026, 5, 31), new Forecast(88, 86, 90, "xu hướng đều", 1, 2, 10));

        Assert.Equal(TargetStanding.AtRisk, verdict.Standing);
        Assert.Contains("dự báo đến hạn 88%", verdict.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(89.99, TargetStanding.Missed, "còn cách 0,01 điểm %")]
    [InlineData(90, TargetStanding.Met, "Đạt khi hết hạn 31/12/2026")]
    public void Judge_LastFigureAfterTheDueDay_Decides(double value, TargetStanding standing, string reason) =>
        AssertStanding(standing, reason, Online, [At(12, (decimal)value)], new(2027, 1, 2));

    [Fact]
    public void Judge_DueDayPassedWithoutTheLastFigure_IsNoDataNotMissed() =>
        AssertStanding(TargetStanding.NoData, "Thiếu số liệu tháng 12/2026", Online, [At(11, 95)], new(2027, 1, 20));

    [Fact]
    public void Judge_TargetBelowBaseline_IsALevelToKeep()
    {
        var satisfaction = Online with { Value = 99, Baseline = 100 };

        AssertStanding(TargetStanding.Met, "99,4%", satisfaction, [At(3, 99.4m)], new(2026, 3, 31));
        AssertStanding(TargetStanding.AtRisk, "tới kỳ này cần khoảng 99%", satisfaction, [At(3, 98.7m)], new(2026, 3, 31));
    }

    [Fact]
    public void Judge_Range_IsMetInsideAndSaysWhenAbove()
    {
        var problems = Online with { Kind = FigureKind.Amount, Comparator = Comparator.Range, Value = 3, Upper = 5, Unit = "vấn đề", IsCumulative = true };

        AssertStanding(TargetStanding.OnTrack, "2 vấn đề (cộng dồn đến tháng 6/2026)", problems, [At(3, 1), At(6, 1)], new(2026, 6, 30));
        AssertStanding(TargetStanding.Met, "Đã đạt", problems, [At(3, 2), At(6, 1)], new(2026, 6, 30));
        AssertStanding(TargetStanding.Met, "vượt mức trên của khoảng", problems, [At(3, 4), At(6, 2)], new(2026, 6, 30));
        AssertStanding(TargetStanding.Missed, "không thể trở lại", problems with { Direction = Direction.Within }, [At(3, 6)], new(2026, 6, 30));
    }

    [Fact]
    public void Judge_CeilingBroken_CannotComeBack()
    {
        var complaints = Online with { Kind = FigureKind.Amount, Comparator = Comparator.AtMost, Value = 10, Unit = "vụ", IsCumulative = true };

        AssertStanding(TargetStanding.Missed, "không thể trở lại", complaints, [At(1, 6), At(2, 5)], new(2026, 2, 28));
        AssertStanding(TargetStanding.Met, "Đang đạt: 6 vụ", complaints, [At(1, 6)], new(2026, 2, 1));
    }

    [Fact]
    public void Judge_MultiYear_FollowsItsMilestones()
    {
        var signatures = Online with
        {
            SpanFrom = new(2025, 1, 1),
            DueOn = new(2027, 12, 31),
            Value = 50,
            Baseline = null,
            Comparator = Comparator.Equal,
            Milestones = [(new(2025, 12, 31), 10), (new(2026, 12, 31), 30)],
        };

        AssertStanding(TargetStanding.AtRisk, "Chưa đạt mốc 10% của ngày 31/12/2025", signatures, [At(1, 8)], new(2026, 1, 31));
        AssertStanding(TargetStanding.OnTrack, "Đúng tiến độ", signatures, [At(1, 12), At(2, 14.5m)], new(2026, 2, 28));
    }

    [Fact]
    public void Judge_WordsOnly_IsDoneOrNot()
    {
        var connected = Online with { Kind = FigureKind.YesNo, Comparator = Comparator.None, Value = null, Unit = "", Rhythm = Rhythm.Quarter };

        AssertStanding(TargetStanding.OnTrack, "Đang thực hiện, chưa xong", connected, [new(new(2026, 1, 1), 0)], new(2026, 4, 5));
        AssertStanding(TargetStanding.Met, "đã xong (quý II/2026)", connected, [new(new(2026, 4, 1), 1)], new(2026, 7, 1));
        AssertStanding(TargetStanding.Missed, "chưa xong", connected, [new(new(2026, 10, 1), 0)], new(2027, 1, 5));
    }

    [Fact]
    public void Judge_NothingArose_IsNeitherZeroNorMissing()
    {
        AssertStanding(TargetStanding.NotDue, "Chưa phát sinh", Online, [new(new(2026, 1, 1), null, 0, 0)], new(2026, 2, 25));
        AssertStanding(TargetStanding.Met, "91% (tháng 4/2026)", Online, [At(4, 91), new(new(2026, 5, 1), null, 0, 0)], new(2026, 5, 31));
    }

    private static Point At(int month, decimal value) => new(new(2026, month, 1), value);

    private static void AssertStanding(TargetStanding standing, string reason, Goal goal, Point[] points, DateOnly today)
    {
        var verdict = StandingRule.Judge(goal, points, today);
        Assert.True(verdict.Standing == standing && verdict.Reason.Contains(reason, StringComparison.Ordinal),
            $"{verdict.Standing}: {verdict.Reason}");
    }
}
