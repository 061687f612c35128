using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Plans.Contracts;
using NamRo.Plans.Domain;

namespace NamRo.Plans;

/// <param name="IsConfirmed">The own row takes the other up; false: it does not.</param>
internal sealed record DecideCoverage(Guid PlanId, Guid UpperPlanId, Guid UpperRowId, Guid OwnRowId, bool IsConfirmed);

/// <summary>A person's word on whether a row takes up a row of the plan above. Two people at once: the later word stands.</summary>
internal sealed class DecideCoverageHandler(AppDb database, EventLog events, CurrentUser user, WardClock clock)
{
    public async Task<Outcome> HandleAsync(DecideCoverage command, CancellationToken cancel)
    {
        var plan = await database.Set<PlanDocument>().SingleOrDefaultAsync(row => row.Id == command.PlanId, cancel);
        var fits = await database.Set<PlanRow>().CountAsync(row => (row.Id == command.UpperRowId && row.PlanId == command.UpperPlanId)
            || (row.Id == command.OwnRowId && row.PlanId == command.PlanId), cancel);
        if (plan is null || fits != 2)
        {
            return Outcome.Missing;
        }

        var choice = await database.Set<CoverageChoice>()
            .SingleOrDefaultAsync(row => row.UpperRowId == command.UpperRowId && row.OwnRowId == command.OwnRowId, cancel);
        if (choice is null)
        {
            choice = new CoverageChoice { UpperRowId = command.UpperRowId, OwnRowId = command.OwnRowId };
            database.Add(choice);
        }

        choice.Decide(command.IsConfirmed, user, clock.Now);
        events.Record(new CoverageDecided(plan.AsSubject, command.UpperRowId, command.OwnRowId, command.IsConfirmed));
        await database.SaveChangesAsync(cancel);
        return Outcome.Success;
    }
}
