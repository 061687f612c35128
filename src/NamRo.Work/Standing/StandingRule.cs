using NamRo.Language;
using NamRo.Schedule;

namespace NamRo.Work.Standing;

/// <summary>
/// How a task stands: one pure, total function of what is known, the calendar and the day. With the same facts a later day never gives a
/// milder state.
/// </summary>
internal sealed class StandingRule(StandingRules rules, WorkingCalendar calendar)
{
    public StandingResult Of(StandingFacts facts, DateOnly today)
    {
        var due = ObligationPlanner.DueDay(facts.Schedule, rules.Schedule, calendar);
        var verdict = Over(facts, due) ?? NotYet(facts, today) ?? Waiting(facts, today) ?? Late(facts, due, today)
            ?? WithOthers(facts) ?? Soon(facts, due, today) ?? Unclear(facts, today) ?? Begun(facts, due, today);
        return new StandingResult(verdict.State, verdict.Reason, Earlier(verdict.Since, today), HolderOf(facts, verdict.State),
            NextDue(facts, due), NextChange(facts, verdict, due, today));
    }

    private static Verdict? Over(StandingFacts facts, DateOnly? due)
    {
        if (facts.Closure is not { } closure)
        {
            return null;
        }

        if (closure.IsDropped)
        {
            return new(StandingState.Dropped, StandingText.Dropped(closure), closure.On);
        }

        // Lateness is measured to the day the product was handed in: the days of its approval are not the unit's.
        var finished = facts.Product is { AcceptedOn: not null } product ? product.HandedInOn : closure.On;
        return due is { } day && finished > day
            ? new(StandingState.DoneLate, StandingText.DoneLate(facts, finished, day), closure.On)
            : new(StandingState.DoneOnTime, StandingText.DoneOnTime(facts, finished, due), closure.On);
    }

    private static Verdict? NotYet(StandingFacts facts, DateOnly today) => today < facts.Schedule.ClockFrom
        ? new(StandingState.NotBegun, StandingText.StartsLater(facts.Schedule.ClockFrom), facts.OpenedOn)
        : null;

    private static Verdict? Waiting(StandingFacts facts, DateOnly today)
    {
        if (!facts.Schedule.AwaitsCondition)
        {
            return null;
        }

        return MissingRun(facts, ObligationKind.ConditionFollowUp, today) is [var asked, ..]
            ? new(StandingState.InsufficientData, StandingText.NotFollowedUp(facts, asked), asked.DueOn.AddDays(1))
            : new(StandingState.WaitingForCondition, StandingText.AwaitsCondition(facts), facts.Schedule.StartsOn);
    }

    /// <summary>What is late by the unit's own doing comes before what waits for another body.</summary>
    private static Verdict? Late(StandingFacts facts, DateOnly? due, DateOnly today)
    {
        Verdict?[] late = [LateProduct(facts, due, today), LatePeriod(facts, today)];
        return late.FirstOrDefault(verdict => verdict?.State == StandingState.Late) ?? late.FirstOrDefault(verdict => verdict is not null);
    }

    private static Verdict? LateProduct(StandingFacts facts, DateOnly? due, DateOnly today) => (due, facts.Product) switch
    {
        ({ } day, { } product) when product.HandedInOn > day =>
            new(StandingState.Late, StandingText.HandedInLate(facts, product, day), day.AddDays(1)),
        ({ } day, null) when today > day =>
            Excused(facts, day) ?? new(StandingState.Late, StandingText.Late(facts, day, today), day.AddDays(1)),
        _ => null,
    };

    private static Verdict? LatePeriod(StandingFacts facts, DateOnly today) =>
        MissingRun(facts, ObligationKind.Recurring, today) is [var first, ..]
            ? Excused(facts, first.DueOn) ?? new(StandingState.Late, StandingText.LatePeriod(first, today), first.DueOn.AddDays(1))
            : null;

    /// <summary>Who began to wait for another body before the day came is not the one who is late.</summary>
    private static Verdict? Excused(StandingFacts facts, DateOnly due) => facts.Waiting is { } waiting && waiting.StartedOn <= due
        ? new(StandingState.WaitingForOthers, StandingText.WaitingPastDue(waiting, due), waiting.StartedOn)
        : null;

    private static Verdict? WithOthers(StandingFacts facts) => facts switch
    {
        { Product: { HasEvidence: false } bare } =>
            new(StandingState.InsufficientData, StandingText.NoEvidence(bare), bare.HandedInOn),
        { Product: { AcceptedOn: null } product } =>
            new(StandingState.WaitingForOthers, StandingText.AwaitsDecision(product), product.HandedInOn),
        { Product.AcceptedOn: { } accepted } => new(StandingState.InProgress, StandingText.Accepted(accepted), accepted),
        { ReturnedOn: { } on } => new(StandingState.WaitingForOthers, StandingText.Returned(on), on),
        { Waiting: { } waiting } => new(StandingState.WaitingForOthers, StandingText.Waiting(waiting), waiting.StartedOn),
        _ => null,
    };

