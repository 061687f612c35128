using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Sheets;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;

namespace NamRo.Administration;

[RequirePermission(AdministrationPermission.WriteUnits)]
[RequestSizeLimit(ImportDesk.MostBytes + 65_536)]
internal sealed class ImportUnitsPage(ImportUnitsHandler handler, ImportDesk desk) : PageModel
{
    private const string Path = "/quan-tri/don-vi/nhap";

    [BindProperty]
    public IFormFile? Sheet { get; set; }

    /// <summary>The file that is being looked at.</summary>
    [BindProperty(SupportsGet = true, Name = "tep")]
    public Guid? FileId { get; set; }

    public ImportPlan<UnitWish>? Plan { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (FileId is not { } file)
        {
            return Page();
        }

        return this.Answer(await handler.PlanAsync(file, cancel), plan =>
        {
            Plan = plan;
            return Page();
        });
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Sheet is null)
        {
            return this.Refused(new Refusal("Hãy chọn tệp bảng tính cần nhập.", nameof(Sheet)));
        }

        await using var content = Sheet.OpenReadStream();
        return this.Answer(await desk.KeepAsync(content, Sheet.FileName, cancel), file => LocalRedirect($"{Path}?tep={file}"));
    }

    public async Task<IActionResult> OnPostCarryOutAsync(CancellationToken cancel) => FileId is not { } file ? NotFound()
        : this.Answer(await handler.HandleAsync(new ImportUnits(file), cancel), plan =>
        {
            Plan = plan;
            if (!plan.IsClean)
            {
                return this.Invalid();
            }

            this.TellWith($"Đã thêm {plan.Count(RowChange.New)} đơn vị, sửa {plan.Count(RowChange.Changed)}.");
            return LocalRedirect("/quan-tri/don-vi");
        });
}
