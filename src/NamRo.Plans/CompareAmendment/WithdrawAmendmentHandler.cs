using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;
using NamRo.Plans.Contracts;
using NamRo.Plans.Domain;

namespace NamRo.Plans;

internal sealed record WithdrawAmendment(Guid PlanId);

/// <summary>Takes the proposal back: the plan stands alone again. Nothing had come to life.</summary>
internal sealed class WithdrawAmendmentHandler(AppDb database, EventLog events)
{
    public async Task<Outcome> HandleAsync(WithdrawAmendment command, CancellationToken cancel)
    {
        var amendment = await database.Set<Amendment>().SingleOrDefaultAsync(row => row.PlanId == command.PlanId, cancel);
        if (amendment is null)
        {
            return Outcome.Missing;
        }

        if (amendment.IsApproved)
        {
            return AmendmentRefusals.Approved;
        }

        var plan = await database.Set<PlanDocument>().SingleAsync(row => row.Id == command.PlanId, cancel);
        database.RemoveRange(await database.Set<AmendmentChoice>().Where(row => row.AmendmentId == amendment.Id).ToListAsync(cancel));
        database.Remove(amendment);
        events.Record(new AmendmentWithdrawn(plan.AsSubject));
        await database.SaveChangesAsync(cancel);
        return Outcome.Success;
    }
}
