using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Kernel.Data;
using NamRo.Kernel.Files;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Sheets;
using NamRo.Kernel.Tenancy;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;
using NamRo.Ui.Parts;

namespace NamRo.Work;

/// <summary>Reads the filled-in workbook back: a preview first, then all rows or none.</summary>
[RequirePermission(WorkPermission.Report)]
internal sealed class ImportUpdatesPage(UpdateSheet sheet, BulkUpdateHandler handler, FileStore files, AppDb database, CurrentUser user)
    : PageModel
{
    private static readonly FileRules Rules = new(20L * 1024 * 1024, [MediaTypes.Excel, MediaTypes.OldOffice, MediaTypes.Text]);

    public static IReadOnlyList<Crumb> Crumbs { get; } =
        [new("Việc của tôi", "/nhiem-vu/cua-toi"), new("Cập nhật hàng loạt", "/nhiem-vu/cap-nhat")];

    [BindProperty]
    public IFormFile? Workbook { get; set; }

    /// <summary>The file of the preview.</summary>
    [BindProperty]
    public Guid? FileId { get; set; }

    public ImportPlan<WriteUpdate>? Plan { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Workbook is null)
        {
            ModelState.AddModelError(nameof(Workbook), "Hãy chọn tệp Excel đã điền.");
            return this.Invalid();
        }

        await using var content = Workbook.OpenReadStream();
        return await files.AddAsync(content, Workbook.FileName, Rules, cancel) switch
        {
            Outcome<StoredFile>.Done { Value: var file } => await PreviewAsync(file, cancel),
            Outcome<StoredFile>.Refused { Refusal: var refusal } => this.Refused(refusal with { Field = nameof(Workbook) }),
            _ => NotFound(),
        };
    }

    public async Task<IActionResult> OnPostImportAsync(CancellationToken cancel)
    {
        if (FileId is not { } id || await files.FindAsync(id, cancel) is not { } file || file.CreatedBy != user.Id)
        {
            return NotFound();
        }

        await using var content = files.Open(file);
        if (await LoadAsync(content, cancel) is { } refusal)
        {
            return this.Refused(refusal);
        }

        if (!Plan!.IsClean)
        {
            return this.Invalid();
        }

        var updates = Plan.Effective.Select(row => row.Value).ToList();
        var refused = await handler.HandleAsync(updates, cancel);
        foreach (var no in refused)
        {
            var row = Plan.Rows.First(planned => planned.Value.EntryId == no.EntryId);
            ModelState.AddModelError("", new RowError(row.Row, null, no.Refusal.Message).ToString());
        }

        if (refused.Count > 0)
        {
            return this.Invalid();
        }

        if (updates.Count == 0)
        {
            this.Tell("Mọi dòng đã có sẵn, không có gì thay đổi.");
        }
        else
        {
            this.TellWith($"Đã nhập {updates.Count} báo cáo.");
        }

        return LocalRedirect("/nhiem-vu/cua-toi");
    }

    private async Task<IActionResult> PreviewAsync(StoredFile file, CancellationToken cancel)
    {
        await using var content = Workbook!.OpenReadStream();
        if (await LoadAsync(content, cancel) is { } refusal)
        {
            return this.Refused(refusal with { Field = nameof(Workbook) });
        }

        await database.SaveChangesAsync(cancel);
        FileId = file.Id;
        ModelState.Remove(nameof(FileId));
        return Plan!.IsClean ? Page() : this.Invalid();
    }

    private async Task<Refusal?> LoadAsync(Stream content, CancellationToken cancel)
    {
        var planned = await sheet.PlanAsync(content, cancel);
        Plan = planned is Outcome<ImportPlan<WriteUpdate>>.Done { Value: var plan } ? plan : null;
        return (planned as Outcome<ImportPlan<WriteUpdate>>.Refused)?.Refusal;
    }
}
