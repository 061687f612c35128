using FsCheck;
using FsCheck.Fluent;
using NamRo.Language;
using NamRo.Schedule;
using NamRo.Work.Standing;

namespace NamRo.Tests.Work;

public sealed class StandingProperties
{
    private static readonly WorkingCalendar Calendar = new(WorkingCalendar.Declared);
    private static readonly StandingRule Rule = new(StandingRules.Default, Calendar);
    private static readonly DateOnly First = new(2025, 1, 1);

    private static readonly Gen<DateOnly> Days = Gen.Choose(0, 500).Select(day => First.AddDays(day));

    private static readonly Gen<TaskSchedule> Schedules =
        from kind in Gen.Elements(Enum.GetValues<DeadlineKind>())
        from every in Gen.Elements(Enum.GetValues<Rhythm>())
        from due in Maybe(Days)
        from start in Gen.Choose(0, 300)
        from met in Maybe(Days)
        from after in Maybe(Days)
        select new TaskSchedule(new Deadline(kind, due, every, Condition: "Sau khi có hướng dẫn"), First.AddDays(start))
        {
            ConditionMetOn = met,
            DueAfterCondition = after,
        };

    /// <summary>Facts lie on or before day 500; the answered obligations are those due before a day.</summary>
    private static readonly Gen<Case> Cases =
        from schedule in Schedules
        from product in Maybe(from day in Days
                              from accepted in Maybe(Days)
                              from proof in Gen.Elements(true, false)
                              select new ProductFact(day, proof, accepted))
        from update in Maybe(from day in Days
                             from says in Gen.Elements(true, false)
                             from quiet in Gen.Elements(true, false)
                             select new UpdateFact(day, day, says, quiet))
        from waiting in Maybe(Days.Select(day => new WaitingFact("Sở Xây dựng", day)))
        from returned in Maybe(Days)
        from isKnown in Gen.Elements(true, true, false)
        from answered in Days
        from closure in Gen.Frequency((5, Gen.Constant((ClosureFact?)null)),
            (1, Days.Select(day => (ClosureFact?)new ClosureFact(day, day.Day % 2 == 0, null))))
        from today in Gen.Choose(500, 1000)
        select new Case(new StandingFacts(schedule with { EndsOn = closure?.On }, schedule.StartsOn)
        {
            LeadUnitId = isKnown ? Guid.Empty : null,
            ResponsiblePersonId = update is null ? null : Guid.Empty,
            Output = "Báo cáo",
            BegunOn = update?.On,
            Product = product,
            LastUpdate = update,
            Waiting = waiting,
            ReturnedOn = returned,
            Closure = closure,
        }, answered, First.AddDays(today));

    [Fact]
    public void Of_AnyFacts_IsTotalAndNeverContradictsItself() => Check(c =>
    {
        var (facts, today) = (c.FactsOn(c.Today), c.Today);
        var standing = Rule.Of(facts, today);
        var due = ObligationPlanner.DueDay(facts.Schedule, ScheduleRules.Default, Calendar);
        return Enum.IsDefined(standing.State) && standing.Reason.Length is > 5 and < 400 && standing.Since <= today
            && (standing.NextChangeOn is not { } next || next > today)
            && standing.State.IsOver() == facts.Closure is not null
            && (standing.State != StandingState.WaitingForCondition || facts.Schedule.AwaitsCondition)
            && (standing.State != StandingState.Late || due < today || facts.Obligations.Any(item => item.DueOn < today))
            && (standing.State != StandingState.DoneLate || due is not null);
    });

    /// <summary>With nothing new, waiting makes nothing better.</summary>
    [Fact]
    public void Of_LaterDay_IsNeverMilder() => Check(c =>
    {
        var rank = -1;
        for (var day = c.Today; day < c.Today.AddDays(200); day = day.AddDays(1))
        {
            var now = Severity(Rule.Of(c.FactsOn(day), day).State);
            if (now < rank)
            {
                return false;
            }

            rank = now;
        }

        return true;
    });

    /// <summary>A night's run may leave a task alone until the day it names.</summary>
    [Fact]
    public void Of_BeforeItsNextChange_StaysWordForWord() => Check(c =>
    {
        var standing = Rule.Of(c.FactsOn(c.Today), c.Today);
        var end = standing.NextChangeOn ?? c.Today.AddDays(90);
        for (var day = c.Today; day < end; day = day.AddDays(1))
        {
            var later = Rule.Of(c.FactsOn(day), day);
            if (later with { NextChangeOn = null } != standing with { NextChangeOn = null })
            {
                return false;
            }
        }

        return true;
    });

    private static int Severity(StandingState state) => state switch
    {
        StandingState.NotBegun => 0,
        StandingState.InProgress or StandingState.WaitingForCondition => 1,
        StandingState.InsufficientData or StandingState.WaitingForOthers => 2,
        StandingState.AboutToBeLate => 3,
        _ => 4,
    };

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : class => Gen.Frequency((1, gen.Select(value => (T?)value)), (1, Gen.Constant((T?)null)));

    private static Gen<DateOnly?> Maybe(Gen<DateOnly> gen) =>
        Gen.Frequency((1, gen.Select(value => (DateOnly?)value)), (1, Gen.Constant((DateOnly?)null)));

    private static void Check(Func<Case, bool> holds) =>
        Prop.ForAll(Cases.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    internal sealed record Case(StandingFacts Facts, DateOnly AnsweredBefore, DateOnly Today)
    {
        public StandingFacts FactsOn(DateOnly day) => Facts with
        {
            Obligations = [.. ObligationPlanner.Expected(Facts.Schedule, ScheduleRules.Default, Calendar, First, day)
                .Select(item => new ObligationFact(item.Kind, item.Title, item.DueOn, item.DueOn < AnsweredBefore))],
        };
    }
}
