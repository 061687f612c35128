namespace NamRo.Work.Domain;

/// <summary>The task was given to a unit, a person and a leader.</summary>
internal sealed class TaskAssignment : TaskEntry
{
    public Guid LeadUnitId { get; init; }

    public Guid? ResponsiblePersonId { get; init; }

    public Guid? LeaderPersonId { get; init; }

    public string? Note { get; init; }
}

/// <summary>The unit confirmed that it has the task.</summary>
internal sealed class TaskReceipt : TaskEntry
{
    public Guid UnitId { get; init; }
}

/// <summary>The unit gave the task back to whoever assigned it; open until it is assigned again.</summary>
internal sealed class TaskReturn : TaskEntry
{
    public Guid UnitId { get; init; }

    public string Reason { get; init; } = "";
}

/// <summary>A step within the unit.</summary>
internal sealed class TaskStep : TaskEntry
{
    public const int LongestText = 500;

    public string Text { get; init; } = "";

    public Guid? AssigneePersonId { get; init; }

    public DateOnly? DueOn { get; init; }

    public DateTimeOffset? DoneAt { get; private set; }

    public string? DoneBy { get; private set; }

    public void Finish(Author author) => (DoneAt, DoneBy) = (author.Now, author.Name);

    public void TakeUpAgain() => (DoneAt, DoneBy) = (null, null);
}

/// <summary>What a unit reports on its task for a period.</summary>
internal sealed class TaskUpdate : TaskEntry
{
    public const int LongestText = 4000;

    /// <summary>The duty to report that it answers; null: said without being due.</summary>
    public Guid? ObligationId { get; init; }

    /// <summary>First and last day it speaks of.</summary>
    public DateOnly PeriodFrom { get; init; }

    public DateOnly PeriodTo { get; init; }

    public Guid? UnitId { get; init; }

    public string? Result { get; init; }

    public string? NextStep { get; init; }

    public string? Difficulty { get; init; }

    /// <summary>"Không phát sinh": nothing was to be done in the period.</summary>
    public bool NothingArose { get; init; }

    /// <summary>0 to 100, if the unit wants to give a figure; never decides whether the task is done.</summary>
    public int? Percent { get; init; }
}

/// <summary>What an evidence is.</summary>
internal enum EvidenceKind
{
    File,
    Document,
    Link,
}

/// <summary>What proves an update or a product: a file, a document by its number, or a link.</summary>
internal sealed class Evidence : TaskEntry
{
    public const int LongestTitle = 300;
    public const int LongestAddress = 1000;

    public Guid? UpdateId { get; init; }

    public Guid? SubmissionId { get; init; }

    public EvidenceKind Kind { get; init; }

    public string Title { get; init; } = "";

    public Guid? FileId { get; init; }

    public string? DocumentNumber { get; init; }

    public string? Address { get; init; }
}

/// <summary>The product was handed in, with its evidence.</summary>
internal sealed class ProductSubmission : TaskEntry
{
    public string? Note { get; init; }
}

/// <summary>Another person accepted the product or gave it back.</summary>
internal sealed class ProductDecision : TaskEntry
{
    public Guid SubmissionId { get; init; }

    public bool IsAccepted { get; init; }

    public string? Reason { get; init; }
}

/// <summary>Why a task ended.</summary>
internal enum ClosureKind
{
    /// <summary>Its product was accepted.</summary>
    Done,

    /// <summary>The plan no longer asks for it ("không thực hiện nữa").</summary>
    Dropped,
}

internal sealed class TaskClosure : TaskEntry
{
    public ClosureKind Kind { get; init; }

    public string? Reason { get; init; }
}

internal sealed class TaskReopening : TaskEntry
{
    public Guid ClosureId { get; init; }

    public string Reason { get; init; } = "";
}

/// <summary>Whether the unit could have helped it.</summary>
internal enum DelayCause
{
    /// <summary>Khách quan.</summary>
    Objective,

    /// <summary>Chủ quan.</summary>
    Subjective,
}

internal sealed class ExtensionRequest : TaskEntry
{
    public DateOnly? DueBefore { get; init; }

    public DateOnly NewDue { get; init; }

    public DelayCause Cause { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>The body that is waited for, if one is.</summary>
    public string? WaitsFor { get; init; }
}

internal sealed class ExtensionDecision : TaskEntry
{
    public Guid RequestId { get; init; }

    public bool IsGranted { get; init; }

    /// <summary>The day granted; the leader may give another one than asked for.</summary>
    public DateOnly? GrantedDue { get; init; }

    public string? Reason { get; init; }
}

/// <summary>A leader wants to know why; answered in place.</summary>
internal sealed class ExplanationRequest : TaskEntry
{
    public string Question { get; init; } = "";

    public DateOnly DueOn { get; init; }
}

internal sealed class ExplanationAnswer : TaskEntry
{
    public Guid RequestId { get; init; }

    public string Text { get; init; } = "";
}

/// <summary>The awaited act of another body has come: the clock of a conditional task starts.</summary>
internal sealed class ConditionEvent : TaskEntry
{
    public DateOnly OccurredOn { get; init; }

    public string DocumentNumber { get; init; } = "";

    /// <summary>The last day from now on.</summary>
    public DateOnly? DueOn { get; init; }

    public Guid? FileId { get; init; }
}

/// <summary>Days in which the unit waits for another body; not counted as its own delay.</summary>
internal sealed class WaitingSpell : TaskEntry
{
    public string WaitsFor { get; init; } = "";

    public string? Note { get; init; }

    public DateOnly StartedOn { get; init; }

    public DateOnly? EndedOn { get; private set; }

    public void End(DateOnly on) => EndedOn = on;

    /// <summary>It was ended by mistake.</summary>
    public void GoOn() => EndedOn = null;
}

/// <summary>A locked period was opened again.</summary>
internal sealed class PeriodReopening : TaskEntry
{
    public Guid ObligationId { get; init; }

    /// <summary>When it had been locked.</summary>
    public DateTimeOffset LockedAt { get; init; }

    /// <summary>The last day on which it takes its report.</summary>
    public DateOnly Until { get; init; }

    public string Reason { get; init; } = "";
}
