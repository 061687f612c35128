using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Plans.Domain;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;
using NamRo.Ui.Parts;

namespace NamRo.Plans;

[RequirePermission(PlansPermission.ReviewPlans)]
internal sealed class EditHeaderPage(AppDb database, EditHeaderHandler handler) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public HeaderFields Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public PlanDocument Plan { get; private set; } = null!;

    public IReadOnlyList<Crumb> Crumbs => [new("Kế hoạch", "/ke-hoach"), new(Plan.Title, $"/ke-hoach/{Id}")];

    public string Review => $"/ke-hoach/{Id}/duyet?muc={ReviewPlanPage.DocumentTab}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        (Input, Version) = (HeaderFields.Of(Plan), Plan.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        return ModelState.IsValid
            ? this.Answer(await handler.HandleAsync(new EditHeader(Id, Version, Input.Apply(Plan)), cancel), () =>
            {
                this.Tell("Đã sửa thông tin văn bản.");
                return LocalRedirect(Review);
            })
            : this.Invalid();
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var plan = await database.Set<PlanDocument>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == Id, cancel);
        Plan = plan!;
        return plan is not null;
    }
}
