using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Plans.Amending;
using NamRo.Plans.Comparing;
using NamRo.Plans.Contracts;
using NamRo.Plans.Domain;
using NamRo.Targets.Contracts;
using NamRo.Work.Contracts;

namespace NamRo.Plans;

/// <param name="Version">Of the amendment, as it was seen: a comparison that changed since is not approved.</param>
/// <param name="PublicationId">Made when the form is shown: approving twice is once.</param>
internal sealed record ApproveAmendment(Guid PlanId, int Version, Guid PublicationId);

/// <summary>
/// Brings an amending plan to life as a whole: tasks and targets that go on keep their key and so their progress, new ones open, those
/// that end are closed. All in one transaction.
/// </summary>
internal sealed class ApproveAmendmentHandler(AppDb database, EventLog events, CurrentUser user, WardClock clock, AmendmentDesk desk,
    PublicationCheck check, Commitments commitments, IEnumerable<ITargetRegister> targetRegisters,
    IEnumerable<ITaskRegister> taskRegisters)
{
    public async Task<Outcome> HandleAsync(ApproveAmendment command, CancellationToken cancel)
    {
        // The lock makes the second of two people wait, and then see what the first has done.
        var amendment = await database.Set<Amendment>()
            .FromSql($"select * from plans.amendment where ward_id = {database.WardId} and plan_id = {command.PlanId} for update")
            .SingleOrDefaultAsync(cancel);
        if (amendment is null)
        {
            return Outcome.Missing;
        }

        if (await database.Set<PlanPublication>().AnyAsync(row => row.Id == command.PublicationId, cancel))
        {
            return Outcome.Success;
        }

        var diff = await desk.CompareAsync(amendment, cancel);
        if (await RefuseAsync(diff, command, cancel) is { } refusal)
        {
            return refusal;
        }

        var result = await CarryOutAsync(diff, cancel);
        var plan = await database.Set<PlanDocument>().SingleAsync(row => row.Id == amendment.PlanId, cancel);
        var (targets, tasks) = await commitments.OfAsync(plan, cancel);
        plan.Publish();
        amendment.Approve(user, clock.Now);
        database.Add(new PlanPublication
        {
            Id = command.PublicationId,
            PlanId = plan.Id,
            TaskCount = tasks.Count,
            TargetCount = targets.Count,
            PublishedBy = user.Id,
            PublishedByName = user.DisplayName,
            PublishedAt = clock.Now,
        });
        events.Record(new PlanAmended(plan.AsSubject, diff.Former.Id, result.Added.Count, result.Changed.Count, result.Ended.Count));
        await database.SaveChangesAsync(cancel);
        await FollowAsync(diff, result, targets, tasks, cancel);
        return Outcome.Success;
    }

    private async Task<Refusal?> RefuseAsync(AmendmentDiff diff, ApproveAmendment command, CancellationToken cancel) => diff switch
    {
        { Amendment.IsApproved: true } => AmendmentRefusals.Approved,
        _ when diff.Amendment.Version != command.Version => AmendmentRefusals.ChangedMeanwhile,
        { Open: > 0 } => AmendmentRefusals.OpenLines(diff.Open),
        _ => AmendmentRefusals.Of(diff.Plan, diff.Former) ?? await check.RefuseAsync(diff.Plan.Id, user.Id, cancel),
    };

    /// <summary>Gives new rows the keys they go on under, and writes the whole result down as the history of the amendment.</summary>
    private async Task<AmendedKeys> CarryOutAsync(AmendmentDiff diff, CancellationToken cancel)
    {
        var ids = diff.Lines.SelectMany(line => line.FormerIds.Concat(line.PresentIds)).ToHashSet();
        var rows = await database.Set<PlanRow>().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        var result = new AmendedKeys([], [], []);
        foreach (var line in diff.Lines)
        {
            List<PlanRow> former = [.. line.FormerIds.Select(id => rows[id])];
            List<PlanRow> present = [.. line.PresentIds.Select(id => rows[id])];
            if (former.Count > 0 && present.Count > 0)
            {
                // The first part of a split row, and a merged row for the first of its parts, keep the progress.
                present[0].GoOn(former[0].CommitmentKey);
                if (line.Change.Kind != ChangeKind.Unchanged)
                {
                    result.Changed.Add(former[0].CommitmentKey);
                }
            }

            result.Added.UnionWith(present.Skip(former.Count > 0 ? 1 : 0).Select(row => row.CommitmentKey));
            result.Ended.UnionWith(former.Skip(present.Count > 0 ? 1 : 0).Where(_ => present.Count > 0 || line.Fate == Fate.Ends)
                .Select(row => row.CommitmentKey));
        }

        await WriteDownAsync(diff, cancel);
        await database.SaveChangesAsync(cancel);
        return result;
    }

    private async Task WriteDownAsync(AmendmentDiff diff, CancellationToken cancel)
    {
        var decided = await database.Set<AmendmentChoice>().Where(row => row.AmendmentId == diff.Amendment.Id).ToListAsync(cancel);
        foreach (var line in diff.Lines)
        {
            var fate = line.Fate == Fate.Ends ? ChoiceKind.Ends : ChoiceKind.CarriedOver;
            var links = line.FormerIds.Count > 0 && line.PresentIds.Count > 0
                ? line.FormerIds.SelectMany(_ => line.PresentIds, (one, other) => ((Guid?)one, (Guid?)other, ChoiceKind.Continues))
                : line.PresentIds.Select(id => ((Guid?)null, (Guid?)id, ChoiceKind.IsNew))
                    .Concat(line.FormerIds.Select(id => ((Guid?)id, (Guid?)null, fate)));
            foreach (var (former, present, kind) in links.Where(link =>
                !decided.Exists(choice => choice.FormerRowId == link.Item1 && choice.PresentRowId == link.Item2)))
            {
                database.Add(new AmendmentChoice
                {
                    Id = Guid.CreateVersion7(clock.Now),
                    AmendmentId = diff.Amendment.Id,
                    Kind = kind,
                    FormerRowId = former,
                    PresentRowId = present,
                    DecidedBy = user.Id,
                    DecidedByName = user.DisplayName,
                    DecidedAt = clock.Now,
                });
            }
        }

        events.Record(new AmendmentRowDecided(diff.Plan.AsSubject, nameof(ApproveAmendment), diff.Lines.Count));
    }

    private async Task FollowAsync(AmendmentDiff diff, AmendedKeys keys, IReadOnlyList<TargetCommitment> targets,
        IReadOnlyList<TaskCommitment> tasks, CancellationToken cancel)
    {
        var replaces = diff.Amendment.Mode == AmendmentMode.Replaces;
        var (plan, title) = replaces ? (diff.Plan.Id, diff.Plan.Title) : (diff.Former.Id, diff.Former.Title);
        targets = [.. targets.Select(row => row with { PlanId = plan, PlanTitle = title })];
        tasks = [.. tasks.Select(row => row with { PlanId = plan, PlanTitle = title })];
        foreach (var register in targetRegisters)
        {
            await register.AmendAsync(new TargetAmendment(diff.Former.Id, plan, title, replaces,
                [.. targets.Where(row => keys.Added.Contains(row.Id))], [.. targets.Where(row => keys.Changed.Contains(row.Id))],
                [.. keys.Ended], diff.Plan.Title), cancel);
        }

        foreach (var register in taskRegisters)
        {
            await register.AmendAsync(new TaskAmendment(diff.Former.Id, plan, title, replaces,
                [.. tasks.Where(row => keys.Added.Contains(row.Id))], [.. tasks.Where(row => keys.Changed.Contains(row.Id))],
                [.. keys.Ended], diff.Plan.Title), cancel);
        }
    }

    /// <summary>Keys of tasks and targets by what happens to them.</summary>
    private sealed record AmendedKeys(HashSet<Guid> Added, HashSet<Guid> Changed, HashSet<Guid> Ended);
}
