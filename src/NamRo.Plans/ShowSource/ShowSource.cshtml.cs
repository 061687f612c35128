using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Plans.Domain;
using NamRo.Plans.Review;
using NamRo.Ui.Parts;

namespace NamRo.Plans;

/// <summary>Where a row stands in the plan's file. Fills the left side of the review too, as a frame.</summary>
[RequirePermission(PlansPermission.ReadPlans)]
internal sealed class ShowSourcePage(AppDb database, SourceReader sources) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid RowId { get; set; }

    public PlanDocument Plan { get; private set; } = null!;

    public SourceView Source { get; private set; } = null!;

    public IReadOnlyList<Crumb> Crumbs => [new("Kế hoạch", "/ke-hoach"), new(Plan.Title, $"/ke-hoach/{Id}")];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var plan = await database.Set<PlanDocument>().AsNoTracking().SingleOrDefaultAsync(each => each.Id == Id, cancel);
        var row = await database.Set<PlanRow>().AsNoTracking().SingleOrDefaultAsync(each => each.Id == RowId && each.PlanId == Id, cancel);
        if (plan is null || row is null)
        {
            return NotFound();
        }

        (Plan, Source) = (plan, await sources.ReadAsync(Id, row, cancel));
        return Page();
    }
}
