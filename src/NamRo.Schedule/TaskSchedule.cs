using NamRo.Language;

namespace NamRo.Schedule;

/// <summary>Why something is due.</summary>
public enum ObligationKind
{
    /// <summary>The product by the task's own deadline.</summary>
    OneOff,

    /// <summary>A recurring duty, once in each period of its rhythm.</summary>
    Recurring,

    /// <summary>The progress update of the month.</summary>
    MonthlyUpdate,

    /// <summary>The answer to whether the awaited condition has come.</summary>
    ConditionFollowUp,
}

/// <summary>What is known about a task's time.</summary>
/// <param name="Deadline">As the plan says it, or as an extension changed it.</param>
/// <param name="StartsOn">First day on which something may be asked.</param>
public sealed record TaskSchedule(Deadline Deadline, DateOnly StartsOn)
{
    /// <summary>Day of closing or dropping; null while open. What is due later is not asked for.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>Day on which the condition of a conditional task came.</summary>
    public DateOnly? ConditionMetOn { get; init; }

    /// <summary>The day set when it came.</summary>
    public DateOnly? DueAfterCondition { get; init; }

    /// <summary>Whether the task waits for its condition: its clock does not run.</summary>
    public bool AwaitsCondition => Deadline.Kind == DeadlineKind.Conditional && ConditionMetOn is null;

    /// <summary>First day of the running clock.</summary>
    public DateOnly ClockFrom => Deadline.Kind == DeadlineKind.Conditional && ConditionMetOn is { } met && met > StartsOn ? met : StartsOn;

    /// <summary>The day stated for the product, before it is moved to a working day; null where the task has none.</summary>
    public DateOnly? StatedDue => Deadline.Kind switch
    {
        DeadlineKind.Date or DeadlineKind.Month or DeadlineKind.Quarter or DeadlineKind.Year or DeadlineKind.Range => Deadline.Due,
        DeadlineKind.Conditional => ConditionMetOn is null ? null : DueAfterCondition,
        _ => null,
    };
}

/// <summary>Something due from the unit that leads a task.</summary>
/// <param name="Period">What it accounts for. With the kind its key within the task; of the kind OneOff a task has one.</param>
/// <param name="OpensOn">First day on which it can be done. A working day, but for <see cref="ObligationKind.OneOff"/>.</param>
/// <param name="DueOn">A working day.</param>
/// <param name="LocksAt">Instant (UTC) after which it is not taken any more; null: never.</param>
/// <param name="Title">"Quý II/2026"; of a one-off the empty text.</param>
public sealed record ExpectedObligation(ObligationKind Kind, DateSpan Period, DateOnly OpensOn, DateOnly DueOn, DateTimeOffset? LocksAt,
    string Title);
