using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Plans.Contracts;
using NamRo.Plans.Domain;

namespace NamRo.Plans.Review;

/// <summary>The row a person acts on, as they saw it.</summary>
/// <param name="StepId">Made when the form was shown: the same act twice is one.</param>
internal sealed record RowAct(Guid PlanId, Guid RowId, int Version, Guid StepId);

/// <summary>Writes down each step of a review with what was before it.</summary>
internal sealed class ReviewJournal(AppDb database, EventLog events, CurrentUser user, WardClock clock)
{
    private readonly List<(PlanRow Row, RowSnapshot Before)> touched = [];

    public CurrentUser User => user;

    public DateTimeOffset Now => clock.Now;

    /// <summary>The plan if it is under review.</summary>
    public async Task<Outcome<PlanDocument>> OpenAsync(Guid planId, CancellationToken cancel)
    {
        var plan = await database.Set<PlanDocument>().SingleOrDefaultAsync(row => row.Id == planId, cancel);
        return plan switch
        {
            null => new Outcome<PlanDocument>.NotFound(),
            { State: PlanState.Read } => plan,
            { State: PlanState.Published } => PlanRefusals.Published,
            _ => PlanRefusals.NotRead,
        };
    }

    /// <summary>Carries out one act on one row, once: opens the plan, finds the row as it was seen, writes the step down.</summary>
    /// <param name="act">The row and the step.</param>
    /// <param name="kind">What is done.</param>
    /// <param name="change">Changes rows it has touched; a refusal leaves everything as it was.</param>
    /// <param name="cancel">Ends the work.</param>
    public Task<Outcome> StepAsync(RowAct act, StepKind kind, Func<PlanRow, Task<Refusal?>> change, CancellationToken cancel) =>
        RunAsync(act.PlanId, act.StepId, kind, async () => await FindAsync(act, cancel) switch
        {
            Outcome<PlanRow>.Done { Value: var row } => await change(row) is { } refusal ? refusal : Outcome.Success,
            Outcome<PlanRow>.Refused refused => refused.Refusal,
            _ => Outcome.Missing,
        }, cancel);

    /// <summary>The same for an act on many rows; a step that touches none is not written down.</summary>
    public Task<Outcome> StepAsync(Guid planId, Guid stepId, StepKind kind, Func<Task<Refusal?>> change, CancellationToken cancel) =>
        RunAsync(planId, stepId, kind, async () => await change() is { } refusal ? refusal : Outcome.Success, cancel);

    /// <summary>Notes a row before the step changes it.</summary>
    public void Touch(PlanRow row, bool changesContent) => touched.Add((row, new RowSnapshot(row.Id, IsNew: false, row.State, row.DecidedBy,
        row.DecidedByName, row.DecidedAt, changesContent ? row.Content : null, row.Version)));

    /// <summary>Adds a row that the step makes.</summary>
    public void Add(PlanRow row)
    {
        database.Add(row);
        touched.Add((row, new RowSnapshot(row.Id, IsNew: true, row.State, null, null, null, null, row.Version)));
    }

    private async Task<Outcome> RunAsync(Guid planId, Guid stepId, StepKind kind, Func<Task<Outcome>> change, CancellationToken cancel)
    {
        if (await database.Set<ReviewStep>().AnyAsync(step => step.Id == stepId, cancel))
        {
            return Outcome.Success;
        }

        var opened = await OpenAsync(planId, cancel);
        if (opened is not Outcome<PlanDocument>.Done { Value: var plan })
        {
            return opened is Outcome<PlanDocument>.Refused refused ? refused.Refusal : Outcome.Missing;
        }

        var changed = await change();
        if (changed is Outcome.Done && touched.Count > 0)
        {
            await SaveAsync(plan, stepId, kind, cancel);
        }

        return changed;
    }

    /// <summary>The row if nobody has changed it since the person saw it.</summary>
    private async Task<Outcome<PlanRow>> FindAsync(RowAct act, CancellationToken cancel)
    {
        var row = await database.Set<PlanRow>().SingleOrDefaultAsync(each => each.Id == act.RowId && each.PlanId == act.PlanId, cancel);
        if (row is null)
        {
            return new Outcome<PlanRow>.NotFound();
        }

        return row.Version == act.Version && row.State != RowState.Replaced ? row : PlanRefusals.RowChanged(row.DecidedByName);
    }

    private async Task SaveAsync(PlanDocument plan, Guid stepId, StepKind kind, CancellationToken cancel)
    {
        database.Add(new ReviewStep
        {
            Id = stepId,
            PlanId = plan.Id,
            Kind = kind,
            MadeBy = user.Id,
            MadeByName = user.DisplayName,
            MadeAt = clock.Now,
            Rows = [.. touched.Select(each => each.Before with { VersionAfter = each.Row.Version })],
        });
        events.Record(new PlanReviewed(plan.AsSubject, kind.ToString(), touched.Count));
        await database.SaveChangesAsync(cancel);
        touched.Clear();
    }
}
