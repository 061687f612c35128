using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;

namespace NamRo.Targets;

/// <param name="Version">Of the target, as the form showed it.</param>
internal sealed record ReviseTarget(Guid Id, int Version, decimal? Value, decimal? UpperValue, DateOnly DueOn, string Decision,
    DateOnly DecidedOn);

/// <summary>Changes a promise by a decision and keeps the former one.</summary>
internal sealed class ReviseTargetHandler(AppDb database, EventLog events, CurrentUser user, WardClock clock, StandingBook standings)
{
    public async Task<Outcome> HandleAsync(ReviseTarget command, CancellationToken cancel)
    {
        var target = await database.Set<Target>().SingleOrDefaultAsync(row => row.Id == command.Id, cancel);
        if (target is null)
        {
            return Outcome.Missing;
        }

        if (target.Version != command.Version)
        {
            return TargetRefusals.ChangedMeanwhile;
        }

        var last = await database.Set<TargetRevision>().Where(row => row.TargetId == target.Id)
            .MaxAsync(row => (int?)row.Number, cancel) ?? 0;
        var leadUnit = await database.Set<Series>().Where(row => row.Id == target.SeriesId).Select(row => row.LeadUnitId)
            .SingleAsync(cancel);
        var former = target.AsRevision(last + 1, command.Decision, command.DecidedOn, user.DisplayName, clock.Now, leadUnit);
        if (target.Revise(command.Value, command.UpperValue, command.DueOn) is { } refusal)
        {
            return refusal;
        }

        database.Add(former);
        events.Record(new TargetRevised(target.AsSubject, command.Decision, command.DecidedOn));
        await database.SaveChangesAsync(cancel);
        await standings.DeriveAsync([target.SeriesId], cancel);
        return Outcome.Success;
    }
}
