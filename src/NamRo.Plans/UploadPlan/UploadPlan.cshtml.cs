using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Kernel.Pages;
using NamRo.Plans.Domain;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;
using NamRo.Ui.Parts;

namespace NamRo.Plans;

[RequirePermission(PlansPermission.UploadPlans)]
[RequestSizeLimit(PlanFile.MaximumRequestBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = PlanFile.MaximumRequestBytes)]
internal sealed class UploadPlanPage(UploadPlanHandler handler) : PageModel
{
    public static IReadOnlyList<Crumb> Crumbs { get; } = [new("Kế hoạch", "/ke-hoach")];

    [BindProperty]
    public IFormFile? Document { get; set; }

    /// <summary>The plan that already holds the file, if it does.</summary>
    public UploadedPlan? Earlier { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Document is null)
        {
            ModelState.AddModelError(nameof(Document), "Hãy chọn tệp kế hoạch cần tải lên.");
            return this.Invalid();
        }

        await using var content = Document.OpenReadStream();
        return this.Answer(await handler.HandleAsync(new UploadPlan(content, Document.FileName), cancel), plan =>
        {
            if (plan.IsDuplicate)
            {
                Earlier = plan;
                return this.Invalid();
            }

            this.Tell($"Đã nhận tệp “{plan.Title}”, đang đọc.");
            return LocalRedirect($"/ke-hoach/{plan.Id}");
        });
    }
}
