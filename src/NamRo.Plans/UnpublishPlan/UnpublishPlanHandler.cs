using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Plans.Contracts;
using NamRo.Plans.Domain;
using NamRo.Targets.Contracts;
using NamRo.Work.Contracts;

namespace NamRo.Plans;

internal sealed record UnpublishPlan(Guid PlanId, string Reason);

/// <summary>Takes a published plan back into review while nothing has been reported on it.</summary>
internal sealed class UnpublishPlanHandler(AppDb database, EventLog events, CurrentUser user, WardClock clock,
    IEnumerable<ITargetRegister> targetRegisters, IEnumerable<ITaskRegister> taskRegisters)
{
    public async Task<Outcome> HandleAsync(UnpublishPlan command, CancellationToken cancel)
    {
        var plan = await database.Set<PlanDocument>()
            .FromSql($"select * from plans.plan_document where ward_id = {database.WardId} and id = {command.PlanId} for update")
            .SingleOrDefaultAsync(cancel);
        var publication = await database.Set<PlanPublication>()
            .SingleOrDefaultAsync(row => row.PlanId == command.PlanId && row.WithdrawnAt == null, cancel);
        if (plan is null)
        {
            return Outcome.Missing;
        }

        if (publication is null)
        {
            return PlanRefusals.NotPublished;
        }

        if (await database.Set<Amendment>().AnyAsync(row => row.ApprovedAt != null
            && (row.PlanId == plan.Id || row.FormerPlanId == plan.Id), cancel))
        {
            return AmendmentRefusals.Amended;
        }

        if (await IsReportedOnAsync(plan.Id, cancel))
        {
            return PlanRefusals.ReportedOn;
        }

        foreach (var register in taskRegisters)
        {
            await register.WithdrawAsync(plan.Id, command.Reason, cancel);
        }

        foreach (var register in targetRegisters)
        {
            await register.WithdrawAsync(plan.Id, command.Reason, cancel);
        }

        plan.Unpublish();
        publication.Withdraw(user, command.Reason, clock.Now);
        events.Record(new PlanUnpublished(plan.AsSubject) { Reason = command.Reason });
        await database.SaveChangesAsync(cancel);
        return Outcome.Success;
    }

    private async Task<bool> IsReportedOnAsync(Guid plan, CancellationToken cancel)
    {
        foreach (var register in taskRegisters)
        {
            if (await register.IsReportedOnAsync(plan, cancel))
            {
                return true;
            }
        }

        foreach (var register in targetRegisters)
        {
            if (await register.IsReportedOnAsync(plan, cancel))
            {
                return true;
            }
        }

        return false;
    }
}
