using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
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
internal sealed class UploadPlanPage(UploadPlanHandler handler, UploadInPartsHandler parts, IStringLocalizer<PlansText> words)
    : PageModel
{
    public static IReadOnlyList<Crumb> Crumbs { get; } = [new("Kế hoạch", "/ke-hoach")];

    [BindProperty]
    public List<IFormFile> Document { get; set; } = [];

    /// <summary>The files of the form when some of them were not taken.</summary>
    public IReadOnlyList<UploadedFile> Files { get; private set; } = [];

    /// <summary>The person's files that stopped on their way.</summary>
    public IReadOnlyList<PartialUpload> Unfinished { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Unfinished = await parts.OpenAsync(cancel);

    public async Task<IActionResult> OnPostCancelAsync([FromForm] Guid upload, CancellationToken cancel)
    {
        if (await parts.CancelAsync(upload, cancel) is not Outcome.Done)
        {
            return NotFound();
        }

        this.Tell("Đã bỏ tệp tải lên dở.");
        return LocalRedirect("/ke-hoach/tai-len");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Document.Count is 0 or > PlanFile.MostAtOnce)
        {
            ModelState.AddModelError(nameof(Document), Document.Count == 0
                ? words["Hãy chọn tệp kế hoạch cần tải lên."]
                : words["Mỗi lần tải lên tối đa {0} tệp.", PlanFile.MostAtOnce]);
            return this.Invalid();
        }

        var files = new List<UploadedFile>();
        foreach (var document in Document)
        {
            files.Add(await UploadAsync(document, cancel));
        }

        if (files.TrueForAll(file => file.Plan is { IsDuplicate: false }))
        {
            this.Tell(files.Count == 1
                ? words["Đã nhận tệp “{0}”, đang đọc.", files[0].Plan!.Title]
                : words["Đã nhận {0} tệp, đang đọc.", files.Count]);
            return LocalRedirect(files.Count == 1 ? $"/ke-hoach/{files[0].Plan!.Id}" : "/ke-hoach");
        }

        Files = files;
        foreach (var refused in files.Where(file => file.Refusal is not null))
        {
            ModelState.AddModelError(nameof(Document), $"{refused.Name}: {refused.Refusal}");
        }

        return this.Invalid();
    }

    /// <summary>What the script tells while files go up, in the person's language.</summary>
    public string ScriptWords() => JsonSerializer.Serialize(new Dictionary<string, string>
    {
        ["sending"] = words["Đang tải lên"],
        ["waiting"] = words["Mất kết nối, sẽ tải tiếp khi có mạng"],
        ["reading"] = words["Đã nhận tệp, đang đọc"],
        ["duplicate"] = words["Tệp đã được tải lên trước đó"],
        ["cancel"] = words["Bỏ"],
        ["cancelled"] = words["Đã bỏ"],
        ["signedOut"] = words["Phiên làm việc đã hết. Hãy đăng nhập lại rồi chọn lại tệp: phần đã tải vẫn còn."],
        ["tooMany"] = words["Mỗi lần tải lên tối đa {0} tệp.", PlanFile.MostAtOnce],
    });

    public static string Megabytes(long bytes) => (bytes / (1024.0 * 1024)).ToString("0.#", CultureInfo.CurrentCulture);

    private async Task<UploadedFile> UploadAsync(IFormFile document, CancellationToken cancel)
    {
        await using var content = document.OpenReadStream();
        return await handler.HandleAsync(new UploadPlan(content, document.FileName), cancel) switch
        {
            Outcome<UploadedPlan>.Done done => new UploadedFile(document.FileName, done.Value, null),
            Outcome<UploadedPlan>.Refused refused => new UploadedFile(document.FileName, null, words[refused.Refusal.Message]),
            _ => new UploadedFile(document.FileName, null, words["Không nhận được tệp này."]),
        };
    }
}
