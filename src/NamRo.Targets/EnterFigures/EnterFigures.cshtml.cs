using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using NamRo.Kernel.Files;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Language;
using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;
using NamRo.Ui.Parts;

namespace NamRo.Targets;

/// <summary>A unit's figures of a month in one grid, saved at once.</summary>
[RequirePermission(TargetsPermission.Enter)]
internal sealed class EnterFiguresPage(FigureGrid grid, RecordFiguresHandler handler, FileStore files, AppDb database, CurrentUser user,
    WardClock clock) : PageModel
{
    /// <summary>Series of one unit in one month.</summary>
    public const int MostCells = 500;

    private const int MonthsOffered = 24;

    public static IReadOnlyList<Crumb> Crumbs { get; } = [new("Chỉ tiêu", "/chi-tieu")];

    [BindProperty(SupportsGet = true, Name = "don-vi")]
    public Guid? UnitId { get; set; }

    /// <summary>"2026-05".</summary>
    [BindProperty(SupportsGet = true, Name = "ky")]
    public string? MonthText { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public DateOnly Month { get; private set; }

    public IReadOnlyList<UnitRow> Units { get; private set; } = [];

    public IReadOnlyList<FigureGridLine> Lines { get; private set; } = [];

    /// <summary>Files that came with a form which is shown again: they are kept and need not be chosen once more.</summary>
    public IReadOnlyList<StoredFile> Attached { get; private set; } = [];

    public ILookup<int, string> Questions { get; private set; } =
        Array.Empty<FigureQuestion>().ToLookup(ask => ask.SeriesId, ask => ask.Message);

    /// <summary>Last day for handing the month in.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>Lines that still owe a figure.</summary>
    public int Owed => Lines.Count(line => line.IsOwed);

    public bool IsLate => clock.Today > DueOn;

    public bool MayEnterAny => user.May(TargetsPermission.EnterAny);

    public FigurePeriod Period => FigurePeriod.Holding(Rhythm.Month, Month);

    public IEnumerable<SelectListItem> UnitChoices
    {
        get
        {
            foreach (var unit in Units)
            {
                yield return new(unit.Name, unit.Id.ToString(), unit.Id == UnitId);
            }

            if (MayEnterAny)
            {
                yield return new("Chưa có đơn vị chủ trì", Guid.Empty.ToString(), UnitId == Guid.Empty);
            }
        }
    }

    public IEnumerable<SelectListItem> MonthChoices => Enumerable.Range(0, MonthsOffered)
        .Select(back => new DateOnly(clock.Today.Year, clock.Today.Month, 1).AddMonths(-back))
        .Select(month => new SelectListItem($"Tháng {month.Month}/{month.Year}", Text(month), month == Month));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        Input = new Fields
        {
            EntryId = Guid.CreateVersion7(clock.Now),
            Cells = [.. Lines.Select(line => new Cell
            {
                SeriesId = line.Series.Id,
                Seen = line.Figure?.Number,
                Numerator = line.Figure?.IsNothing() == true ? null : line.Figure?.Numerator,
                Denominator = line.Figure?.IsNothing() == true ? null : line.Figure?.Denominator,
                Value = line.Figure is { Numerator: null } ? line.Figure.Value : null,
                HasNothing = line.Figure?.IsNothing() == true,
            })],
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(IReadOnlyList<IFormFile>? evidence, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (await KeepAsync(evidence ?? [], cancel) is { } refusal)
        {
            return this.Refused(refusal with { Field = "evidence" });
        }

        var inputs = ReadCells();
        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var command = new RecordFigures(Input.EntryId, FigureSource.Entered, inputs)
        {
            Note = Input.Note,
            HasChecked = Input.HasChecked,
            EvidenceIds = [.. Attached.Select(file => file.Id)],
        };
        return this.Answer(await handler.HandleAsync(command, cancel), Show);
    }

    /// <summary>Keeps the files before anything else is looked at, beside those the same person sent with the form before.</summary>
    private async Task<Refusal?> KeepAsync(IReadOnlyList<IFormFile> evidence, CancellationToken cancel)
    {
        var kept = Input.EvidenceIds.Take(Entry.MostEvidence).ToList();
        Refusal? refusal = null;
        foreach (var file in evidence.Take(Entry.MostEvidence - kept.Count))
        {
            await using var content = file.OpenReadStream();
            switch (await files.AddAsync(content, file.FileName, FileRules.Document, cancel))
            {
                case Outcome<StoredFile>.Done done:
                    kept.Add(done.Value.Id);
                    break;
                case Outcome<StoredFile>.Refused refused:
                    refusal ??= refused.Refusal with { Message = $"“{FileStore.CleanName(file.FileName)}”: {refused.Refusal.Message}" };
                    break;
            }
        }

        await database.SaveChangesAsync(cancel);
        Attached = await database.Set<StoredFile>().AsNoTracking().Where(row => kept.Contains(row.Id) && row.CreatedBy == user.Id)
            .OrderBy(row => row.Id).ToListAsync(cancel);
        return refusal;
    }

    private IActionResult Show(RecordedFigures recorded)
    {
        if (recorded.Questions.Count > 0)
        {
            Questions = recorded.Questions.ToLookup(ask => ask.SeriesId, ask => ask.Message);
            return this.Invalid();
        }

        if (recorded.Count == 0)
        {
            this.Tell("Không có số nào thay đổi.");
        }
        else
        {
            this.TellWith($"Đã lưu {recorded.Count} số liệu của {Period.Title}, chờ người khác xác nhận.");
        }

        return LocalRedirect($"/chi-tieu/nhap-so-lieu?don-vi={UnitId}&ky={Text(Month)}");
    }

    private List<FigureInput> ReadCells()
    {
        var lines = Lines.ToDictionary(line => line.Series.Id);
        var inputs = new List<FigureInput>();
        for (var at = 0; at < Math.Min(Input.Cells.Count, MostCells); at++)
        {
            var cell = Input.Cells[at];
            if (!lines.TryGetValue(cell.SeriesId, out var line))
            {
                continue;
            }

            if (!line.IsOpen)
            {
                // Only a form shown before the period was closed, or the figure verified, still brings a value.
                if (cell is not { Numerator: null, Denominator: null, Value: null, HasNothing: false })
                {
                    var refusal = line.IsClosed ? TargetRefusals.PeriodIsClosed(line.Period.Title) : TargetRefusals.NeedsAReason;
                    ModelState.AddModelError("", $"{line.Series.Name}: {refusal.Message}");
                }

                continue;
            }

            var read = cell.HasNothing && line.Series.Kind != FigureKind.YesNo
                ? Figure.NothingArose
                : Figure.Read(line.Series.Kind, cell.Numerator, cell.Denominator, cell.Value);
            if (read is Outcome<Figure?>.Refused refused)
            {
                ModelState.AddModelError($"Input.Cells[{at}].Value", refused.Refusal.Message);
            }
            else if (read is Outcome<Figure?>.Done { Value: { } figure })
            {
                inputs.Add(new(cell.SeriesId, line.Period.Start, figure, cell.Seen));
            }
        }

        return inputs;
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        Month = DateOnly.TryParseExact(MonthText, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? month : grid.CurrentMonth();
        DueOn = await grid.DueOnAsync(Month, cancel);
        Units = await grid.UnitsAsync(cancel);
        UnitId ??= Units.Count > 0 ? Units[0].Id : (MayEnterAny ? Guid.Empty : null);
        if (UnitId is null)
        {
            return true;
        }

        if (UnitId == Guid.Empty ? !MayEnterAny : !RecordFiguresHandler.MayEnter(user, UnitId))
        {
            return false;
        }

        Lines = await grid.LinesAsync(UnitId == Guid.Empty ? null : UnitId, Month, cancel);
        return true;
    }

    private static string Text(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public sealed class Fields
    {
        /// <summary>Made when the grid is shown, so that a double submit enters once.</summary>
        public Guid EntryId { get; set; }

        [MaxLength(MostCells)]
        public IList<Cell> Cells { get; set; } = [];

        /// <summary>Of files that were kept when the form was shown again.</summary>
        [MaxLength(Entry.MostEvidence)]
        public IList<Guid> EvidenceIds { get; set; } = [];

        [StringLength(Entry.LongestNote)]
        [Display(Name = "Ghi chú, nguồn số liệu")]
        public string? Note { get; set; }

        [Display(Name = "Tôi đã kiểm tra, các số trên là đúng")]
        public bool HasChecked { get; set; }
    }

    public sealed class Cell
    {
        public int SeriesId { get; set; }

        /// <summary>Version of the figure that was shown; null: none was.</summary>
        public short? Seen { get; set; }

        [Display(Name = "Tử số")]
        public decimal? Numerator { get; set; }

        [Display(Name = "Mẫu số")]
        public decimal? Denominator { get; set; }

        [Display(Name = "Giá trị")]
        public decimal? Value { get; set; }

        public bool HasNothing { get; set; }
    }
}
