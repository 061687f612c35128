using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Outcomes;
using NamRo.Plans.Domain;
using NamRo.Plans.Review;

namespace NamRo.Plans;

internal sealed record RejectRow(RowAct Act);

/// <summary>Rejects every row of a list that is still open, such as what running text seems to assign once more.</summary>
internal sealed record RejectOpenRows(Guid PlanId, RowList List, Guid StepId);

/// <summary>Says that rows are no tasks or targets: they stay for the record and are not published.</summary>
internal sealed class RejectRowHandler(AppDb database, ReviewJournal journal)
{
    public Task<Outcome> HandleAsync(RejectRow command, CancellationToken cancel) => journal.StepAsync(command.Act, StepKind.Reject, row =>
    {
        Reject(row);
        return Task.FromResult<Refusal?>(null);
    }, cancel);

    public Task<Outcome> HandleAsync(RejectOpenRows command, CancellationToken cancel) =>
        journal.StepAsync(command.PlanId, command.StepId, StepKind.RejectOpen, async () =>
        {
            var rows = await database.Set<PlanRow>().Where(row => row.PlanId == command.PlanId && row.Kind == command.List.Kind
                && row.IsNarrative == command.List.IsNarrative && row.State == RowState.Pending).ToListAsync(cancel);
            rows.ForEach(Reject);
            return null;
        }, cancel);

    private void Reject(PlanRow row)
    {
        journal.Touch(row, changesContent: false);
        row.Reject(journal.User, journal.Now);
    }
}
