using Microsoft.EntityFrameworkCore;
using NamRo.Extraction;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Plans.Contracts;
using NamRo.Plans.Domain;

namespace NamRo.Plans;

internal sealed record CreatePlan(Guid Id, DocumentHeader Header);

/// <summary>Begins a plan that exists only on paper; its rows are entered in the review. The same command twice is one plan.</summary>
internal sealed class CreatePlanHandler(AppDb database, EventLog events, CurrentUser user, WardClock clock)
{
    public async Task<Outcome> HandleAsync(CreatePlan command, CancellationToken cancel)
    {
        if (await database.Set<PlanDocument>().AnyAsync(row => row.Id == command.Id, cancel))
        {
            return Outcome.Success;
        }

        var plan = PlanDocument.Enter(command.Id, command.Header, user.Id, clock.Now);
        database.Add(plan);
        events.Record(new PlanEntered(plan.AsSubject));
        await database.SaveChangesAsync(cancel);
        return Outcome.Success;
    }
}
