using NamRo.Kernel.Outcomes;
using NamRo.Plans.Domain;
using NamRo.Plans.Review;

namespace NamRo.Plans;

/// <param name="IsAccepted">The person has put it right and accepts it in the same stroke.</param>
internal sealed record EditRow(RowAct Act, RowContent Content, bool IsAccepted);

/// <summary>Says what a row should say. What the machine read stays beside it.</summary>
internal sealed class EditRowHandler(ReviewJournal journal)
{
    public Task<Outcome> HandleAsync(EditRow command, CancellationToken cancel) => journal.StepAsync(command.Act, StepKind.Edit, row =>
    {
        journal.Touch(row, changesContent: true);
        row.Edit(command.Content);
        if (command.IsAccepted)
        {
            row.Accept(journal.User, journal.Now);
        }

        return Task.FromResult<Refusal?>(null);
    }, cancel);
}
