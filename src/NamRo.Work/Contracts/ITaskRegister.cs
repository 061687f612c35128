namespace NamRo.Work.Contracts;

/// <summary>
/// Brings a plan's tasks to life and keeps them in step with its versions. Every call runs in the caller's transaction and may be repeated.
/// </summary>
public interface ITaskRegister
{
    /// <summary>Opens the tasks that are not open yet, with their obligations; the units are told.</summary>
    Task OpenAsync(IReadOnlyList<TaskCommitment> tasks, CancellationToken cancel);

    /// <summary>Whether anything (a receipt, an update, evidence, a decision) has been reported on a task of the plan.</summary>
    Task<bool> IsReportedOnAsync(Guid planId, CancellationToken cancel);

    /// <summary>Takes the plan's tasks back. Only while nothing is reported.</summary>
    Task WithdrawAsync(Guid planId, string reason, CancellationToken cancel);

    /// <summary>
    /// Follows an amendment: added tasks open, changed ones keep their progress and get the new words, unit or deadline (only future
    /// obligations
    /// change), dropped ones close as "không thực hiện nữa". Tasks not named only move to the new plan version.
    /// </summary>
    Task AmendAsync(TaskAmendment amendment, CancellationToken cancel);
}

/// <summary>What an amending or replacing plan does to the tasks of the plan before it.</summary>
/// <param name="FormerPlanId">The plan whose tasks change.</param>
/// <param name="PlanId">The plan that changes them; tasks that go on belong to it from now on if <paramref name="Replaces"/>.</param>
/// <param name="Replaces">False: it only adjusts some rows; the former plan stays in force.</param>
/// <param name="Added">Tasks without a predecessor.</param>
/// <param name="Changed">By the key of the existing task (<see cref="TaskCommitment.Id"/>).</param>
/// <param name="DroppedIds">Existing tasks that end.</param>
/// <param name="Reason">The amending document, for the history.</param>
public sealed record TaskAmendment(Guid FormerPlanId, Guid PlanId, string PlanTitle, bool Replaces, IReadOnlyList<TaskCommitment> Added,
    IReadOnlyList<TaskCommitment> Changed, IReadOnlyList<Guid> DroppedIds, string Reason);
