using NamRo.Schedule;

namespace NamRo.Work.Standing;

/// <summary>All that is known about a task and bears on how it stands. What was taken back is not among it.</summary>
internal sealed record StandingFacts(TaskSchedule Schedule, DateOnly OpenedOn)
{
    /// <summary>The product as the plan names it.</summary>
    public string? Output { get; init; }

    /// <summary>The deadline in the plan's words; null where it was moved since.</summary>
    public string? DeadlineText { get; init; }

    public Guid? LeadUnitId { get; init; }

    public Guid? ResponsiblePersonId { get; init; }

    public Guid? LeaderPersonId { get; init; }

    /// <summary>First day of a receipt, step, update or product.</summary>
    public DateOnly? BegunOn { get; init; }

    /// <summary>Those that have opened, in order of their due days.</summary>
    public IReadOnlyList<ObligationFact> Obligations { get; init; } = [];

    public UpdateFact? LastUpdate { get; init; }

    /// <summary>The last product handed in, unless it was given back.</summary>
    public ProductFact? Product { get; init; }

    public ClosureFact? Closure { get; init; }

    /// <summary>The body waited for now.</summary>
    public WaitingFact? Waiting { get; init; }

    /// <summary>Day on which the unit gave the task back; it was not assigned again since.</summary>
    public DateOnly? ReturnedOn { get; init; }

    /// <summary>Whether a request for more time awaits its decision.</summary>
    public bool IsExtensionAsked { get; init; }
}

/// <summary>Something due, and whether it was done.</summary>
internal sealed record ObligationFact(ObligationKind Kind, string Title, DateOnly DueOn, bool IsFulfilled);

/// <param name="SaysSomething">It names a result, a next step or a difficulty.</param>
internal sealed record UpdateFact(DateOnly On, DateOnly PeriodTo, bool SaysSomething, bool NothingArose);

/// <param name="AcceptedOn">Null: not decided yet.</param>
internal sealed record ProductFact(DateOnly HandedInOn, bool HasEvidence, DateOnly? AcceptedOn);

internal sealed record ClosureFact(DateOnly On, bool IsDropped, string? Reason);

internal sealed record WaitingFact(string WaitsFor, DateOnly StartedOn);

/// <summary>The ward's choices that bear on standing.</summary>
/// <param name="WarnWorkingDays">Working days before a due day from which a task is about to be late.</param>
/// <param name="AssignWorkingDays">Working days within which a task has its responsible person.</param>
internal sealed record StandingRules(ScheduleRules Schedule, int WarnWorkingDays = 7, int AssignWorkingDays = 5)
{
    public static StandingRules Default { get; } = new(ScheduleRules.Default);
}
