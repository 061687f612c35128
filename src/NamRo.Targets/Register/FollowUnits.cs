using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;

namespace NamRo.Targets;

/// <summary>
/// Moves the figures a former unit entered to its successor. When it was split, a person has to say which part goes on: the series wait
/// without a unit, where the secretariat sees them.
/// </summary>
internal sealed class FollowUnits(AppDb database, EventLog events) : ISubscriber<UnitSucceeded>
{
    /// <inheritdoc/>
    public async Task ReceiveAsync(UnitSucceeded happened, Guid eventId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var former = happened.Subject.Id;
        var series = await database.Set<Series>().Where(row => row.LeadUnitId == former).ToListAsync(cancel);
        if (series.Count == 0)
        {
            return;
        }

        var successor = happened.SuccessorIds is [var only] ? only : (Guid?)null;
        series.ForEach(row => row.LeadBy(successor));
        events.Record(new SeriesMoved(happened.Subject, series.Count));
        await database.SaveChangesAsync(cancel);
    }
}
