using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Plans.Contracts;
using NamRo.Plans.Domain;
using NamRo.Plans.Review;

namespace NamRo.Plans;

/// <param name="Key">See <see cref="DraftFinding.Key"/>.</param>
/// <param name="IsWaived">Left as it is, for a reason; else: put right.</param>
internal sealed record DecideFinding(Guid PlanId, string Key, bool IsWaived, string? Reason);

/// <summary>Opens a settled finding again.</summary>
internal sealed record ReopenFinding(Guid PlanId, string Key);

/// <summary>Settles what the reading found odd. Two people at once: the later word stands.</summary>
internal sealed class DecideFindingHandler(AppDb database, ReviewJournal journal, EventLog events, CurrentUser user, WardClock clock)
{
    public async Task<Outcome> HandleAsync(DecideFinding command, CancellationToken cancel)
    {
        if (command.IsWaived && string.IsNullOrWhiteSpace(command.Reason))
        {
            return PlanRefusals.ReasonMissing;
        }

        return await ChangeAsync(command.PlanId, command.Key, (plan, finding, earlier) =>
        {
            var decision = earlier ?? new FindingDecision { PlanId = plan.Id, Key = finding.Key };
            decision.Decide(command.IsWaived, command.Reason?.Trim(), user, clock.Now);
            if (earlier is null)
            {
                database.Add(decision);
            }

            events.Record(new PlanFindingDecided(plan.AsSubject, finding.Message, command.IsWaived) { Reason = command.Reason?.Trim() });
        }, cancel);
    }

    public Task<Outcome> HandleAsync(ReopenFinding command, CancellationToken cancel) =>
        ChangeAsync(command.PlanId, command.Key, (plan, finding, earlier) =>
        {
            if (earlier is not null)
            {
                database.Remove(earlier);
                events.Record(new PlanFindingReopened(plan.AsSubject, finding.Message));
            }
        }, cancel);

    private async Task<Outcome> ChangeAsync(Guid planId, string key, Action<PlanDocument, DraftFinding, FindingDecision?> change,
        CancellationToken cancel)
    {
        var opened = await journal.OpenAsync(planId, cancel);
        if (opened is not Outcome<PlanDocument>.Done { Value: var plan })
        {
            return opened is Outcome<PlanDocument>.Refused refused ? refused.Refusal : Outcome.Missing;
        }

        var finding = await database.Set<DraftFinding>().FirstOrDefaultAsync(row => row.PlanId == planId && row.Key == key, cancel);
        if (finding is null)
        {
            return Outcome.Missing;
        }

        var earlier = await database.Set<FindingDecision>().SingleOrDefaultAsync(row => row.PlanId == planId && row.Key == key, cancel);
        change(plan, finding, earlier);
        await database.SaveChangesAsync(cancel);
        return Outcome.Success;
    }
}
