using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Files;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Sheets;
using NamRo.Kernel.Time;
using NamRo.Plans.Domain;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;
using NamRo.Ui.Parts;

namespace NamRo.Plans;

/// <summary>Takes an edited spreadsheet back: shows what it would do, row by row, then does all of it or nothing.</summary>
[RequirePermission(PlansPermission.ReviewPlans)]
[RequestSizeLimit(MaximumRequestBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MaximumRequestBytes)]
internal sealed class ImportRowsPage(AppDb database, RowImport import, ImportRowsHandler handler, WardClock clock) : PageModel
{
    public const int MostShown = 200;

    /// <summary>A little more than the reader takes, so that its own words are shown.</summary>
    private const long MaximumRequestBytes = 24L * 1024 * 1024;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public IFormFile? Sheet { get; set; }

    public PlanDocument Plan { get; private set; } = null!;

    /// <summary>Null before a file is uploaded.</summary>
    public ImportPlan<ImportedRow>? Preview { get; private set; }

    public Guid FileId { get; private set; }

    public Guid StepId { get; private set; }

    public IReadOnlyList<Crumb> Crumbs => [new("Kế hoạch", "/ke-hoach"), new(Plan.Title, $"/ke-hoach/{Id}")];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (Sheet is null)
        {
            ModelState.AddModelError(nameof(Sheet), "Hãy chọn tệp Excel đã sửa.");
            return this.Invalid();
        }

        await using var content = Sheet.OpenReadStream();
        return await handler.HandleAsync(new KeepSheet(Id, content, Sheet.FileName), cancel) switch
        {
            Outcome<StoredFile>.Done { Value: var file } => await ShowAsync(file, cancel),
            Outcome<StoredFile>.Refused refused => this.Refused(refused.Refusal),
            _ => NotFound(),
        };
    }

    public async Task<IActionResult> OnPostImportAsync([FromForm] Guid file, [FromForm] Guid step, CancellationToken cancel)
    {
        var outcome = await handler.HandleAsync(new ImportRows(Id, file, step), cancel);
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        return this.Answer(outcome, () =>
        {
            this.Tell("Đã nhập các dòng từ Excel. Có thể hoàn tác ở trang rà soát.");
            return LocalRedirect($"/ke-hoach/{Id}");
        });
    }

    private async Task<IActionResult> ShowAsync(StoredFile file, CancellationToken cancel)
    {
        switch (await import.ReadAsync(Plan, file, cancel))
        {
            case Outcome<ImportPlan<ImportedRow>>.Done { Value: var preview }:
                (Preview, FileId, StepId) = (preview, file.Id, Guid.CreateVersion7(clock.Now));
                return preview.IsClean ? Page() : this.Invalid();
            case Outcome<ImportPlan<ImportedRow>>.Refused refused:
                return this.Refused(refused.Refusal);
            default:
                return NotFound();
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var plan = await database.Set<PlanDocument>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == Id, cancel);
        Plan = plan!;
        return plan is not null;
    }
}
