using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Sheets;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;

namespace NamRo.Administration;

[RequirePermission(AdministrationPermission.WritePeople)]
[RequestSizeLimit(ImportDesk.MostBytes + 65_536)]
internal sealed class ImportPeoplePage(ImportPeopleHandler handler, ImportDesk desk) : PageModel
{
    private const string Path = "/quan-tri/can-bo/nhap";

    [BindProperty]
    public IFormFile? Sheet { get; set; }

    /// <summary>The file that is being looked at.</summary>
    [BindProperty(SupportsGet = true, Name = "tep")]
    public Guid? FileId { get; set; }

    public ImportPlan<PersonWish>? Plan { get; private set; }

    /// <summary>Set in the answer to the post, and never again.</summary>
    public IReadOnlyList<OpenedAccount> Accounts { get; private set; } = [];

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

    public async Task<IActionResult> OnPostCarryOutAsync(CancellationToken cancel)
    {
        if (FileId is not { } file)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "no-store";
        return this.Answer(await handler.HandleAsync(new ImportPeople(file), cancel), imported =>
        {
            (Plan, Accounts) = (imported.Plan, imported.Accounts);
            if (!imported.Plan.IsClean)
            {
                return this.Invalid();
            }

            if (Accounts.Count > 0)
            {
                return Page();
            }

            this.TellWith($"Đã thêm {imported.Plan.Count(RowChange.New)} cán bộ, sửa {imported.Plan.Count(RowChange.Changed)}.");
            return LocalRedirect("/quan-tri/can-bo");
        });
    }
}
