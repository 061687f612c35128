using Microsoft.EntityFrameworkCore;
using NamRo.Extraction;
using NamRo.Kernel.Data;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Settings;
using NamRo.Plans.Domain;

namespace NamRo.Plans;

/// <summary>How far a plan is from being published.</summary>
/// <param name="Pending">Rows nobody has decided about; they hold the plan back.</param>
/// <param name="OpenErrors">Contradictions nobody has settled; they hold it back too.</param>
/// <param name="OpenWarnings">Other findings nobody has settled: told, not enforced.</param>
internal sealed record Readiness(int Tasks, int Targets, int Pending, int OpenErrors, int OpenWarnings, int Doubtful, bool IsOwnReview);

/// <summary>What is missing before a plan may be published, and who may not publish it.</summary>
internal sealed class PublicationCheck(AppDb database, WardSettings settings)
{
    public async Task<Readiness> ReadAsync(Guid plan, Guid? user, CancellationToken cancel)
    {
        var rows = await database.Set<PlanRow>().Where(row => row.PlanId == plan && row.State != RowState.Replaced)
            .GroupBy(row => new { row.State, row.Kind, HasDoubts = row.DoubtCount > 0, IsOwn = row.DecidedBy == user })
            .Select(group => new { group.Key.State, group.Key.Kind, group.Key.HasDoubts, group.Key.IsOwn, Count = group.Count() })
            .ToListAsync(cancel);
        var findings = await database.Set<DraftFinding>().Where(finding => finding.PlanId == plan
            && !database.Set<FindingDecision>().Any(decision => decision.PlanId == plan && decision.Key == finding.Key))
            .GroupBy(finding => finding.Severity).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancel);
        var needsAnother = await settings.GetAsync(PlansSetting.PublishedByAnother, cancel);
        var accepted = rows.Where(row => row.State == RowState.Accepted).ToList();
        return new Readiness(
            accepted.Where(row => row.Kind == RowKind.Task).Sum(row => row.Count),
            accepted.Where(row => row.Kind == RowKind.Target).Sum(row => row.Count),
            rows.Where(row => row.State == RowState.Pending).Sum(row => row.Count),
            findings.Where(finding => finding.Key == Severity.Error).Sum(finding => finding.Count),
            findings.Where(finding => finding.Key == Severity.Warning).Sum(finding => finding.Count),
            accepted.Where(row => row.HasDoubts).Sum(row => row.Count),
            needsAnother && user is not null && rows.Any(row => row.IsOwn && row.State != RowState.Pending));
    }

    public async Task<Refusal?> RefuseAsync(Guid plan, Guid? user, CancellationToken cancel)
    {
        var ready = await ReadAsync(plan, user, cancel);
        return ready switch
        {
            { Pending: > 0 } or { OpenErrors: > 0 } => PlanRefusals.NotReady(ready.Pending, ready.OpenErrors),
            { Tasks: 0, Targets: 0 } => PlanRefusals.NothingAccepted,
            { IsOwnReview: true } => PlanRefusals.OwnReview,
            _ => null,
        };
    }
}
