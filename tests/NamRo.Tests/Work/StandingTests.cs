using NamRo.Language;
using NamRo.Schedule;
using NamRo.Work.Standing;

namespace NamRo.Tests.Work;

public sealed class StandingTests
{
    private static readonly WorkingCalendar Calendar = new(WorkingCalendar.Declared);
    private static readonly StandingRule Rule = new(StandingRules.Default, Calendar);
    private static readonly DateOnly Opened = new(2026, 1, 5);

    [Fact]
    public void Of_NoProductAfterTheQuarter_IsLateAndSaysWhy()
    {
        var today = new DateOnly(2026, 7, 12);
        var standing = Of(Task("Quý II/2026") with { Output = "Báo cáo", Obligations = Answered("Quý II/2026", today) }, today);
        Assert.Equal((StandingState.Late, "Quá hạn 12 ngày: chưa có sản phẩm “Báo cáo”, hạn Quý II/2026", new DateOnly(2026, 7, 1)),
            (standing.State, standing.Reason, standing.Since));
        Assert.Equal((Task("").LeadUnitId, new DateOnly(2026, 6, 30), new DateOnly(2026, 7, 13)),
            (standing.Holder.UnitId, standing.NextDue, standing.NextChangeOn));
    }

    [Theory]
    [InlineData("2026-06-18", "InProgress")]
    [InlineData("2026-06-19", "AboutToBeLate")]
    [InlineData("2026-06-30", "AboutToBeLate")]
    [InlineData("2026-07-01", "Late")]
    public void Of_SevenWorkingDaysBefore_IsAboutToBeLate(string day, string state)
    {
        var today = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(state, Of(Task("30/6/2026") with { Obligations = Answered("30/6/2026", today) }, today).State.ToString());
    }

    [Fact]
    public void Of_UpdateMissed_IsInsufficientDataNotLate()
    {
        var task = Task("Thường xuyên") with { Obligations = Obligations("Thường xuyên", new(2026, 4, 1)) };
        var standing = Of(task, new(2026, 4, 1));
        Assert.Equal((StandingState.InsufficientData, "Chưa cập nhật tiến độ 3 kỳ liền, từ tháng 1/2026"),
            (standing.State, standing.Reason));
    }

    [Fact]
    public void Of_NothingArose_IsInProgress()
    {
        var today = new DateOnly(2026, 2, 2);
        var task = Task("Thường xuyên") with
        {
            Obligations = Answered("Thường xuyên", today),
            LastUpdate = new UpdateFact(new(2026, 1, 20), new(2026, 1, 31), SaysSomething: false, NothingArose: true),
        };
        Assert.Equal((StandingState.InProgress, "Không phát sinh trong kỳ đến 31/1/2026"), (Of(task, today).State, Of(task, today).Reason));
    }

    [Fact]
    public void Of_NothingOpenYet_HasNotBegun() => Assert.Equal(StandingState.NotBegun, Of(Task("Quý II/2026"), new(2026, 1, 7)).State);

    [Fact]
    public void Of_Conditional_WaitsAndThenRuns()
    {
        var task = Task("Sau khi có hướng dẫn của thành phố");
        Assert.Equal("Chờ điều kiện: Sau khi có hướng dẫn của thành phố", Of(task, new(2026, 1, 20)).Reason);
        Assert.Equal(StandingState.InsufficientData,
            Of(task with { Obligations = Obligations("Sau khi có hướng dẫn của thành phố", new(2026, 3, 1)) }, new(2026, 3, 1)).State);
        var met = task with { Schedule = task.Schedule with { ConditionMetOn = new(2026, 3, 2), DueAfterCondition = new(2026, 4, 1) } };
        Assert.Equal(StandingState.Late, Of(met, new(2026, 4, 2)).State);
    }

    [Theory]
    [InlineData("2026-06-20", "WaitingForOthers")]
    [InlineData("2026-07-05", "Late")]
    public void Of_WaitingForAnotherBody_ExcusesOnlyWhoBeganInTime(string since, string state)
    {
        var waiting = new WaitingFact("Sở Khoa học và Công nghệ", DateOnly.Parse(since, System.Globalization.CultureInfo.InvariantCulture));
        var standing = Of(Task("30/6/2026") with { Waiting = waiting }, new(2026, 7, 10));
        Assert.Equal(state, standing.State.ToString());
        Assert.Contains("Sở Khoa học và Công nghệ", standing.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_HandedInInTime_DaysOfApprovalAreNotTheUnits()
    {
        var leader = Guid.CreateVersion7();
        var task = Task("30/6/2026") with { Product = new ProductFact(new(2026, 6, 29), true, null), LeaderPersonId = leader };
        Assert.Equal((StandingState.WaitingForOthers, new StandingHolder(null, leader)),
            (Of(task, new(2026, 7, 9)).State, Of(task, new(2026, 7, 9)).Holder));
        var closed = task with
        {
            Product = new ProductFact(new(2026, 6, 29), true, new(2026, 7, 9)),
            Closure = new ClosureFact(new(2026, 7, 9), false, null),
        };
        Assert.Equal(StandingState.DoneOnTime, Of(closed, new(2026, 7, 9)).State);
    }

    internal static StandingFacts Task(string words) => new(new TaskSchedule(Deadline.Parse(words, Opened, 2026), Opened), Opened)
    {
        DeadlineText = words,
        LeadUnitId = Guid.Parse("0197a000-0000-7000-8000-000000000001"),
        ResponsiblePersonId = Guid.Parse("0197a000-0000-7000-8000-000000000002"),
    };

    private static StandingResult Of(StandingFacts facts, DateOnly today) => Rule.Of(facts, today);

    private static List<ObligationFact> Obligations(string words, DateOnly today) =>
        [.. ObligationPlanner.Expected(Task(words).Schedule, ScheduleRules.Default, Calendar, Opened, today)
            .Select(item => new ObligationFact(item.Kind, item.Title, item.DueOn, false))];

    private static List<ObligationFact> Answered(string words, DateOnly today) =>
        Obligations(words, today).ConvertAll(item => item with { IsFulfilled = item.Kind == ObligationKind.MonthlyUpdate });
}
