using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Time;
using NamRo.Plans.Amending;
using NamRo.Plans.Domain;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;
using NamRo.Ui.Parts;

namespace NamRo.Plans;

/// <summary>Chooses the published plan that a plan adjusts or replaces; the plan's own words propose one.</summary>
[RequirePermission(PlansPermission.ReviewPlans)]
internal sealed class ProposeAmendmentPage(AppDb database, ProposeAmendmentHandler handler, WardClock clock) : PageModel
{
    /// <summary>More published plans than a ward has in ten years.</summary>
    private const int MostPlans = 200;

    private List<PlanDocument> candidates = [];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public PlanDocument Plan { get; private set; } = null!;

    /// <summary>The plan that this one names or follows; null when none is found.</summary>
    public FormerPlan? Proposed { get; private set; }

    public bool HasCandidates => candidates.Count > 0;

    public IReadOnlyList<Crumb> Crumbs => [new("Kế hoạch", "/ke-hoach"), new(Plan.Title, $"/ke-hoach/{Id}")];

    public IEnumerable<SelectListItem> Choices => candidates.Select(plan => new SelectListItem(
        plan.IssuedOn is { } day ? $"{plan.Title} ({day:dd/MM/yyyy})" : plan.Title, plan.Id.ToString()));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (await database.Set<Amendment>().AnyAsync(row => row.PlanId == Id, cancel))
        {
            return LocalRedirect($"/ke-hoach/{Id}/dieu-chinh");
        }

        Input = new Form { AmendmentId = Guid.CreateVersion7(clock.Now), FormerPlanId = Proposed?.Plan.Id };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var command = new ProposeAmendment(Input.AmendmentId, Id, Input.FormerPlanId!.Value, Input.Mode);
        return this.Answer(await handler.HandleAsync(command, cancel), () =>
        {
            this.Tell("Đã so sánh hai kế hoạch. Hãy xem từng dòng rồi trình phê duyệt.");
            return LocalRedirect($"/ke-hoach/{Id}/dieu-chinh");
        });
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var plan = await database.Set<PlanDocument>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == Id, cancel);
        if (plan is null)
        {
            return false;
        }

        candidates = await database.Set<PlanDocument>().AsNoTracking()
            .Where(row => row.State == PlanState.Published && row.Id != Id
                && !database.Set<Amendment>().Any(amendment => amendment.ApprovedAt != null
                    && ((amendment.FormerPlanId == row.Id && amendment.Mode == AmendmentMode.Replaces)
                        || (amendment.PlanId == row.Id && amendment.Mode == AmendmentMode.Adjusts))))
            .OrderByDescending(row => row.Id).Take(MostPlans).ToListAsync(cancel);
        (Plan, Proposed) = (plan, FormerPlan.Propose(plan, candidates));
        return true;
    }

    internal sealed record Form
    {
        public Guid AmendmentId { get; init; }

        [Display(Name = "Kế hoạch được điều chỉnh")]
        [Required(ErrorMessage = "Hãy chọn kế hoạch được điều chỉnh.")]
        public Guid? FormerPlanId { get; init; }

        [Display(Name = "Cách điều chỉnh")]
        public AmendmentMode Mode { get; init; }
    }
}
