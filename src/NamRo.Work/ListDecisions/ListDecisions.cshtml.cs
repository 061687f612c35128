using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Work.Access;
using NamRo.Work.Domain;
using NamRo.Work.Lists;

namespace NamRo.Work;

/// <summary>
/// What waits for a leader or a head of unit: products, requests for more time, tasks given back, tasks without a
/// person.
/// </summary>
[RequirePermission(WorkPermission.Read)]
internal sealed class ListDecisionsPage(AppDb database, CurrentPerson person, TaskQuery tasks) : PageModel
{
    /// <summary>Of each kind; the oldest first, so that none is forgotten.</summary>
    private const int MostRows = 50;

    public IReadOnlyList<Row> Products { get; private set; } = [];

    public IReadOnlyList<Row> Extensions { get; private set; } = [];

    public IReadOnlyList<Row> Returned { get; private set; } = [];

    public IReadOnlyList<Row> Unassigned { get; private set; } = [];

    public TaskNames Names { get; private set; } = null!;

    public bool MayDecide { get; private set; }

    public bool IsEmpty => Products.Count + Extensions.Count + Returned.Count + Unassigned.Count == 0;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var me = await person.LoadAsync(cancel);
        if (!person.May(WorkPermission.Accept) && me.Absent.Count == 0)
        {
            return Forbid();
        }

        MayDecide = person.May(WorkPermission.Decide) || me.Absent.Any(absent => absent.Permissions.Contains(WorkPermission.Decide));
        var led = me.Absent.Select(absent => absent.PersonId).ToList();
        var visible = database.Set<WorkTask>().AsNoTracking().VisibleTo(me, database);
        // A head of unit decides on their own unit's, whatever else they see.
        var mine = me.SeesAll ? visible : TaskScope.Unit.Of(visible, me, database);
        mine = led.Count == 0 ? mine : mine.Union(visible.Where(task => led.Contains(task.LeaderPersonId)));
        Names = await tasks.NamesAsync([], cancel);
        Products = await RowsAsync(mine, database.Set<ProductSubmission>()
            .Where(row => row.RevokedAt == null && row.AuthorId != me.AccountId
            && !database.Set<ProductDecision>().Any(done => done.SubmissionId == row.Id && done.RevokedAt == null)), cancel);
        Extensions = MayDecide
            ? await RowsAsync(mine, database.Set<ExtensionRequest>().Where(row => row.RevokedAt == null && row.AuthorId != me.AccountId
                && !database.Set<ExtensionDecision>().Any(done => done.RequestId == row.Id && done.RevokedAt == null)), cancel)
            : [];
        Returned = me.SeesAll
            ? await RowsAsync(mine, database.Set<TaskReturn>().Where(row => row.RevokedAt == null && !database.Set<TaskAssignment>()
                .Any(later => later.TaskId == row.TaskId && later.At > row.At && later.RevokedAt == null)), cancel)
            : [];
        Unassigned = await mine.Where(task => task.ResponsiblePersonId == null && !database.Set<TaskClosure>()
                .Any(row => row.TaskId == task.Id && row.RevokedAt == null))
            .OrderBy(task => task.DueNow).ThenBy(task => task.Id).Take(MostRows)
            .Select(task => new Row(task.Id, task.Id, task.Text, task.LeadUnitId, "", task.OpenedAt)).ToListAsync(cancel);
        return Page();
    }

    private static Task<List<Row>> RowsAsync<TEntry>(IQueryable<WorkTask> visible, IQueryable<TEntry> entries, CancellationToken cancel)
        where TEntry : TaskEntry =>
        entries.Join(visible, row => row.TaskId, task => task.Id, (row, task) => new { row, task }).OrderBy(pair => pair.row.At)
            .Take(MostRows)
            .Select(pair => new Row(pair.task.Id, pair.row.Id, pair.task.Text, pair.task.LeadUnitId, pair.row.AuthorName, pair.row.At))
            .ToListAsync(cancel);

    public sealed record Row(Guid TaskId, Guid EntryId, string Text, Guid? LeadUnitId, string Author, DateTimeOffset At);
}
