using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Pages;
using NamRo.Work.Domain;
using NamRo.Work.Lists;
using NamRo.Work.Standing;

namespace NamRo.Work;

/// <summary>Open tasks by standing: what needs an act first.</summary>
[RequirePermission(WorkPermission.Read)]
internal sealed class ShowBoardPage(ListContext context) : TaskListPage(context)
{
    /// <summary>Cards of a column; the list behind it has them all.</summary>
    private const int MostCards = 20;

    public override TaskScope Scope => TaskScope.All;

    public List<BoardColumn> Columns { get; } = [];

    protected override async Task FindAsync(IQueryable<WorkTask> tasks, CancellationToken cancel)
    {
        var only = StandingWords.Parse(Query[TaskQuery.State]);
        foreach (var state in StandingWords.Board.Where(state => only is null ? !state.IsOver() : state == only))
        {
            var lines = await Lists.Tasks.Find(tasks.AsNoTracking(), Query, state).Take(MostCards + 1).ToListAsync(cancel);
            Columns.Add(new BoardColumn(state, lines[..Math.Min(MostCards, lines.Count)], lines.Count > MostCards));
        }
    }
}

internal sealed record BoardColumn(StandingState State, IReadOnlyList<TaskLine> Lines, bool HasMore);
