using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Time;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;
using NamRo.Ui.Parts;
using NamRo.Work.Access;
using NamRo.Work.Domain;

namespace NamRo.Work.Acts;

/// <summary>What every page for one act on one task needs: the task at its head, the right to act, the way back.</summary>
internal sealed class ActContext(AppDb database, CurrentPerson person, WardClock clock)
{
    public AppDb Database => database;

    public WardClock Clock => clock;

    public async Task<(WorkTask Task, TaskRights Rights)?> FindAsync(Guid id, CancellationToken cancel)
    {
        var me = await person.LoadAsync(cancel);
        var task = await database.Set<WorkTask>().AsNoTracking().Include(row => row.CoUnits).VisibleTo(me, database)
            .SingleOrDefaultAsync(row => row.Id == id, cancel);
        return task is null ? null : (task, new TaskRights(person, me, task));
    }

    public Task<string?> UnitNameAsync(Guid? id, CancellationToken cancel) =>
        database.Set<UnitRow>().Where(row => row.Id == id).Select(row => row.Name).SingleOrDefaultAsync(cancel);
}

/// <summary>A page on which one act on one task is filled in and sent.</summary>
internal abstract class TaskActPage(ActContext context) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Key of the entry, made when the form is shown: sent twice, it is saved once.</summary>
    [BindProperty]
    public Guid EntryId { get; set; }

    /// <summary>The version of the task that the person saw.</summary>
    [BindProperty]
    public int Seen { get; set; }

    public WorkTask Subject { get; private set; } = null!;

    public string? LeadUnitName { get; private set; }

    public IReadOnlyList<Crumb> Crumbs => [new("Nhiệm vụ", "/nhiem-vu"), new(Subject.Title, Address)];

    public string Address => $"/nhiem-vu/{Id}";

    protected AppDb Database => context.Database;

    protected WardClock Clock => context.Clock;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is { } no)
        {
            return no;
        }

        (EntryId, Seen) = (Guid.CreateVersion7(Clock.Now), Subject.Version);
        await FillAsync(cancel);
        return Page();
    }

    /// <summary>Whether the user may act so on this task.</summary>
    protected abstract bool Allows(TaskRights rights);

    /// <summary>Choices for the form, on each showing.</summary>
    protected virtual Task PrepareAsync(CancellationToken cancel) => Task.CompletedTask;

    /// <summary>First values of the form.</summary>
    protected virtual Task FillAsync(CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Carries the act out and goes back to the task, or shows the form again with all that was typed.</summary>
    protected async Task<IActionResult> ActAsync(Func<Task<Outcome>> act, string told, CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is { } no)
        {
            return no;
        }

        return ModelState.IsValid
            ? this.Answer(await act(), () =>
            {
                this.Tell(told);
                return LocalRedirect(Address);
            })
            : this.Invalid();
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancel)
    {
        if (await context.FindAsync(Id, cancel) is not var (task, rights))
        {
            return NotFound();
        }

        Subject = task;
        LeadUnitName = await context.UnitNameAsync(task.LeadUnitId, cancel);
        if (!Allows(rights))
        {
            return Forbid();
        }

        await PrepareAsync(cancel);
        return null;
    }
}
