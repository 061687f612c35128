using NamRo.Kernel.Data;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Time;
using NamRo.Plans.Domain;
using NamRo.Plans.Review;

namespace NamRo.Plans;

internal sealed record AddRow(Guid PlanId, RowContent Content, Guid StepId);

/// <summary>Adds a row behind the others of its kind; who entered it has accepted it.</summary>
internal sealed class AddRowHandler(AppDb database, ReviewJournal journal, WardClock clock)
{
    public Task<Outcome> HandleAsync(AddRow command, CancellationToken cancel) =>
        journal.StepAsync(command.PlanId, command.StepId, StepKind.Add, async () =>
        {
            var kind = command.Content is TaskContent ? RowKind.Task : RowKind.Target;
            var position = await RowPlaces.LastAsync(database, command.PlanId, kind, cancel);
            var row = PlanRow.Make(Guid.CreateVersion7(clock.Now), command.PlanId, command.Content, position, []);
            journal.Add(row);
            row.Accept(journal.User, journal.Now);
            return null;
        }, cancel);
}
