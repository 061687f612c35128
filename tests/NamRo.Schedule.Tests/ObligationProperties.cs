using FsCheck;
using FsCheck.Fluent;
using NamRo.Language;

namespace NamRo.Schedule.Tests;

public sealed class ObligationProperties
{
    private static readonly WorkingCalendar Calendar = new(WorkingCalendar.Declared);
    private static readonly DateOnly First = new(2025, 1, 1);

    private static readonly Gen<DateOnly> Days = Gen.Choose(0, 900).Select(day => First.AddDays(day));

    private static readonly Gen<DateOnly?> MaybeDays =
        from day in Days
        from isThere in Gen.Elements(true, false)
        select isThere ? (DateOnly?)day : null;

    private static readonly Gen<ScheduleRules> Rules =
        from opening in Gen.Choose(1, ScheduleRules.LatestDay)
        from cutOff in Gen.Choose(0, ScheduleRules.LatestDay)
        from grace in Gen.Choose(0, 10)
        from before in Gen.Choose(0, 15)
        from follow in Gen.Choose(5, 90)
        from dayOff in Gen.Elements(DayOffRule.After, DayOffRule.Before)
        from periods in Gen.Elements(PeriodRules.Calendar, PeriodRules.Decree09)
        select new ScheduleRules
        {
            OpeningDay = opening,
            CutOffDay = cutOff,
            GraceWorkingDays = grace,
            OpensWorkingDaysBefore = before,
            FollowUpDays = follow,
            DayOff = dayOff,
            Periods = periods,
        };

    private static readonly Gen<TaskSchedule> Tasks =
        from kind in Gen.Elements(Enum.GetValues<DeadlineKind>())
        from every in Gen.Elements(Enum.GetValues<Rhythm>())
        from due in MaybeDays
        from start in Days
        from end in MaybeDays
        from met in MaybeDays
        from after in MaybeDays
        select new TaskSchedule(new Deadline(kind, due, every), start) { EndsOn = end, ConditionMetOn = met, DueAfterCondition = after };

    private static readonly Arbitrary<(TaskSchedule Task, ScheduleRules Rules, DateOnly From, int Length)> Cases =
        (from task in Tasks
         from rules in Rules
         from start in Days
         from length in Gen.Choose(0, 400)
         select (task, rules, start, length)).ToArbitrary();

    [Fact]
    public void Expected_AnyTask_EachOnceAndNoneOnADayOff() => Check((task, rules, from, until) =>
    {
        var items = Expected(task, rules, from, until);
        return items.DistinctBy(item => (item.Kind, item.Period.From)).Count() == items.Count
            && items.Count(item => item.Kind == ObligationKind.OneOff) <= 1
            && items.All(item => Calendar.IsWorkingDay(item.DueOn)
                && (item.Kind == ObligationKind.OneOff || (item.OpensOn <= item.DueOn && Calendar.IsWorkingDay(item.OpensOn)))
                && item.Period.From <= item.Period.To
                && (item.LocksAt is not { } locks || DateOnly.FromDateTime(locks.UtcDateTime) >= item.DueOn));
    });

    [Fact]
    public void Expected_LongerTime_KeepsAllThatWasExpected() => Check((task, rules, from, until) =>
        !Expected(task, rules, from, until).Except(Expected(task, rules, from, until.AddDays(40))).Any());

    /// <summary>Asked every day, the days together give what the whole time gives, each once.</summary>
    [Fact]
    public void Expected_DayByDay_GivesTheSameAsAtOnce() => Check((task, rules, from, until) =>
    {
        var found = new List<KeptObligation>();
        for (var day = from; day <= until; day = day.AddDays(1))
        {
            var changes = ObligationChanges.Between(found, Expected(task, rules, day, day), day);
            if (changes.Moved.Count + changes.Removed.Count > 0)
            {
                return false;
            }

            found.AddRange(ObligationTests.Kept(changes.Added, First));
        }

        var whole = Expected(task, rules, from, until);
        return found.Count == whole.Count
            && whole.Select(item => (item.Kind, item.Period)).ToHashSet().SetEquals(found.Select(item => (item.Kind, item.Period)));
    });

    [Fact]
    public void Between_AnyChange_LeavesThePastAndSettlesInOneStep() => Prop.ForAll(Cases, Tasks.ToArbitrary(), (before, after) =>
    {
        var today = before.From.AddDays(before.Length);
        var kept = ObligationTests.Kept(Expected(before.Task, before.Rules, before.From, today), before.From.AddDays(before.Length / 2));
        var wanted = Expected(after, before.Rules, today, today);
        var changes = ObligationChanges.Between(kept, wanted, today);
        var touched = changes.Removed.Concat(changes.Moved.Select(move => move.Id)).ToHashSet();
        var settled = kept.Where(item => !changes.Removed.Contains(item.Id))
            .Select(item => changes.Moved.FirstOrDefault(move => move.Id == item.Id) is { To: { } to }
                ? item with { Period = to.Period, DueOn = to.DueOn }
                : item)
            .Concat(ObligationTests.Kept(changes.Added, First)).ToList();
        var again = ObligationChanges.Between(settled, wanted, today);
        return kept.Where(item => touched.Contains(item.Id))
                .All(item => !item.IsFulfilled && (item.DueOn >= today || item.Kind == ObligationKind.OneOff))
            && again.Added.Count + again.Moved.Count + again.Removed.Count == 0;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void NextOpening_IsTheFirstDayOnWhichMoreIsExpected() => Check((task, rules, from, until) =>
        ObligationPlanner.NextOpening(task, rules, Calendar, from) is not { } next
        || (next > from && Expected(task, rules, from, next).Count > Expected(task, rules, from, next.AddDays(-1)).Count));

    private static void Check(Func<TaskSchedule, ScheduleRules, DateOnly, DateOnly, bool> holds) =>
        Prop.ForAll(Cases, c => holds(c.Task, c.Rules, c.From, c.From.AddDays(c.Length))).QuickCheckThrowOnFailure();

    private static IReadOnlyList<ExpectedObligation> Expected(TaskSchedule task, ScheduleRules rules, DateOnly from, DateOnly until) =>
        ObligationPlanner.Expected(task, rules, Calendar, from, until);
}
