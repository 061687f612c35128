using NamRo.Kernel.Outcomes;
using NamRo.Plans.Domain;
using NamRo.Plans.Review;

namespace NamRo.Plans;

/// <param name="Takes">Takes what the newer reading says; else what the person made of the row stands.</param>
internal sealed record SettleReading(RowAct Act, bool Takes);

/// <summary>Chooses between what a person made of a row and what a newer reading says.</summary>
internal sealed class SettleReadingHandler(ReviewJournal journal)
{
    public Task<Outcome> HandleAsync(SettleReading command, CancellationToken cancel) =>
        journal.StepAsync(command.Act, StepKind.TakeReading, row =>
        {
            journal.Touch(row, changesContent: true);
            row.SettleReading(command.Takes);
            return Task.FromResult<Refusal?>(null);
        }, cancel);
}
