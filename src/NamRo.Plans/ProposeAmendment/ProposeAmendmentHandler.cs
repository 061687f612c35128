using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Plans.Contracts;
using NamRo.Plans.Domain;

namespace NamRo.Plans;

/// <param name="AmendmentId">Made when the form is shown.</param>
internal sealed record ProposeAmendment(Guid AmendmentId, Guid PlanId, Guid FormerPlanId, AmendmentMode Mode);

/// <summary>Says which published plan a plan adjusts or replaces; nothing changes until the whole is approved.</summary>
internal sealed class ProposeAmendmentHandler(AppDb database, EventLog events, CurrentUser user, WardClock clock)
{
    public async Task<Outcome> HandleAsync(ProposeAmendment command, CancellationToken cancel)
    {
        var plan = await database.Set<PlanDocument>().SingleOrDefaultAsync(row => row.Id == command.PlanId, cancel);
        var former = await database.Set<PlanDocument>().SingleOrDefaultAsync(row => row.Id == command.FormerPlanId, cancel);
        if (plan is null || former is null)
        {
            return Outcome.Missing;
        }

        var earlier = await database.Set<Amendment>().SingleOrDefaultAsync(row => row.PlanId == plan.Id, cancel);
        if (earlier is not null)
        {
            return earlier.Id == command.AmendmentId ? Outcome.Success : AmendmentRefusals.AlreadyCompared(earlier.ProposedByName);
        }

        if (AmendmentRefusals.Of(plan, former) is { } refusal)
        {
            return refusal;
        }

        if (await IsReplacedAsync(former.Id, cancel))
        {
            return AmendmentRefusals.FormerReplaced;
        }

        database.Add(new Amendment
        {
            Id = command.AmendmentId,
            PlanId = plan.Id,
            FormerPlanId = former.Id,
            Mode = command.Mode,
            ProposedBy = user.Id,
            ProposedByName = user.DisplayName,
            ProposedAt = clock.Now,
        });
        events.Record(new AmendmentProposed(plan.AsSubject, former.Id, former.Title));
        await database.SaveChangesAsync(cancel);
        return Outcome.Success;
    }

    private Task<bool> IsReplacedAsync(Guid former, CancellationToken cancel) => database.Set<Amendment>()
        .AnyAsync(row => row.FormerPlanId == former && row.Mode == AmendmentMode.Replaces && row.ApprovedAt != null, cancel);
}
