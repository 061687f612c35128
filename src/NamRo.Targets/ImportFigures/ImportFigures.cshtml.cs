using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Kernel.Data;
using NamRo.Kernel.Files;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Sheets;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Targets.Contracts;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;
using NamRo.Ui.Parts;

namespace NamRo.Targets;

/// <summary>A unit's month from a spreadsheet: upload, look at what it would do, carry it out. The file stays as evidence.</summary>
[RequirePermission(TargetsPermission.Enter)]
internal sealed class ImportFiguresPage(AppDb database, FigureGrid grid, RecordFiguresHandler handler, FileStore files, CurrentUser user,
    WardClock clock) : PageModel
{
    private static readonly FileRules Sheets = new(20L * 1024 * 1024, [MediaTypes.Excel]);

    public static IReadOnlyList<Crumb> Crumbs { get; } = [new("Chỉ tiêu", "/chi-tieu"), new("Nhập số liệu", "/chi-tieu/nhap-so-lieu")];

    [BindProperty(SupportsGet = true, Name = "don-vi")]
    public Guid UnitId { get; set; }

    [BindProperty(SupportsGet = true, Name = "ky")]
    public string? MonthText { get; set; }

    [BindProperty]
    public Guid EntryId { get; set; }

    [BindProperty]
    public Guid? FileId { get; set; }

    [BindProperty]
    public bool HasChecked { get; set; }

    public DateOnly Month { get; private set; }

    public ImportPlan<FigureInput>? Plan { get; private set; }

    public ILookup<int, string> Questions { get; private set; } =
        Array.Empty<FigureQuestion>().ToLookup(ask => ask.SeriesId, ask => ask.Message);

    public string Address => $"?don-vi={UnitId}&ky={Month.ToString("yyyy-MM", CultureInfo.InvariantCulture)}";

    /// <summary>Without a file the form to choose one, with one what it would do.</summary>
    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "tep")] Guid? fileId, CancellationToken cancel)
    {
        EntryId = Guid.CreateVersion7(clock.Now);
        if (!Prepare())
        {
            return NotFound();
        }

        if (fileId is not { } id)
        {
            return Page();
        }

        if (await files.FindAsync(id, cancel) is not { } file)
        {
            return NotFound();
        }

        FileId = id;
        await using var content = files.Open(file);
        return await ReadAsync(content, cancel) is { } refusal ? this.Refused(refusal) : Page();
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancel)
    {
        if (!Prepare())
        {
            return NotFound();
        }

        if (file is null)
        {
            return this.Refused(new Refusal("Hãy chọn tệp Excel đã điền.", "file"));
        }

        await using var content = file.OpenReadStream();
        if (await files.AddAsync(content, file.FileName, Sheets, cancel) is not Outcome<StoredFile>.Done stored)
        {
            return this.Refused(new Refusal("Tệp không phải là bảng tính Excel (.xlsx). Hãy dùng tệp mẫu.", "file"));
        }

        content.Position = 0;
        if (await ReadAsync(content, cancel) is { } refusal)
        {
            return this.Refused(refusal with { Field = "file" });
        }

        await database.SaveChangesAsync(cancel);
        return LocalRedirect($"/chi-tieu/nhap-so-lieu/tep{Address}&tep={stored.Value.Id}");
    }

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancel)
    {
        if (!Prepare() || FileId is not { } id || await files.FindAsync(id, cancel) is not { } file)
        {
            return NotFound();
        }

        await using (var content = files.Open(file))
        {
            if (await ReadAsync(content, cancel) is { } refusal)
            {
                return this.Refused(refusal);
            }
        }

        if (!Plan!.IsClean)
        {
            return this.Invalid();
        }

        var command = new RecordFigures(EntryId, FigureSource.Imported, [.. Plan.Effective.Select(row => row.Value)])
        {
            Origin = file.Name,
            HasChecked = HasChecked,
            EvidenceIds = [file.Id],
        };
        return this.Answer(await handler.HandleAsync(command, cancel), recorded =>
        {
            if (recorded.Questions.Count > 0)
            {
                Questions = recorded.Questions.ToLookup(ask => ask.SeriesId, ask => ask.Message);
                return this.Invalid();
            }

            this.TellWith($"Đã nhập {recorded.Count} số liệu từ “{file.Name}”, chờ người khác xác nhận.");
            return LocalRedirect("/chi-tieu/nhap-so-lieu" + Address);
        });
    }

    private async Task<Refusal?> ReadAsync(Stream content, CancellationToken cancel)
    {
        var read = SheetReader.Read(content, FigureSheet.Columns, new SheetLimits(EnterFiguresPage.MostCells), cancel);
        if (read is not Outcome<SheetContent>.Done done)
        {
            return ((Outcome<SheetContent>.Refused)read).Refusal;
        }

        Plan = FigureSheet.Plan(done.Value, await grid.LinesAsync(UnitId == Guid.Empty ? null : UnitId, Month, cancel));
        return null;
    }

    private bool Prepare()
    {
        Month = DateOnly.TryParseExact(MonthText, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? month : grid.CurrentMonth();
        return RecordFiguresHandler.MayEnter(user, UnitId == Guid.Empty ? null : UnitId);
    }
}
