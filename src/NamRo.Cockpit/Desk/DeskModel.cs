using NamRo.Kernel.Measures;
using NamRo.Measures;
using NamRo.Targets.Contracts;
using NamRo.Ui.Status;
using NamRo.Work.Contracts;

namespace NamRo.Cockpit.Desk;

/// <summary>Everything on the desk, each part read with one or two statements.</summary>
internal sealed class DeskModel
{
    public required DeskScope Scope { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>The moment of the data, in Vietnam.</summary>
    public required DateTimeOffset ReadAt { get; init; }

    public required IReadOnlyList<TaskCount> Tasks { get; init; }

    public required IReadOnlyList<TargetCount> Targets { get; init; }

    public required UpdateShare Updates { get; init; }

    public required IReadOnlyList<StuckLine> Stuck { get; init; }

    public required IReadOnlyList<DecisionRow> Decisions { get; init; }

    public required IReadOnlyList<RiskLine> Risks { get; init; }

    public required IReadOnlyList<UnitLine> Units { get; init; }

    public required IReadOnlyList<DayLine> Week { get; init; }

    public required IReadOnlyList<GroupLine> Groups { get; init; }

    public required IReadOnlyList<MonthLine> Months { get; init; }

    public bool IsEmpty => Tasks.Count == 0 && Targets.Count == 0;

    public int PlanCount => Tasks.Select(row => row.PlanId).Concat(Targets.Select(row => row.PlanId)).Distinct().Count();

    public int TaskCount => Tasks.Sum(row => row.Count);

    public int TargetCount => Targets.Sum(row => row.Count);

    public int StuckCount => CountOf([.. DeskReader.StuckStates]);

    public int CountOf(params string[] states) => Tasks.Where(row => states.Contains(row.State)).Sum(row => row.Count);

    public int CountOf(TargetStanding standing) => Targets.Where(row => row.Standing == standing).Sum(row => row.Count);
}

/// <summary>Tasks of one plan, unit, group and state. Those no longer pursued are left out.</summary>
internal sealed record TaskCount(Guid PlanId, Guid? UnitId, string? Group, string State, int Count);

internal sealed record TargetCount(Guid PlanId, Guid? UnitId, TargetStanding Standing, int Count);

/// <summary>Tasks that owe an update this month, and those that gave it.</summary>
/// <param name="LocksAt">When the month's period closes; null: no update is owed.</param>
/// <param name="WorkingDaysLeft">Working days until then, today included.</param>
internal sealed record UpdateShare(decimal? Percent, decimal Done, decimal Owed, decimal Goal, DateTimeOffset? LocksAt, int WorkingDaysLeft)
{
    public decimal Missing => Owed - Done;

    public bool IsBelow => Percent < Goal;
}

/// <summary>A task that does not go on: why, since when, who has it.</summary>
internal sealed record StuckLine(TaskRow Task, TaskState State, string Holder, DateOnly HeldSince, bool IsOutside)
{
    /// <summary>The word with its days where days say something.</summary>
    public string Badge(DateOnly today) => State.Code == TaskStates.Late && Task.Since is { } since
        ? $"{State.Title} {today.DayNumber - since.DayNumber + 1} ngày"
        : State.Title;

    /// <summary>Badge and reason as one line; most reasons begin with the standing already.</summary>
    public string Sentence(DateOnly today) => Task.Reason is not { Length: > 0 } reason ? Badge(today)
        : reason.StartsWith(State.Title, StringComparison.CurrentCulture) ? reason
        : $"{Badge(today)}. {reason}";
}

/// <summary>A target in doubt with its way so far.</summary>
internal sealed record RiskLine(TargetRow Target, IReadOnlyList<decimal?> Trend);

/// <summary>One unit's row of the board; a share is null where its rows do not exist.</summary>
internal sealed record UnitLine(Guid? Id, string Name, int Tasks, decimal? OnTime, decimal? Updated, decimal? Coverage, int Late,
    int Unclear,
    int Targets, int TargetsAtRisk)
{
    /// <summary>Below this share of tasks with enough data no judgement is shown (rule of the evaluation).</summary>
    public const decimal LeastCoverage = 50;

    public bool IsJudged => Coverage is null or >= LeastCoverage;
}

/// <summary>A day of this or the coming week.</summary>
/// <param name="Note">Why it is a day off or a day worked in exchange; null: an ordinary one.</param>
internal sealed record DayLine(DateOnly Date, bool IsWorking, string? Note, IReadOnlyList<DueCount> Due,
    IReadOnlyList<ObligationRow> Products,
    int Locks);

internal sealed record DueCount(DateOnly Date, Schedule.ObligationKind Kind, int Count, int Open);

internal sealed record GroupLine(string? Title, IReadOnlyList<StackPart> Parts, int Count);

internal sealed record MonthLine(DateOnly Month, int Count, int Open, int Late);

/// <summary>A shipped figure with its value for a period.</summary>
internal sealed record TakenMeasure(NamedMeasure Measure, MeasureValue Value);
