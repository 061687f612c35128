using Microsoft.EntityFrameworkCore;
using NamRo.Extraction;
using NamRo.Kernel.Data;
using NamRo.Kernel.Time;
using NamRo.Plans.Domain;

namespace NamRo.Plans.Matching;

/// <summary>
/// Makes the rows that people review out of a reading. Read again, rows that nobody has touched follow the new reading; what a person has
/// decided or edited stays, with what the machine reads now beside it.
/// </summary>
internal sealed class RowsFromReading(AppDb database, WardClock clock)
{
    /// <summary>Adds to the unit of work; the caller saves.</summary>
    public async Task TakeAsync(Guid plan, PlanDraft draft, IReadOnlyList<DraftTask> tasks, IReadOnlyList<DraftTarget> targets,
        CancellationToken cancel)
    {
        var directory = await WardDirectory.LoadAsync(database, clock, cancel);
        var earlier = await database.Set<PlanRow>().Where(row => row.PlanId == plan && row.Read != null).ToListAsync(cancel);
        var candidates = new EarlierRows(earlier);
        var targetRows = targets.Select((target, index) => Take(target,
            TargetContent.Of(draft.Targets[index]), target.Confidence, candidates)).ToList();
        var byPlace = targetRows.GroupBy(row => (row.SourceFrom, row.SourceTo)).ToDictionary(group => group.Key, group => group.First().Id);
        for (var index = 0; index < tasks.Count; index++)
        {
            var task = tasks[index];
            var content = TaskContent.Of(draft.Tasks[index]);
            if (task.IsTarget && byPlace.TryGetValue((task.SourceFrom, task.SourceTo), out var target))
            {
                content = content with { TargetIds = [target] };
            }

            Take(task, RowMatcher.Match(content, directory), task.Confidence, candidates);
        }

        database.RemoveRange(candidates.Rest.Where(row => row.IsOpen && !row.IsEdited));
    }

    private PlanRow Take(DraftRow draft, RowContent content, double confidence, EarlierRows candidates)
    {
        var row = candidates.Find(content, draft);
        if (row is null)
        {
            row = PlanRow.Draft(Guid.CreateVersion7(clock.Now), draft, content, confidence);
            database.Add(row);
        }
        else if (row.IsOpen && !row.IsEdited)
        {
            if (!RowContent.AreSame(row.Read, content))
            {
                row.TakeReading(draft, content, confidence);
            }
        }
        else
        {
            row.NoteReading(draft, content);
        }

        return row;
    }

    /// <summary>The rows of the reading before: found again by their words, else by their place.</summary>
    private sealed class EarlierRows(List<PlanRow> rows)
    {
        private readonly List<PlanRow> rest = rows;

        public IEnumerable<PlanRow> Rest => rest;

        public PlanRow? Find(RowContent content, DraftRow draft)
        {
            var kind = content is TaskContent ? RowKind.Task : RowKind.Target;
            var same = rest.Find(row => row.Kind == kind && string.Equals(row.Read!.Text, content.Text, StringComparison.Ordinal))
                ?? rest.Find(row => row.Kind == kind && row.SourceFrom == draft.SourceFrom && row.SourcePage == draft.SourcePage);
            if (same is not null)
            {
                rest.Remove(same);
            }

            return same;
        }
    }
}
