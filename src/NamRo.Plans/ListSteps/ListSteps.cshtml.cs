using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Plans.Amending;
using NamRo.Plans.Domain;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;
using NamRo.Ui.Parts;

namespace NamRo.Plans;

/// <summary>What people have done in the review of a plan, the newest first; an older step can be taken back from here.</summary>
[RequirePermission(PlansPermission.ReviewPlans)]
internal sealed class ListStepsPage(AppDb database, UndoStepHandler handler) : PageModel
{
    private const int MostShown = 100;

    private Dictionary<Guid, string> texts = [];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public PlanDocument Plan { get; private set; } = null!;

    public IReadOnlyList<ReviewStep> Steps { get; private set; } = [];

    public IReadOnlyList<Crumb> Crumbs =>
        [new("Kế hoạch", "/ke-hoach"), new(Plan.Title, $"/ke-hoach/{Id}"), new("Rà soát", $"/ke-hoach/{Id}/duyet")];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromForm] Guid step, CancellationToken cancel)
    {
        var outcome = await handler.HandleAsync(new UndoStep(Id, step), cancel);
        return !await LoadAsync(cancel) ? NotFound() : this.Answer(outcome, _ =>
        {
            this.Tell("Đã hoàn tác một bước.");
            return LocalRedirect($"/ke-hoach/{Id}/duyet/cac-buoc");
        });
    }

    /// <summary>Words of the first row that a step touched, where it is still there.</summary>
    public string? TextOf(ReviewStep step) => step.Rows.Count > 0 && texts.TryGetValue(step.Rows[0].Id, out var text) ? text : null;

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var plan = await database.Set<PlanDocument>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == Id, cancel);
        if (plan is null)
        {
            return false;
        }

        Plan = plan;
        Steps = await database.Set<ReviewStep>().AsNoTracking().Where(step => step.PlanId == Id)
            .OrderByDescending(step => step.MadeAt).Take(MostShown).ToListAsync(cancel);
        var ids = Steps.Where(step => step.Rows.Count > 0).Select(step => step.Rows[0].Id).ToList();
        texts = (await database.Set<PlanRow>().AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancel))
            .ToDictionary(row => row.Id, row => DiffWords.Short(row.Content.Text));
        return true;
    }
}
