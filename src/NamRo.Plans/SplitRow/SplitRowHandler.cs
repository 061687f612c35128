using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Time;
using NamRo.Plans.Domain;
using NamRo.Plans.Review;

namespace NamRo.Plans;

/// <param name="Texts">The words of the rows it becomes, two or more.</param>
internal sealed record SplitRow(RowAct Act, IReadOnlyList<string> Texts);

/// <summary>Makes several rows out of one. Each keeps its source, unit and time; the one row stays as their ancestor.</summary>
internal sealed class SplitRowHandler(Kernel.Data.AppDb database, ReviewJournal journal, WardClock clock)
{
    public const int MostParts = 50;

    public Task<Outcome> HandleAsync(SplitRow command, CancellationToken cancel) =>
        journal.StepAsync(command.Act, StepKind.Split, row => SplitAsync(row, command.Texts, cancel), cancel);

    private async Task<Refusal?> SplitAsync(PlanRow row, IReadOnlyList<string> texts, CancellationToken cancel)
    {
        if (texts.Count is < 2 or > MostParts)
        {
            return PlanRefusals.NothingToSplit;
        }

        var room = await RowPlaces.RoomAfterAsync(database, row, texts.Count, cancel);
        journal.Touch(row, changesContent: false);
        row.Replace();
        for (var index = 0; index < texts.Count; index++)
        {
            RowContent content = row.Content is TaskContent task
                ? task with { Text = texts[index], Number = NumberOf(task.Number, index), Parts = [], TargetIds = [] }
                : row.Content with { Text = texts[index] };
            journal.Add(PlanRow.Make(Guid.CreateVersion7(clock.Now), row.PlanId, content, row.Position + (room * index), [row]));
        }

        return null;
    }

    private static string? NumberOf(string? number, int index) => number is null ? null : $"{number}{(char)('a' + index)}";
}
