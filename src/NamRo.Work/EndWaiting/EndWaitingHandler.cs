using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Outcomes;
using NamRo.Work.Desk;
using NamRo.Work.Domain;

namespace NamRo.Work;

internal sealed record EndWaiting(Guid TaskId, Guid SpellId, DateOnly EndedOn);

internal sealed record GoOnWaiting(Guid TaskId, Guid SpellId);

/// <summary>What was waited for has come: the ball is back with the unit. Said by mistake, the wait goes on.</summary>
internal sealed class EndWaitingHandler(TaskDesk desk)
{
    public async Task<Outcome> HandleAsync(EndWaiting command, CancellationToken cancel)
    {
        var hand = await desk.TakeAsync(command.TaskId, cancel);
        var spell = hand is null ? null
            : await desk.EntriesOf<WaitingSpell>(hand.Task).SingleOrDefaultAsync(row => row.Id == command.SpellId, cancel);
        if (hand is null || spell is null)
        {
            return Outcome.Missing;
        }

        if (spell.EndedOn is not null)
        {
            return Outcome.Success;
        }

        if (hand.RefuseUnless(hand.Rights.MaySubmit) is { } refusal)
        {
            return refusal;
        }

        if (command.EndedOn > desk.Today || command.EndedOn < spell.StartedOn)
        {
            return command.EndedOn > desk.Today ? WorkRefusals.InTheFuture("Input.EndedOn")
                : WorkRefusals.PeriodBackwards with { Field = "Input.EndedOn" };
        }

        spell.End(command.EndedOn);
        await desk.PutBackAsync(hand.Task, new WaitingEnded(hand.Task.AsSubject), cancel);
        return Outcome.Success;
    }

    public async Task<Outcome> HandleAsync(GoOnWaiting command, CancellationToken cancel)
    {
        var hand = await desk.TakeAsync(command.TaskId, cancel);
        var spells = hand is null ? [] : await desk.EntriesOf<WaitingSpell>(hand.Task).ToListAsync(cancel);
        if (hand is null || spells.Find(row => row.Id == command.SpellId) is not { } spell)
        {
            return Outcome.Missing;
        }

        if (hand.RefuseUnless(hand.Rights.MaySubmit) is { } refusal)
        {
            return refusal;
        }

        if (spells.Exists(row => row.EndedOn is null && row != spell))
        {
            return WorkRefusals.IsWaiting;
        }

        if (spell.EndedOn is not null)
        {
            spell.GoOn();
            await desk.PutBackAsync(hand.Task, new WaitingWentOn(hand.Task.AsSubject), cancel);
        }

        return Outcome.Success;
    }
}
