using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;

namespace NamRo.Targets;

/// <summary>Makes the figures of a period final, and opens it again with a reason.</summary>
internal sealed class ClosePeriodHandler(AppDb database, EventLog events, CurrentUser user, WardClock clock)
{
    /// <param name="id">Made when the form is shown.</param>
    /// <param name="period">What to close.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<Outcome> CloseAsync(Guid id, FigurePeriod period, CancellationToken cancel)
    {
        if (period.LastDay >= clock.Today && period.Counted.To >= clock.Today)
        {
            return Refusal.With($"Kỳ {period.Title} chưa kết thúc nên chưa khóa được.");
        }

        if (await database.Set<PeriodClosure>().AnyAsync(row => row.Id == id
            || (row.Rhythm == period.Rhythm && row.Period == period.Start && row.ReopenedAt == null), cancel))
        {
            return Outcome.Success;
        }

        database.Add(new PeriodClosure
        {
            Id = id,
            Rhythm = period.Rhythm,
            Period = period.Start,
            ClosedByName = user.DisplayName,
            ClosedAt = clock.Now,
        });
        events.Record(new PeriodClosed(new EventSubject(nameof(PeriodClosure), id, period.Title)));
        await database.SaveChangesAsync(cancel);
        return Outcome.Success;
    }

    public async Task<Outcome> ReopenAsync(Guid id, string reason, CancellationToken cancel)
    {
        var closure = await database.Set<PeriodClosure>().SingleOrDefaultAsync(row => row.Id == id, cancel);
        if (closure is null)
        {
            return Outcome.Missing;
        }

        if (string.IsNullOrWhiteSpace(reason) || reason.Length > PeriodClosure.LongestReason)
        {
            return new Refusal("Hãy ghi lý do mở lại kỳ (không quá 500 chữ).", "Reason");
        }

        if (closure.ReopenedAt is not null)
        {
            return Outcome.Success;
        }

        closure.Reopen(user.DisplayName, clock.Now, reason.Trim());
        var subject = new EventSubject(nameof(PeriodClosure), id, new FigurePeriod(closure.Rhythm, closure.Period).Title);
        events.Record(new PeriodReopened(subject) { Reason = reason.Trim() });
        await database.SaveChangesAsync(cancel);
        return Outcome.Success;
    }
}
