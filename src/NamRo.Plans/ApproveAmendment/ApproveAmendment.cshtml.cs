using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Plans.Amending;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;
using NamRo.Ui.Parts;

namespace NamRo.Plans;

/// <summary>What approving the whole will do to the tasks and targets in force, and the button that does it.</summary>
[RequirePermission(PlansPermission.PublishPlans)]
internal sealed class ApproveAmendmentPage(AmendmentDesk desk, PublicationCheck check, ApproveAmendmentHandler handler, CurrentUser user,
    WardClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Made when the form is shown, so that a double submit approves once.</summary>
    [BindProperty]
    public Guid PublicationId { get; set; }

    /// <summary>Of the comparison as it was seen.</summary>
    [BindProperty]
    public int Version { get; set; }

    public AmendmentDiff Diff { get; private set; } = null!;

    public Readiness Readiness { get; private set; } = null!;

    public bool IsReady => Readiness is { Pending: 0, OpenErrors: 0, IsOwnReview: false } && Diff.Open == 0 && !Diff.Amendment.IsApproved;

    public IReadOnlyList<Crumb> Crumbs =>
        [new("Kế hoạch", "/ke-hoach"), new(Diff.Plan.Title, $"/ke-hoach/{Id}"), new("So sánh", $"/ke-hoach/{Id}/dieu-chinh")];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        (PublicationId, Version) = (Guid.CreateVersion7(clock.Now), Diff.Amendment.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var outcome = await handler.HandleAsync(new ApproveAmendment(Id, Version, PublicationId), cancel);
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        return this.Answer(outcome, () =>
        {
            this.Tell("Đã phê duyệt điều chỉnh. Việc đang làm giữ nguyên tiến độ.");
            return LocalRedirect($"/ke-hoach/{Id}");
        });
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await desk.FindAsync(Id, cancel) is not { } amendment)
        {
            return false;
        }

        (Diff, Readiness) = (await desk.CompareAsync(amendment, cancel), await check.ReadAsync(Id, user.Id, cancel));
        return true;
    }
}
