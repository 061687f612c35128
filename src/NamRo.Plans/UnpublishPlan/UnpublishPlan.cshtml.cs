using System.ComponentModel.DataAnnotations;
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

[RequirePermission(PlansPermission.PublishPlans)]
internal sealed class UnpublishPlanPage(AppDb database, UnpublishPlanHandler handler) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    [Required]
    [StringLength(PlanPublication.LongestReason)]
    [Display(Name = "Lý do thu hồi")]
    public string Reason { get; set; } = "";

    public PlanDocument Plan { get; private set; } = null!;

    public IReadOnlyList<Crumb> Crumbs => [new("Kế hoạch", "/ke-hoach"), new(Plan.Title, $"/ke-hoach/{Id}")];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        return ModelState.IsValid
            ? this.Answer(await handler.HandleAsync(new UnpublishPlan(Id, Reason.Trim()), cancel), () =>
            {
                this.Tell("Đã thu hồi kế hoạch; có thể rà soát lại rồi công bố.");
                return LocalRedirect($"/ke-hoach/{Id}");
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
