using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Pages;
using NamRo.Plans.Domain;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;
using NamRo.Ui.Parts;

namespace NamRo.Plans;

/// <summary>What became of one file of the form.</summary>
internal sealed record UploadedFile(string Name, UploadedPlan? Plan, string? Refusal);

[RequirePermission(PlansPermission.UploadPlans)]
[RequestSizeLimit(PlanFile.MaximumRequestBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = PlanFile.MaximumRequestBytes)]
internal sealed class UploadPlanPage(UploadPlanHandler handler) : PageModel
{
    public static IReadOnlyList<Crumb> Crumbs { get; } = [new("Kế hoạch", "/ke-hoach")];

    [BindProperty]
    public List<IFormFile> Document { get; set; } = [];

    /// <summary>The files of the form when some of them were not taken.</summary>
    public IReadOnlyList<UploadedFile> Files { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Document.Count is 0 or > PlanFile.MostAtOnce)
        {
            ModelState.AddModelError(nameof(Document), Document.Count == 0
                ? "Hãy chọn tệp kế hoạch cần tải lên."
                : $"Mỗi lần tải lên tối đa {PlanFile.MostAtOnce} tệp.");
            return this.Invalid();
        }

        var files = new List<UploadedFile>();
        foreach (var document in Document)
        {
            files.Add(await UploadAsync(document, cancel));
        }

        if (files.TrueForAll(file => file.Plan is { IsDuplicate: false }))
        {
            this.Tell(files.Count == 1 ? $"Đã nhận tệp “{files[0].Plan!.Title}”, đang đọc." : $"Đã nhận {files.Count} tệp, đang đọc.");
            return LocalRedirect(files.Count == 1 ? $"/ke-hoach/{files[0].Plan!.Id}" : "/ke-hoach");
        }

        Files = files;
        foreach (var refused in files.Where(file => file.Refusal is not null))
        {
            ModelState.AddModelError(nameof(Document), $"{refused.Name}: {refused.Refusal}");
        }

        return this.Invalid();
    }

    private async Task<UploadedFile> UploadAsync(IFormFile document, CancellationToken cancel)
    {
        await using var content = document.OpenReadStream();
        return await handler.HandleAsync(new UploadPlan(content, document.FileName), cancel) switch
        {
            Outcome<UploadedPlan>.Done done => new UploadedFile(document.FileName, done.Value, null),
            Outcome<UploadedPlan>.Refused refused => new UploadedFile(document.FileName, null, refused.Refusal.Message),
            _ => new UploadedFile(document.FileName, null, "Không nhận được tệp này."),
        };
    }
}
