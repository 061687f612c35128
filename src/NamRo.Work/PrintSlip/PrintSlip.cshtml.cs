using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Work.Access;
using NamRo.Work.Domain;
using NamRo.Work.Lists;

namespace NamRo.Work;

/// <summary>The slip with which a task is given, to be printed and signed.</summary>
[RequirePermission(WorkPermission.Read)]
internal sealed class PrintSlipPage(AppDb database, CurrentPerson person, CurrentWard ward, TaskQuery tasks, WardClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public WorkTask Subject { get; private set; } = null!;

    public TaskNames Names { get; private set; } = null!;

    public TaskAssignment? Assigned { get; private set; }

    public string WardName => ward.Name;

    public DateOnly Today => clock.Today;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var me = await person.LoadAsync(cancel);
        var task = await database.Set<WorkTask>().AsNoTracking().Include(row => row.Parts.OrderBy(part => part.Ordinal))
            .Include(row => row.CoUnits).AsSplitQuery().VisibleTo(me, database).SingleOrDefaultAsync(row => row.Id == Id, cancel);
        if (task is null)
        {
            return NotFound();
        }

        Subject = task;
        Names = await tasks.NamesAsync([task.ResponsiblePersonId, task.LeaderPersonId], cancel);
        Assigned = await database.Set<TaskAssignment>().AsNoTracking().Where(row => row.TaskId == Id && row.RevokedAt == null)
            .OrderByDescending(row => row.At).FirstOrDefaultAsync(cancel);
        return Page();
    }
}
