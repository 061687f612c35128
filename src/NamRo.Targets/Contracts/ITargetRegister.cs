namespace NamRo.Targets.Contracts;

/// <summary>
/// Brings a plan's targets to life and keeps them in step with its versions. Every call runs in the caller's transaction and may be
/// repeated.
/// </summary>
public interface ITargetRegister
{
    /// <summary>Opens the targets that are not open yet.</summary>
    Task OpenAsync(IReadOnlyList<TargetCommitment> targets, CancellationToken cancel);

    /// <summary>Whether a measurement has been entered, imported or verified for a target of the plan.</summary>
    Task<bool> IsReportedOnAsync(Guid planId, CancellationToken cancel);

    /// <summary>Takes the plan's targets back. Only while nothing is reported.</summary>
    Task WithdrawAsync(Guid planId, string reason, CancellationToken cancel);

    /// <summary>
    /// Follows an amendment: added targets open, changed ones keep their measurements and remember the former value with the amending
    /// document, dropped ones end. Targets not named only move to the new plan version.
    /// </summary>
    Task AmendAsync(TargetAmendment amendment, CancellationToken cancel);
}

/// <summary>What an amending or replacing plan does to the targets of the plan before it.</summary>
/// <param name="FormerPlanId">The plan whose targets change.</param>
/// <param name="PlanId">The plan that changes them; targets that go on belong to it from now on if <paramref name="Replaces"/>.</param>
/// <param name="Replaces">False: it only adjusts some rows; the former plan stays in force.</param>
/// <param name="Changed">By the key of the existing target (<see cref="TargetCommitment.Id"/>).</param>
/// <param name="Reason">The amending document, for the history.</param>
public sealed record TargetAmendment(Guid FormerPlanId, Guid PlanId, string PlanTitle, bool Replaces, IReadOnlyList<TargetCommitment> Added,
    IReadOnlyList<TargetCommitment> Changed, IReadOnlyList<Guid> DroppedIds, string Reason);
