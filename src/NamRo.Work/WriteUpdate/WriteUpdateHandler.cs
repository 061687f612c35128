using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;
using NamRo.Work.Acts;
using NamRo.Work.Desk;
using NamRo.Work.Domain;

namespace NamRo.Work;

/// <param name="ObligationId">The duty that it answers; null: said without being due.</param>
internal sealed record WriteUpdate(Guid TaskId, Guid EntryId, Guid? ObligationId, string? Result, string? NextStep, string? Difficulty,
    int? Percent, bool NothingArose, EvidenceInput Evidence);

/// <summary>Reports on a task for a period. Of two people who report on the same period the first one's report stands.</summary>
internal sealed class WriteUpdateHandler(AppDb database, TaskDesk desk, EvidenceBinder binder)
{
    public async Task<Outcome> HandleAsync(WriteUpdate command, CancellationToken cancel)
    {
        var hand = await desk.TakeAsync(command.TaskId, cancel);
        if (hand is null)
        {
            return Outcome.Missing;
        }

        if (await desk.HasAsync<TaskUpdate>(command.EntryId, cancel))
        {
            return Outcome.Success;
        }

        var duty = await database.Set<Obligation>()
            .SingleOrDefaultAsync(row => row.Id == command.ObligationId && row.TaskId == hand.Task.Id,
            cancel);
        if (await RefuseAsync(hand, duty, command, cancel) is { } refusal)
        {
            return refusal;
        }

        var update = Update(command, hand, duty);
        if (await binder.BindAsync(update, command.Evidence, cancel) is Outcome<int>.Refused refused)
        {
            return refused.Refusal;
        }

        desk.Add(update);
        duty?.Fulfil(update.Id, desk.Author.Now);
        WardEvent happened = command.NothingArose ? new NothingAroseReported(hand.Task.AsSubject, update.PeriodTo)
            : new UpdateWritten(hand.Task.AsSubject, update.PeriodTo);
        await desk.PutBackAsync(hand.Task, happened, cancel);
        return Outcome.Success;
    }

    private async Task<Refusal?> RefuseAsync(TaskInHand hand, Obligation? duty, WriteUpdate command, CancellationToken cancel)
    {
        if (hand.RefuseUnless(hand.Rights.MayReport) is { } refusal)
        {
            return refusal;
        }

        if (!command.NothingArose && string.IsNullOrWhiteSpace(command.Result))
        {
            return WorkRefusals.NoResult;
        }

        if (duty is { FulfilledBy: { } answer })
        {
            return WorkRefusals.AlreadyReported(await database.Set<TaskUpdate>().AsNoTracking()
                .SingleAsync(row => row.Id == answer, cancel));
        }

        return duty is not null && duty.IsLockedAt(desk.Author.Now) ? WorkRefusals.Locked(duty.LocksAt!.Value) : null;
    }

    private TaskUpdate Update(WriteUpdate command, TaskInHand hand, Obligation? duty) => new()
    {
        Id = command.EntryId,
        TaskId = hand.Task.Id,
        ObligationId = duty?.Id,
        PeriodFrom = duty?.PeriodFrom ?? desk.Today,
        PeriodTo = duty?.PeriodTo ?? desk.Today,
        UnitId = hand.Me.UnitIds.FirstOrDefault(id => hand.Task.CoUnits.Exists(unit => unit.UnitId == id), hand.Task.LeadUnitId ?? default)
            is var unit && unit != default ? unit : null,
        Result = Clean(command.Result),
        NextStep = Clean(command.NextStep),
        Difficulty = Clean(command.Difficulty),
        NothingArose = command.NothingArose,
        Percent = command.Percent,
    };

    private static string? Clean(string? text) => text?.Trim() is { Length: > 0 } clean ? clean : null;
}
