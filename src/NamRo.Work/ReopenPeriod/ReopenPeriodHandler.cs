using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Time;
using NamRo.Work.Desk;
using NamRo.Work.Domain;

namespace NamRo.Work;

internal sealed record ReopenPeriod(Guid TaskId, Guid ObligationId, Guid EntryId, DateOnly Until, string Reason);

/// <summary>A locked period takes its report after all, until a day and for a reason.</summary>
internal sealed class ReopenPeriodHandler(AppDb database, TaskDesk desk)
{
    /// <summary>A longer one would be another deadline.</summary>
    public const int MostDays = 31;

    public async Task<Outcome> HandleAsync(ReopenPeriod command, CancellationToken cancel)
    {
        var hand = await desk.TakeAsync(command.TaskId, cancel);
        var duty = hand is null ? null : await database.Set<Obligation>()
            .SingleOrDefaultAsync(row => row.Id == command.ObligationId && row.TaskId == command.TaskId, cancel);
        if (hand is null || duty is null)
        {
            return Outcome.Missing;
        }

        if (await desk.HasAsync<PeriodReopening>(command.EntryId, cancel))
        {
            return Outcome.Success;
        }

        if (hand.RefuseUnless(hand.Rights.MayReopenPeriods) is { } refusal)
        {
            return refusal;
        }

        if (!duty.IsOpen || !duty.IsLockedAt(desk.Author.Now))
        {
            return WorkRefusals.NotLocked;
        }

        if (command.Until < desk.Today || command.Until > desk.Today.AddDays(MostDays))
        {
            return WorkRefusals.ReopenedTooLong(MostDays);
        }

        desk.Add(new PeriodReopening
        {
            Id = command.EntryId,
            TaskId = command.TaskId,
            ObligationId = duty.Id,
            LockedAt = duty.LocksAt!.Value,
            Until = command.Until,
            Reason = command.Reason.Trim(),
        });
        duty.LocksAt = WardClock.StartOf(command.Until.AddDays(1));
        await desk.PutBackAsync(hand.Task, new ReportPeriodReopened(hand.Task.AsSubject, duty.PeriodTo, command.Until)
        {
            Reason = command.Reason.Trim(),
        }, cancel);
        return Outcome.Success;
    }
}