    private Verdict? Soon(StandingFacts facts, DateOnly? due, DateOnly today)
    {
        var soon = facts.Obligations
            .Where(item => item.Kind == ObligationKind.Recurring && !item.IsFulfilled && IsSoon(item.DueOn, today))
            .MinBy(item => item.DueOn);
        if (soon is not null && (due is null || soon.DueOn < due))
        {
            return new(StandingState.AboutToBeLate, StandingText.SoonPeriod(soon, calendar, today), WarnFrom(soon.DueOn));
        }

        return due is { } day && IsSoon(day, today)
            ? new(StandingState.AboutToBeLate, StandingText.Soon(facts, day, calendar, today), WarnFrom(day))
            : null;
    }

    private Verdict? Unclear(StandingFacts facts, DateOnly today)
    {
        var missing = MissingRun(facts, ObligationKind.MonthlyUpdate, today);
        var mustAssign = calendar.AddWorkingDays(Later(facts.OpenedOn, facts.Schedule.ClockFrom), rules.AssignWorkingDays);
        return (facts, missing) switch
        {
            ({ LeadUnitId: null }, _) => new(StandingState.InsufficientData, "Chưa rõ đơn vị chủ trì", facts.OpenedOn),
            ({ Schedule.Deadline.Kind: DeadlineKind.None }, _) =>
                new(StandingState.InsufficientData, "Chưa rõ thời hạn: kế hoạch không nêu, hoặc nêu mà không hiểu được", facts.OpenedOn),
            (_, [var first, ..]) =>
                new(StandingState.InsufficientData, StandingText.NotUpdated(first, missing.Count), first.DueOn.AddDays(1)),
            ({ ResponsiblePersonId: null }, _) when today > mustAssign =>
                new(StandingState.InsufficientData, "Chưa giao người thực hiện", mustAssign.AddDays(1)),
            ({ LastUpdate: { SaysSomething: false, NothingArose: false } empty }, _) =>
                new(StandingState.InsufficientData, StandingText.EmptyUpdate(empty), empty.On),
            _ => null,
        };
    }

    private static Verdict Begun(StandingFacts facts, DateOnly? due, DateOnly today)
    {
        var asked = facts.Obligations.FirstOrDefault(item => item.Kind != ObligationKind.OneOff);
        var begun = facts.BegunOn ?? (asked is null ? null : facts.Schedule.ClockFrom);
        return begun is { } on
            ? new(StandingState.InProgress, StandingText.InProgress(facts, due), on)
            : new(StandingState.NotBegun, StandingText.NotBegun(facts, due), Earlier(facts.OpenedOn, today));
    }

    /// <summary>The periods of a kind that were missed in a row up to now; a later one that was answered ends the row.</summary>
    private static List<ObligationFact> MissingRun(StandingFacts facts, ObligationKind kind, DateOnly today)
    {
        var ofKind = facts.Obligations.Where(item => item.Kind == kind && (item.DueOn < today || item.IsFulfilled)).ToList();
        return ofKind[(ofKind.FindLastIndex(item => item.IsFulfilled) + 1)..];
    }

    private bool IsSoon(DateOnly due, DateOnly today) => due >= today && WarnFrom(due) <= today;

    private DateOnly WarnFrom(DateOnly due) => calendar.AddWorkingDays(due, -rules.WarnWorkingDays);

    private static StandingHolder HolderOf(StandingFacts facts, StandingState state) => facts switch
    {
        _ when state.IsOver() => new(null, null),
        { Schedule.AwaitsCondition: true } => new(facts.LeadUnitId, facts.ResponsiblePersonId, facts.Schedule.Deadline.Condition),
        { Product: not null } or { IsExtensionAsked: true } or { ReturnedOn: not null } => new(null, facts.LeaderPersonId),
        { Waiting: { } waiting } => new(facts.LeadUnitId, facts.ResponsiblePersonId, waiting.WaitsFor),
        _ => new(facts.LeadUnitId, facts.ResponsiblePersonId),
    };

    private static DateOnly? NextDue(StandingFacts facts, DateOnly? due)
    {
        var owed = facts.Obligations.Where(item => !item.IsFulfilled && item.Kind != ObligationKind.OneOff)
            .Min(item => (DateOnly?)item.DueOn);
        var product = facts.Product is null ? due : null;
        return facts.Closure is not null ? null : owed is null || product < owed ? product ?? owed : owed;
    }

    private DateOnly? NextChange(StandingFacts facts, Verdict verdict, DateOnly? due, DateOnly today)
    {
        if (verdict.State.IsOver())
        {
            return null;
        }

        // Their sentences count days.
        if (verdict.State is StandingState.Late or StandingState.AboutToBeLate)
        {
            return today.AddDays(1);
        }

        var days = facts.Obligations.Where(item => !item.IsFulfilled).SelectMany(item => Turns(item.DueOn))
            .Concat(due is { } day ? Turns(day) : []).Append(facts.Schedule.ClockFrom)
            .Append(calendar.AddWorkingDays(Later(facts.OpenedOn, facts.Schedule.ClockFrom), rules.AssignWorkingDays).AddDays(1))
            .Append(ObligationPlanner.NextOpening(facts.Schedule, rules.Schedule, calendar, today) ?? DateOnly.MinValue)
            .Where(turn => turn > today);
        return days.Select(turn => (DateOnly?)turn).Min();
    }

    private IEnumerable<DateOnly> Turns(DateOnly due) => [WarnFrom(due), due.AddDays(1)];

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private sealed record Verdict(StandingState State, string Reason, DateOnly Since);
}
