using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Time;
using NamRo.Plans.Domain;
using NamRo.Plans.Matching;
using NamRo.Ui.Parts;

namespace NamRo.Plans;

/// <summary>The whole plan on paper: every target and task, as the annex of a plan shows them.</summary>
[RequirePermission(PlansPermission.ReadPlans)]
internal sealed class PrintPlanPage(AppDb database, WardClock clock) : PageModel
{
    /// <summary>No plan of a commune has more; a page without end helps nobody.</summary>
    private const int MostRows = 5000;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public PlanDocument Plan { get; private set; } = null!;

    public IReadOnlyList<PlanRow> Tasks { get; private set; } = [];

    public IReadOnlyList<PlanRow> Targets { get; private set; } = [];

    public WardDirectory Directory { get; private set; } = null!;

    public IReadOnlyList<Crumb> Crumbs => [new("Kế hoạch", "/ke-hoach"), new(Plan.Title, $"/ke-hoach/{Id}")];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var plan = await database.Set<PlanDocument>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == Id, cancel);
        if (plan is null)
        {
            return NotFound();
        }

        var isPublished = plan.State == PlanState.Published;
        var rows = await database.Set<PlanRow>().AsNoTracking().Where(row => row.PlanId == Id && (row.State == RowState.Accepted
            || (row.State == RowState.Pending && !row.IsNarrative && !isPublished))).OrderBy(row => row.Position).Take(MostRows)
            .ToListAsync(cancel);
        (Plan, Directory) = (plan, await WardDirectory.LoadAsync(database, clock, cancel));
        Tasks = rows.FindAll(row => row.Kind == RowKind.Task);
        Targets = rows.FindAll(row => row.Kind == RowKind.Target);
        return Page();
    }
}
