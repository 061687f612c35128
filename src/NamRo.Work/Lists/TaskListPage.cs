using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Time;
using NamRo.Ui.Lists;
using NamRo.Work.Access;
using NamRo.Work.Domain;
using NamRo.Work.Standing;

namespace NamRo.Work.Lists;

/// <summary>What the lists of tasks need.</summary>
internal sealed record ListContext(AppDb Database, CurrentPerson Person, TaskQuery Tasks, TaskChoicesReader Choices, SavedViews Views,
    WardClock Clock);

/// <summary>A list of tasks: all that the user sees, their own, or their unit's.</summary>
internal abstract class TaskListPage(ListContext context) : PageModel
{
    /// <summary>Months that the filter offers before and after this one.</summary>
    private const int MonthsAround = 6;

    public ListQuery Query { get; private set; } = null!;

    public KeysetPage<TaskLine> Rows { get; private set; } = new([], null, null);

    /// <summary>What the filters offer.</summary>
    public TaskChoices Choices { get; private set; } = TaskChoices.None;

    public IReadOnlyList<SavedView> Views { get; private set; } = [];

    public static IEnumerable<SelectListItem> States => StandingWords.Board
        .Select(state => new SelectListItem(state.Title(), state.ToString()));

    public IEnumerable<SelectListItem> Months => Enumerable.Range(-MonthsAround, (2 * MonthsAround) + 1)
        .Select(shift => context.Clock.Today.AddMonths(shift))
        .Select(day => new SelectListItem(day.ToString("MM/yyyy", CultureInfo.InvariantCulture),
            day.ToString("yyyy-MM", CultureInfo.InvariantCulture)));

    /// <summary>Nobody chooses a target here: the page of one leads to its tasks.</summary>
    public IEnumerable<SelectListItem> Targets => Guid.TryParse(Query[TaskQuery.Target], out var target)
        ? [new SelectListItem("chỉ tiêu đã chọn", target.ToString())]
        : [];

    public DateOnly Today => context.Clock.Today;

    protected ListContext Lists => context;

    /// <summary>Which of the tasks the list is for; in the address of its export.</summary>
    public abstract TaskScope Scope { get; }

    /// <summary>Whether the user acts for somebody who is away, whose decisions are theirs then.</summary>
    public bool IsDeputy { get; private set; }

    public bool MayReport => context.Person.May(WorkPermission.Report);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Query = ListQuery.From(Request);
        var me = await context.Person.LoadAsync(cancel);
        IsDeputy = me.Absent.Count > 0;
        var tasks = Scope.Of(context.Database.Set<WorkTask>(), me, context.Database);
        await FindAsync(tasks, cancel);
        Choices = await context.Choices.ReadAsync(tasks, isOfWholeWard: Scope == TaskScope.All && me.SeesAll, cancel);
        Views = await context.Views.ListAsync(cancel);
    }

    /// <summary>Reads what the page shows of the tasks; by default a page of lines.</summary>
    protected virtual async Task FindAsync(IQueryable<WorkTask> tasks, CancellationToken cancel) =>
        Rows = await context.Tasks.PageAsync(tasks, Query, cancel);
}

/// <summary>Which tasks a list is for.</summary>
internal enum TaskScope
{
    All,
    Mine,
    Unit,
}

internal static class TaskScopes
{
    /// <summary>One's own and one's unit's are among those one may see.</summary>
    public static IQueryable<WorkTask> Of(this TaskScope scope, IQueryable<WorkTask> tasks, Me me, AppDb database)
    {
        var (units, people) = (me.UnitIds, me.PersonIds);
        return scope switch
        {
            TaskScope.Mine => tasks.Where(task => database.Set<WorkTask>()
                .Where(row => row.ResponsiblePersonId != null && people.Contains(row.ResponsiblePersonId.Value)).Select(row => row.Id)
                .Union(database.Set<TaskStep>().Where(step => step.RevokedAt == null && step.DoneAt == null
                    && step.AssigneePersonId != null && people.Contains(step.AssigneePersonId.Value)).Select(step => step.TaskId))
                .Contains(task.Id)),
            TaskScope.Unit => tasks.Where(task => database.Set<WorkTask>()
                .Where(row => row.LeadUnitId != null && units.Contains(row.LeadUnitId.Value)).Select(row => row.Id)
                .Union(database.Set<TaskCoUnit>().Where(unit => units.Contains(unit.UnitId)).Select(unit => unit.TaskId))
                .Contains(task.Id)),
            _ => tasks.VisibleTo(me, database),
        };
    }
}
