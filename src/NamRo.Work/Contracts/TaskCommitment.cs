using NamRo.Kernel.Sources;
using NamRo.Language;

namespace NamRo.Work.Contracts;

/// <summary>A task (nhiệm vụ) to which a published plan commits the ward.</summary>
/// <param name="Id">Key of the task, chosen by the publisher: publishing twice opens it once.</param>
/// <param name="PlanId">The plan it belongs to now.</param>
/// <param name="Ordinal">Its place in the plan, from 1.</param>
/// <param name="Text">The work, as the plan says it.</param>
public sealed record TaskCommitment(Guid Id, Guid PlanId, int Ordinal, string Text)
{
    /// <summary>What people call the plan, for lists and notices.</summary>
    public required string PlanTitle { get; init; }

    /// <summary>The item's own number in the plan, such as "II.4".</summary>
    public string? Number { get; init; }

    /// <summary>Title of the plan's section, by which lists are grouped.</summary>
    public string? Group { get; init; }

    /// <summary>The one unit that leads (NĐ 315/2025, Điều 2); null: the plan names none the ward has.</summary>
    public Guid? LeadUnitId { get; init; }

    /// <summary>The units that take part, each with its own share of the work later.</summary>
    public IReadOnlyList<Guid> CoUnitIds { get; init; } = [];

    /// <summary>Co-units as written, where they are not units of the ward ("các phòng, ban").</summary>
    public string? CoUnitText { get; init; }

    /// <summary>The leader who answers for it, found by name and post.</summary>
    public Guid? LeaderPersonId { get; init; }

    /// <summary>The leader as written.</summary>
    public string? LeaderText { get; init; }

    /// <summary>The product (sản phẩm đầu ra) without which the task is not done.</summary>
    public string? Output { get; init; }

    public string? DeadlineText { get; init; }

    public Deadline Deadline { get; init; } = Deadline.None;

    /// <summary>First day on which it can be worked on: the plan's day of issue, else the day of publishing.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>The numbered parts of a compound task.</summary>
    public IReadOnlyList<TaskCommitmentPart> Parts { get; init; } = [];

    /// <summary>The targets it serves.</summary>
    public IReadOnlyList<Guid> TargetIds { get; init; } = [];

    public SourceLink Source { get; init; } = SourceLink.None;
}

/// <summary>A part of a compound task.</summary>
public sealed record TaskCommitmentPart(string Number, string Text);
