using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Plans.Amending;
using NamRo.Plans.Contracts;
using NamRo.Plans.Domain;

namespace NamRo.Plans.Covering;

/// <summary>
/// Keeps how the ward's published plans take up the plan above, so that it can be counted without comparing again. Each time all is made
/// anew: a repeated delivery changes nothing.
/// </summary>
internal sealed class KeepCoverage(AppDb database, CoverageDesk desk) : ISubscriber<PlanPublished>, ISubscriber<PlanUnpublished>,
    ISubscriber<PlanAmended>, ISubscriber<PlanRead>, ISubscriber<CoverageDecided>
{
    public Task ReceiveAsync(PlanPublished happened, Guid eventId, CancellationToken cancel) => KeepAsync(cancel);

    public Task ReceiveAsync(PlanUnpublished happened, Guid eventId, CancellationToken cancel) => KeepAsync(cancel);

    public Task ReceiveAsync(PlanAmended happened, Guid eventId, CancellationToken cancel) => KeepAsync(cancel);

    public Task ReceiveAsync(PlanRead happened, Guid eventId, CancellationToken cancel) => KeepAsync(cancel);

    public Task ReceiveAsync(CoverageDecided happened, Guid eventId, CancellationToken cancel) => KeepAsync(cancel);

    private async Task KeepAsync(CancellationToken cancel)
    {
        var documents = await database.Set<PlanDocument>().AsNoTracking()
            .Where(row => row.State == PlanState.Read || row.State == PlanState.Published).ToListAsync(cancel);
        var uppers = documents.Where(UpperPlan.IsUpper).ToList();
        await database.Set<CoverageRecord>().ExecuteDeleteAsync(cancel);
        foreach (var plan in documents.Where(row => row.State == PlanState.Published && !UpperPlan.IsUpper(row)))
        {
            if (UpperPlan.Propose(plan, uppers) is { } upper)
            {
                var (lines, _) = await desk.CompareAsync(plan.Id, upper.Id, cancel);
                database.AddRange(lines.Select(line => new CoverageRecord
                {
                    PlanId = plan.Id,
                    UpperRowId = line.Upper.Id(),
                    UpperPlanId = upper.Id,
                    UpperText = line.Upper.Text,
                    IsTakenUp = !line.IsLeftOut,
                    FallsShort = line.FallsShort,
                    IsConfirmed = line.Matches.Any(match => match.ConfirmedBy is not null),
                }));
            }
        }

        await database.SaveChangesAsync(cancel);
    }
}
