using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;

namespace NamRo.Targets;

/// <summary>Opens, amends and withdraws the targets of plans. A second call with the same targets changes nothing.</summary>
internal sealed class TargetRegister(AppDb database, EventLog events, CurrentUser user, WardClock clock, StandingBook standings)
    : ITargetRegister
{
    private const string SystemName = "Hệ thống";

    /// <inheritdoc/>
    public async Task OpenAsync(IReadOnlyList<TargetCommitment> targets, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(targets);
        var opened = await AddAsync(targets, cancel);
        if (opened.Count == 0)
        {
            return;
        }

        var plan = targets[0];
        events.Record(new TargetsOpened(new EventSubject("Plan", plan.PlanId, plan.PlanTitle), [.. opened.Select(target => target.Id)]));
        await database.SaveChangesAsync(cancel);
        await standings.DeriveAsync([.. opened.Select(target => target.SeriesId)], cancel);
    }

    /// <inheritdoc/>
    public async Task<bool> IsReportedOnAsync(Guid planId, CancellationToken cancel) => await database.Set<Measurement>()
        .AnyAsync(row => database.Set<Target>().Any(target => target.PlanId == planId && target.SeriesId == row.SeriesId), cancel);

    /// <inheritdoc/>
    public async Task WithdrawAsync(Guid planId, string reason, CancellationToken cancel)
    {
        var targets = await database.Set<Target>().Include(row => row.Milestones).Where(row => row.PlanId == planId).ToListAsync(cancel);
        if (targets.Count == 0)
        {
            return;
        }

        if (await IsReportedOnAsync(planId, cancel))
        {
            throw new InvalidOperationException("Figures have been reported: the plan's targets can no longer be withdrawn.");
        }

        var ids = targets.ConvertAll(target => target.Id);
        var series = targets.Select(target => target.SeriesId).Distinct().ToList();
        database.RemoveRange(await database.Set<TargetRevision>().Where(row => ids.Contains(row.TargetId)).ToListAsync(cancel));
        database.RemoveRange(await database.Set<StandingRecord>().Where(row => ids.Contains(row.TargetId)).ToListAsync(cancel));
        database.RemoveRange(targets);
        database.RemoveRange(await database.Set<Series>().Where(row => series.Contains(row.Id)
            && !database.Set<Target>().Any(other => other.SeriesId == row.Id && !ids.Contains(other.Id))).ToListAsync(cancel));
        events.Record(new TargetsWithdrawn(new EventSubject("Plan", planId, targets[0].PlanTitle), targets.Count) { Reason = reason });
        await database.SaveChangesAsync(cancel);
    }

    /// <inheritdoc/>
    public async Task AmendAsync(TargetAmendment amendment, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(amendment);
        var added = await AddAsync(amendment.Added, cancel);
        var touched = added.ConvertAll(target => target.SeriesId);
        var changedIds = amendment.Changed.Select(promise => promise.Id).ToList();
        var existing = await database.Set<Target>()
            .Where(row => row.PlanId == amendment.FormerPlanId || changedIds.Contains(row.Id) || amendment.DroppedIds.Contains(row.Id))
            .ToListAsync(cancel);
        var changed = await ChangeAsync(amendment, existing, cancel);
        var dropped = existing.Where(row => amendment.DroppedIds.Contains(row.Id) && row.EndedOn is null).ToList();
        dropped.ForEach(row => row.EndOn(clock.Today, amendment.Reason));
        if (amendment.Replaces)
        {
            foreach (var row in existing.Where(row => row.PlanId == amendment.FormerPlanId && row.EndedOn is null))
            {
                row.MoveTo(amendment.PlanId, amendment.PlanTitle);
            }
        }

        if (!database.ChangeTracker.HasChanges())
        {
            return;
        }

        touched.AddRange(changed.Concat(dropped).Select(row => row.SeriesId));
        var plan = new EventSubject("Plan", amendment.PlanId, amendment.PlanTitle);
        events.Record(new TargetsAmended(plan, added.Count, changed.Count, dropped.Count) { Reason = amendment.Reason });
        await database.SaveChangesAsync(cancel);
        await standings.DeriveAsync(touched, cancel);
    }

    private async Task<List<Target>> ChangeAsync(TargetAmendment amendment, List<Target> existing, CancellationToken cancel)
    {
        var changed = new List<Target>();
        var ids = amendment.Changed.Select(promise => promise.Id).ToList();
        var numbers = await database.Set<TargetRevision>().Where(row => ids.Contains(row.TargetId)).GroupBy(row => row.TargetId)
            .Select(group => new { group.Key, Last = group.Max(row => row.Number) })
            .ToDictionaryAsync(row => row.Key, row => row.Last, cancel);
        var seriesIds = existing.Where(row => ids.Contains(row.Id)).Select(row => row.SeriesId).Distinct().ToList();
        var series = await database.Set<Series>().Where(row => seriesIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        var decision = amendment.Reason.Length <= Target.LongestDecision ? amendment.Reason : amendment.Reason[..Target.LongestDecision];
        foreach (var promise in amendment.Changed)
        {
            var row = existing.Find(target => target.Id == promise.Id);
            if (row is null || IsSame(row, promise))
            {
                continue;
            }

            var figures = series[row.SeriesId];
            var number = numbers.GetValueOrDefault(row.Id) + 1;
            database.Add(row.AsRevision(number, decision, clock.Today, ActorName, clock.Now, figures.LeadUnitId));
            if (row.PromisedUnitId != promise.LeadUnitId)
            {
                figures.LeadBy(promise.LeadUnitId);
            }

            row.Promise(promise);
            changed.Add(row);
        }

        return changed;
    }

    private string ActorName => user.IsSignedIn ? user.DisplayName : SystemName;

    private async Task<List<Target>> AddAsync(IReadOnlyList<TargetCommitment> targets, CancellationToken cancel)
    {
        if (targets.Count == 0)
        {
            return [];
        }

        var ids = targets.Select(target => target.Id).ToList();
        var known = await database.Set<Target>().Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancel);
        var added = new List<Target>();
        var next = await NextSeriesAsync(cancel);
        foreach (var promise in targets.Where(promise => !known.Contains(promise.Id)).DistinctBy(promise => promise.Id))
        {
            var series = Series.Open(next++, SeriesTraits.Of(promise), promise.Text, promise.LeadUnitId, promise.StartsOn);
            var target = Target.Open(promise, series.Id);
            database.AddRange(series, target);
            added.Add(target);
        }

        return added;
    }

    /// <summary>Keys of series are counted within the ward; two plans published at once take turns.</summary>
    private async Task<int> NextSeriesAsync(CancellationToken cancel)
    {
        await database.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended('targets.series' || {database.WardId.ToString()}, 0))", cancel);
        return (await database.Set<Series>().MaxAsync(row => (int?)row.Id, cancel) ?? 0) + 1;
    }

    private static bool IsSame(Target row, TargetCommitment promise) => row.Text == promise.Text && row.Comparator == promise.Comparator
        && row.Value == promise.Value && row.UpperValue == promise.UpperValue && row.MeasureUnit == promise.MeasureUnit
        && row.PlanId == promise.PlanId && row.PeriodTo == promise.PeriodTo
        && row.PromisedUnitId == promise.LeadUnitId && row.Baseline == promise.Baseline && row.BaselineText == promise.BaselineText;
}
