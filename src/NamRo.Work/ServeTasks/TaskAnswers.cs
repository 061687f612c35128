using NamRo.Work.Domain;
using NamRo.Work.Lists;
using NamRo.Work.Standing;

namespace NamRo.Work;

/// <summary>A line of the list of tasks.</summary>
/// <param name="Due">The last day as it is now, extensions included.</param>
/// <param name="State">Code of the standing; <c>stateTitle</c> are its words.</param>
internal sealed record TaskItem(Guid Id, string PlanTitle, string? Number, string? Group, string Text, string? Output, Guid? LeadUnitId,
    string? LeadUnit, Guid? ResponsiblePersonId, string? ResponsiblePerson, Guid? LeaderPersonId, string? Leader, string? DeadlineText,
    DateOnly? Due, string? State, string? StateTitle, string? Reason, DateOnly? NextDue)
{
    public static TaskItem Of(TaskLine line) => new(line.Id, line.PlanTitle, line.Number, line.GroupTitle, line.Text,
        line.Output, line.LeadUnitId, line.LeadUnit, line.ResponsiblePersonId, line.ResponsiblePerson,
        line.LeaderPersonId, line.Leader, line.DeadlineText, line.DueNow, line.State, line.Standing?.Title(),
        line.Reason, line.NextDue);
}

/// <summary>One task with all that was said and done about it and still counts, the latest first.</summary>
/// <param name="Version">As in the ETag.</param>
internal sealed record TaskAnswer(TaskItem Task, int Version, StandingAnswer? Standing, IReadOnlyList<PartAnswer> Parts,
    IReadOnlyList<CoUnitAnswer> CoUnits, string Quote)
{
    public required IReadOnlyList<AssignmentAnswer> Assignments { get; init; }

    public required IReadOnlyList<ReceiptAnswer> Receipts { get; init; }

    public required IReadOnlyList<ReturnAnswer> Returns { get; init; }

    public required IReadOnlyList<StepAnswer> Steps { get; init; }

    public required IReadOnlyList<UpdateAnswer> Updates { get; init; }

    public required IReadOnlyList<ProductAnswer> Products { get; init; }

    public required IReadOnlyList<ClosureAnswer> Closures { get; init; }

    public required IReadOnlyList<ExtensionAnswer> Extensions { get; init; }

    public required IReadOnlyList<ExplanationThread> Explanations { get; init; }

    public required IReadOnlyList<ConditionAnswer> Conditions { get; init; }

    public required IReadOnlyList<WaitAnswer> Waits { get; init; }

    public required IReadOnlyList<ObligationAnswer> Obligations { get; init; }
}

/// <summary>Who wrote an entry, and when.</summary>
internal sealed record EntryAnswer(Guid Id, string By, DateTimeOffset At)
{
    public static EntryAnswer Of(TaskEntry entry) => new(entry.Id, entry.AuthorName, entry.At);
}

internal sealed record StandingAnswer(string State, string? Title, string Reason, DateOnly Since, Guid? HolderUnitId, Guid? HolderPersonId,
    DateOnly? NextDue);

internal sealed record PartAnswer(string Number, string Text);

internal sealed record CoUnitAnswer(Guid UnitId, string? PartText, DateOnly? DueOn);

internal sealed record AssignmentAnswer(EntryAnswer Entry, Guid LeadUnitId, Guid? ResponsiblePersonId, Guid? LeaderPersonId, string? Note);

internal sealed record ReceiptAnswer(EntryAnswer Entry, Guid UnitId);

internal sealed record ReturnAnswer(EntryAnswer Entry, Guid UnitId, string Reason);

internal sealed record StepAnswer(EntryAnswer Entry, string Text, Guid? AssigneePersonId, DateOnly? DueOn, DateTimeOffset? DoneAt);

internal sealed record UpdateAnswer(EntryAnswer Entry, Guid? ObligationId, DateOnly PeriodFrom, DateOnly PeriodTo, string? Result,
    string? NextStep, string? Difficulty, bool NothingArose, int? Percent, IReadOnlyList<EvidenceAnswer> Evidence);

internal sealed record EvidenceAnswer(Guid Id, string Kind, string Title, string? DocumentNumber, string? Address);

internal sealed record ProductAnswer(EntryAnswer Entry, string? Note, IReadOnlyList<EvidenceAnswer> Evidence, DecisionAnswer? Decision);

/// <param name="IsGranted">Accepted or agreed to.</param>
internal sealed record DecisionAnswer(EntryAnswer Entry, bool IsGranted, string? Reason, DateOnly? GrantedDue = null);

/// <param name="ReopenedAt">When the task went on all the same.</param>
internal sealed record ClosureAnswer(EntryAnswer Entry, string Kind, string? Reason, DateTimeOffset? ReopenedAt);

internal sealed record ExtensionAnswer(EntryAnswer Entry, DateOnly? DueBefore, DateOnly NewDue, string Cause, string Reason,
    string? WaitsFor, DecisionAnswer? Decision);

internal sealed record ExplanationThread(EntryAnswer Entry, string Question, DateOnly DueOn, EntryAnswer? AnsweredBy, string? Answer);

internal sealed record ConditionAnswer(EntryAnswer Entry, DateOnly OccurredOn, string DocumentNumber, DateOnly? DueOn);

internal sealed record WaitAnswer(EntryAnswer Entry, string WaitsFor, DateOnly StartedOn, DateOnly? EndedOn, string? Note);

/// <summary>What is due from whom in which period.</summary>
/// <param name="FulfilledBy">The update or product that answered it.</param>
internal sealed record ObligationAnswer(Guid Id, Guid TaskId, string Kind, string Title, DateOnly PeriodFrom, DateOnly PeriodTo,
    DateOnly OpensOn, DateOnly DueOn, DateTimeOffset? LocksAt, Guid? UnitId, Guid? FulfilledBy, DateTimeOffset? FulfilledAt)
{
    public static ObligationAnswer Of(Obligation duty) => new(duty.Id, duty.TaskId, duty.Kind.ToString(), duty.Title, duty.PeriodFrom,
        duty.PeriodTo, duty.OpensOn, duty.DueOn, duty.LocksAt, duty.UnitId, duty.FulfilledBy, duty.FulfilledAt);
}

/// <summary>A day of the working calendar, with what is due on it.</summary>
/// <param name="Note">Name of the holiday, or why it is worked.</param>
internal sealed record CalendarDayAnswer(DateOnly Date, bool IsWorkingDay, string? Note, IReadOnlyList<ObligationAnswer> Due);

/// <summary>What an act left behind.</summary>
/// <param name="Id">Of the entry: the idempotency key; null where an entry was only changed.</param>
/// <param name="Version">Of the task after it, as in the ETag.</param>
internal sealed record ActAnswer(Guid? Id, Guid TaskId, int Version);
