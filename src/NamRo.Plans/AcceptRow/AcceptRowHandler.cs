using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Outcomes;
using NamRo.Plans.Domain;
using NamRo.Plans.Review;

namespace NamRo.Plans;

internal sealed record AcceptRow(RowAct Act);

/// <summary>Accepts every row without doubts that is still open.</summary>
internal sealed record AcceptCertainRows(Guid PlanId, RowList List, Guid StepId);

/// <summary>Says that rows are as they should be.</summary>
internal sealed class AcceptRowHandler(AppDb database, ReviewJournal journal)
{
    public Task<Outcome> HandleAsync(AcceptRow command, CancellationToken cancel) => journal.StepAsync(command.Act, StepKind.Accept, row =>
    {
        Accept(row);
        return Task.FromResult<Refusal?>(null);
    }, cancel);

    public Task<Outcome> HandleAsync(AcceptCertainRows command, CancellationToken cancel) =>
        journal.StepAsync(command.PlanId, command.StepId, StepKind.AcceptCertain, async () =>
        {
            var rows = await database.Set<PlanRow>().Where(row => row.PlanId == command.PlanId && row.Kind == command.List.Kind
                && row.IsNarrative == command.List.IsNarrative && row.State == RowState.Pending && row.DoubtCount == 0
                && row.NewerRead == null).ToListAsync(cancel);
            rows.ForEach(Accept);
            return null;
        }, cancel);

    private void Accept(PlanRow row)
    {
        journal.Touch(row, changesContent: false);
        row.Accept(journal.User, journal.Now);
    }
}
