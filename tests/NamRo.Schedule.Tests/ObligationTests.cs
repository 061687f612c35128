using NamRo.Language;

namespace NamRo.Schedule.Tests;

public sealed class ObligationTests
{
    private static readonly WorkingCalendar Calendar = new(WorkingCalendar.Declared);

    [Fact]
    public void Expected_QuarterDeadline_IsDueOnItsLastWorkingDay()
    {
        var due = ObligationPlanner.DueDay(Task("Quý I/2026"), ScheduleRules.Default, Calendar);
        Assert.Equal(new DateOnly(2026, 3, 31), due);
    }

    [Theory]
    [InlineData(DayOffRule.After, "2026-02-23")]
    [InlineData(DayOffRule.Before, "2026-02-13")]
    public void Expected_DeadlineInTet_MovesByRule(DayOffRule rule, string day) => Assert.Equal(
        DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
        ObligationPlanner.DueDay(Task("18/02/2026"), ScheduleRules.Default with { DayOff = rule }, Calendar));

    [Fact]
    public void Expected_ContinuousTask_OwesAnUpdateEveryMonth()
    {
        var year = Expected(Task("Thường xuyên"));
        Assert.Equal(12, year.Count);
        Assert.All(year, item => Assert.Equal(ObligationKind.MonthlyUpdate, item.Kind));
        // 25/1/2026 is a Sunday; three working days of grace, at 17:00 in Vietnam.
        Assert.Equal(new DateOnly(2026, 1, 26), year[0].DueOn);
        Assert.Equal(new DateTimeOffset(2026, 1, 29, 10, 0, 0, TimeSpan.Zero), year[0].LocksAt);
        Assert.Equal("Tháng 1/2026", year[0].Title);
    }

    [Fact]
    public void Expected_MonthlyDuty_IsAskedOnceForAMonth()
    {
        var year = Expected(Task("Hằng tháng"));
        Assert.Equal(12, year.Count);
        Assert.All(year, item => Assert.Equal(ObligationKind.Recurring, item.Kind));
        Assert.Equal(new DateOnly(2026, 1, 30), year[0].DueOn);
    }

    [Fact]
    public void Expected_NamedDay_ComesEveryPeriod()
    {
        var days = Expected(Task("Trước ngày 05 hằng tháng")).Select(item => item.DueOn).ToList();
        Assert.Equal(new DateOnly(2026, 1, 5), days[0]);
        Assert.Equal(new DateOnly(2026, 4, 6), days[3]);
        Assert.Equal(12, days.Count);
    }

    [Fact]
    public void Expected_QuarterlyReports_BesideMonthlyUpdates()
    {
        var year = Expected(Task("Hằng quý"));
        Assert.Equal(["Quý I/2026", "Quý II/2026", "Quý III/2026", "Quý IV/2026"],
            year.Where(item => item.Kind == ObligationKind.Recurring).Select(item => item.Title));
        Assert.Equal(12, year.Count(item => item.Kind == ObligationKind.MonthlyUpdate));
    }

    [Fact]
    public void Expected_WeekOfTet_AsksForNothing()
    {
        var weeks = ObligationPlanner.Expected(Task("Hằng tuần"), ScheduleRules.Default, Calendar, new(2026, 2, 9), new(2026, 2, 27));
        Assert.Equal([new DateOnly(2026, 2, 13), new DateOnly(2026, 2, 27)], weeks.Select(item => item.DueOn));
    }

    [Fact]
    public void Expected_Conditional_IsFollowedUpUntilTheConditionComes()
    {
        var task = Task("Sau khi có hướng dẫn của thành phố");
        var waiting = Expected(task);
        Assert.NotEmpty(waiting);
        Assert.All(waiting, item => Assert.Equal(ObligationKind.ConditionFollowUp, item.Kind));
        var met = task with { ConditionMetOn = new(2026, 5, 4), DueAfterCondition = new(2026, 8, 1) };
        var running = Expected(met);
        Assert.DoesNotContain(running, item => item.Kind == ObligationKind.ConditionFollowUp);
        Assert.Equal(new DateOnly(2026, 8, 3), Assert.Single(running, item => item.Kind == ObligationKind.OneOff).DueOn);
        Assert.Equal("Tháng 5/2026", running.First(item => item.Kind == ObligationKind.MonthlyUpdate).Title);
    }

    [Fact]
    public void Between_DeadlineExtended_MovesTheProductOnly()
    {
        var task = Task("30/6/2026");
        var today = new DateOnly(2026, 5, 27);
        var kept = Kept(Expected(task, new(2026, 1, 5), today), fulfilledBefore: today);
        var later = task with { Deadline = new Deadline(DeadlineKind.Date, new DateOnly(2026, 9, 30)) };
        var changes = ObligationChanges.Between(kept, Expected(later, today, today), today);
        Assert.Empty(changes.Added);
        Assert.Empty(changes.Removed);
        Assert.Equal(new DateOnly(2026, 9, 30), Assert.Single(changes.Moved).To.DueOn);
    }

    [Fact]
    public void Between_TaskCloses_AsksForNothingLater()
    {
        var task = Task("30/6/2026");
        var today = new DateOnly(2026, 5, 20);
        var kept = Kept(Expected(task, new(2026, 1, 5), today), fulfilledBefore: new(2026, 5, 1));
        var closed = task with { EndsOn = today };
        var changes = ObligationChanges.Between(kept, Expected(closed, today, today), today, isOpen: false);
        // The update of May is open but due later; the product is handed in or not wanted.
        Assert.Equal(2, changes.Removed.Count);
        Assert.Empty(changes.Added);
    }

    internal static List<KeptObligation> Kept(IEnumerable<ExpectedObligation> items, DateOnly fulfilledBefore) =>
        [.. items.Select(item => new KeptObligation(Guid.CreateVersion7(), item.Kind, item.Period, item.DueOn,
            item.Kind != ObligationKind.OneOff && item.DueOn < fulfilledBefore))];

    private static TaskSchedule Task(string words) =>
        new(Deadline.Parse(words, new DateOnly(2026, 1, 1), 2026), new DateOnly(2026, 1, 5));

    private static IReadOnlyList<ExpectedObligation> Expected(TaskSchedule task) => Expected(task, new(2026, 1, 1), new(2026, 12, 31));

    private static IReadOnlyList<ExpectedObligation> Expected(TaskSchedule task, DateOnly from, DateOnly until) =>
        ObligationPlanner.Expected(task, ScheduleRules.Default, Calendar, from, until);
}
