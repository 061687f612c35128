using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Plans.Domain;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;
using NamRo.Ui.Parts;

namespace NamRo.Plans;

/// <summary>What is missing before a plan comes to life, and the button that does it.</summary>
[RequirePermission(PlansPermission.PublishPlans)]
internal sealed class PublishPlanPage(AppDb database, PublicationCheck check, PublishPlanHandler handler, CurrentUser user, WardClock clock)
    : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Made when the form is shown, so that a double submit publishes once.</summary>
    [BindProperty]
    public Guid PublicationId { get; set; }

    public PlanDocument Plan { get; private set; } = null!;

    public Readiness Readiness { get; private set; } = null!;

    public bool IsReady => Readiness is { Pending: 0, OpenErrors: 0, IsOwnReview: false } && Readiness.Tasks + Readiness.Targets > 0;

    public IReadOnlyList<Crumb> Crumbs => [new("Kế hoạch", "/ke-hoach"), new(Plan.Title, $"/ke-hoach/{Id}")];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        PublicationId = Guid.CreateVersion7(clock.Now);
        return await LoadAsync(cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var outcome = await handler.HandleAsync(new PublishPlan(Id, PublicationId), cancel);
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        return this.Answer(outcome, () =>
        {
            this.Tell("Đã công bố kế hoạch. Nhiệm vụ, chỉ tiêu đã được giao.");
            return LocalRedirect($"/ke-hoach/{Id}");
        });
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var plan = await database.Set<PlanDocument>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == Id, cancel);
        if (plan is null)
        {
            return false;
        }

        (Plan, Readiness) = (plan, await check.ReadAsync(Id, user.Id, cancel));
        return true;
    }
}
