using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;
using NamRo.Ui.Parts;

namespace NamRo.Targets;

/// <summary>Corrects one figure; the former one stays, with the reason.</summary>
[RequirePermission(TargetsPermission.Enter)]
internal sealed class CorrectFigurePage(AppDb database, RecordFiguresHandler handler, CurrentUser user, WardClock clock) : PageModel
{
    public const int LongestReason = 500;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Code of the period, such as "2026-M5"; without it the newest figure is meant.</summary>
    [BindProperty(SupportsGet = true, Name = "ky")]
    public string? PeriodCode { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public Target Target { get; private set; } = null!;

    public Series Series { get; private set; } = null!;

    public Measurement Figure { get; private set; } = null!;

    public FigurePeriod Period { get; private set; }

    public IReadOnlyList<string> Questions { get; private set; } = [];

    public IReadOnlyList<Crumb> Crumbs => [new("Chỉ tiêu", "/chi-tieu"), new(Target.AsSubject.Title, $"/chi-tieu/{Id}")];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        Input = new Fields
        {
            EntryId = Guid.CreateVersion7(clock.Now),
            Seen = Figure.Number,
            Numerator = Figure.IsNothing() ? null : Figure.Numerator,
            Denominator = Figure.IsNothing() ? null : Figure.Denominator,
            Value = Figure.Numerator is null ? Figure.Value : null,
            HasNothing = Figure.IsNothing(),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var read = Input.HasNothing ? Domain.Figure.NothingArose
            : Domain.Figure.Read(Series.Kind, Input.Numerator, Input.Denominator, Input.Value);
        if (read is Outcome<Domain.Figure?>.Refused refused)
        {
            return this.Refused(refused.Refusal with { Field = "Input.Value" });
        }

        if (read is not Outcome<Domain.Figure?>.Done { Value: { } figure })
        {
            return this.Refused(new Refusal("Hãy ghi số đúng, hoặc chọn “Không phát sinh”.", "Input.Value"));
        }

        var command = new RecordFigures(Input.EntryId, FigureSource.Entered, [new(Series.Id, Period.Start, figure, Input.Seen)])
        {
            Reason = Input.Reason,
            HasChecked = Input.HasChecked,
        };
        return this.Answer(await handler.HandleAsync(command, cancel), Show);
    }

    private IActionResult Show(RecordedFigures recorded)
    {
        if (recorded.Questions.Count > 0)
        {
            Questions = [.. recorded.Questions.Select(ask => ask.Message)];
            return this.Invalid();
        }

        if (recorded.Count == 0)
        {
            this.Tell("Không có gì thay đổi.");
        }
        else
        {
            this.TellWith($"Đã đính chính số liệu {Period.Title}; cần người khác xác nhận lại.");
        }

        return LocalRedirect($"/chi-tieu/{Id}#so-lieu");
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var target = await database.Set<Target>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == Id, cancel);
        if (target is null)
        {
            return false;
        }

        var series = await database.Set<Series>().AsNoTracking().SingleAsync(row => row.Id == target.SeriesId, cancel);
        var asked = FigurePeriod.FromCode(PeriodCode);
        var start = asked?.Start;
        var figure = await database.Set<Measurement>().AsNoTracking()
            .Where(row => row.SeriesId == series.Id && (start == null || row.Period == start))
            .OrderByDescending(row => row.Period).FirstOrDefaultAsync(cancel);
        if (figure is null || (PeriodCode is not null && asked?.Rhythm != series.Rhythm)
            || !RecordFiguresHandler.MayEnter(user, series.LeadUnitId))
        {
            return false;
        }

        (Target, Series, Figure, Period) = (target, series, figure, new FigurePeriod(series.Rhythm, figure.Period));
        PeriodCode = Period.Code;
        return true;
    }

    public sealed class Fields
    {
        public Guid EntryId { get; set; }

        public short Seen { get; set; }

        [Display(Name = "Tử số")]
        public decimal? Numerator { get; set; }

        [Display(Name = "Mẫu số")]
        public decimal? Denominator { get; set; }

        [Display(Name = "Giá trị")]
        public decimal? Value { get; set; }

        [Display(Name = "Không phát sinh trong kỳ")]
        public bool HasNothing { get; set; }

        [Required]
        [StringLength(LongestReason)]
        [Display(Name = "Lý do đính chính")]
        public string Reason { get; set; } = "";

        [Display(Name = "Tôi đã kiểm tra, số trên là đúng")]
        public bool HasChecked { get; set; }
    }
}
