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

/// <param name="StepId">Null: the person's own last step.</param>
internal sealed record UndoStep(Guid PlanId, Guid? StepId);

/// <summary>Takes a step of the review back, unless somebody has worked on its rows since. Answers with the row to look at.</summary>
internal sealed class UndoStepHandler(AppDb database, ReviewJournal journal, EventLog events, CurrentUser user, WardClock clock)
{
    public async Task<Outcome<Guid>> HandleAsync(UndoStep command, CancellationToken cancel)
    {
        var opened = await journal.OpenAsync(command.PlanId, cancel);
        if (opened is not Outcome<PlanDocument>.Done { Value: var plan })
        {
            return opened is Outcome<PlanDocument>.Refused refused ? refused.Refusal : new Outcome<Guid>.NotFound();
        }

        var steps = database.Set<ReviewStep>().Where(step => step.PlanId == plan.Id && step.UndoneAt == null);
        var step = command.StepId is { } id
            ? await steps.SingleOrDefaultAsync(each => each.Id == id, cancel)
            : await steps.Where(each => each.MadeBy == user.Id).OrderByDescending(each => each.MadeAt).FirstOrDefaultAsync(cancel);
        if (step is null)
        {
            return PlanRefusals.NothingToUndo;
        }

        if (!await RestoreAsync(step, cancel))
        {
            return PlanRefusals.StepOvertaken;
        }

        step.Undo(user, clock.Now);
        events.Record(new PlanReviewUndone(plan.AsSubject, step.Kind.ToString(), step.Rows.Count));
        await database.SaveChangesAsync(cancel);
        return step.Rows.First(row => !row.IsNew || step.Rows.All(each => each.IsNew)).Id;
    }

    private async Task<bool> RestoreAsync(ReviewStep step, CancellationToken cancel)
    {
        var ids = step.Rows.Select(row => row.Id).ToList();
        var rows = await database.Set<PlanRow>().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        if (step.Rows.Any(before => !rows.TryGetValue(before.Id, out var row) || row.Version != before.VersionAfter))
        {
            return false;
        }

        foreach (var before in step.Rows)
        {
            if (before.IsNew)
            {
                database.Remove(rows[before.Id]);
            }
            else
            {
                rows[before.Id].Restore(before);
            }
        }

        return true;
    }
}
