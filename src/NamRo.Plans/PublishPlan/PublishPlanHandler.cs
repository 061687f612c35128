using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Notices;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Plans.Contracts;
using NamRo.Plans.Domain;
using NamRo.Targets.Contracts;
using NamRo.Work.Contracts;

namespace NamRo.Plans;

/// <param name="PublicationId">Made when the form is shown.</param>
internal sealed record PublishPlan(Guid PlanId, Guid PublicationId);

/// <summary>Brings the accepted rows of a plan to life, all or none. Of two people at once, one publishes and the other is told.</summary>
internal sealed class PublishPlanHandler(AppDb database, EventLog events, CurrentUser user, WardClock clock, PublicationCheck check,
    Commitments commitments, NoticeBoard board, IEnumerable<ITargetRegister> targetRegisters, IEnumerable<ITaskRegister> taskRegisters)
{
    public async Task<Outcome> HandleAsync(PublishPlan command, CancellationToken cancel)
    {
        // The lock makes the second of two people wait, and then see what the first has done.
        var plan = await database.Set<PlanDocument>()
            .FromSql($"select * from plans.plan_document where ward_id = {database.WardId} and id = {command.PlanId} for update")
            .SingleOrDefaultAsync(cancel);
        if (plan is null)
        {
            return Outcome.Missing;
        }

        var earlier = await database.Set<PlanPublication>()
            .SingleOrDefaultAsync(row => row.PlanId == plan.Id && row.WithdrawnAt == null, cancel);
        if (earlier is not null)
        {
            return earlier.Id == command.PublicationId
                ? Outcome.Success
                : PlanRefusals.AlreadyPublished(earlier.PublishedByName, earlier.PublishedAt);
        }

        if (plan.State != PlanState.Read)
        {
            return PlanRefusals.NotRead;
        }

        if (await database.Set<Amendment>().AnyAsync(row => row.PlanId == plan.Id, cancel))
        {
            return AmendmentRefusals.IsAmendment;
        }

        if (await check.RefuseAsync(plan.Id, user.Id, cancel) is { } refusal)
        {
            return refusal;
        }

        var (targets, tasks) = await commitments.OfAsync(plan, cancel);
        plan.Publish();
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
        events.Record(new PlanPublished(plan.AsSubject, tasks.Count, targets.Count));
        await TellHeadsAsync(plan, command.PublicationId, tasks, cancel);
        await database.SaveChangesAsync(cancel);
        foreach (var register in targetRegisters)
        {
            await register.OpenAsync(targets, cancel);
        }

        foreach (var register in taskRegisters)
        {
            await register.OpenAsync(tasks, cancel);
        }

        return Outcome.Success;
    }

    /// <summary>One notice for the head of each unit that leads, however many tasks it got.</summary>
    private async Task TellHeadsAsync(PlanDocument plan, Guid publication, IReadOnlyList<TaskCommitment> tasks, CancellationToken cancel)
    {
        var counts = tasks.Where(task => task.LeadUnitId is not null).CountBy(task => task.LeadUnitId!.Value).ToDictionary();
        var ids = counts.Keys.ToList();
        var units = await database.Set<UnitRow>().Where(unit => ids.Contains(unit.Id) && unit.HeadPersonId != null).ToListAsync(cancel);
        foreach (var unit in units)
        {
            board.Post(new Notice(unit.HeadPersonId!.Value, PlansModule.Published.Code,
                $"{plan.Title}: {unit.ShortName} chủ trì {counts[unit.Id]} nhiệm vụ", $"/ke-hoach/{plan.Id}",
                OnceKey: $"plan-published:{publication}:{unit.Id}"));
        }
    }
}
