using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using NamRo.Kernel.Measures;
using NamRo.Kernel.Pages;
using NamRo.Language;
using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;
using NamRo.Targets.Standings;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;
using NamRo.Ui.Parts;

namespace NamRo.Targets;

/// <summary>How a target is measured: by whom, how often, from where, over which milestones.</summary>
[RequirePermission(TargetsPermission.Write)]
internal sealed class MeasureTargetPage(AppDb database, MeasureTargetHandler handler, MeasureBook measures) : PageModel
{
    private const int MostWholes = 300;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public Target Target { get; private set; } = null!;

    public Series Series { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    /// <summary>Measures whose value is of the kind that this target keeps.</summary>
    public IReadOnlyList<SelectListItem> Measures { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Wholes { get; private set; } = [];

    public IReadOnlyList<Crumb> Crumbs => [new("Chỉ tiêu", "/chi-tieu"), new(Target.AsSubject.Title, $"/chi-tieu/{Id}")];

    public static IEnumerable<SelectListItem> Directions =>
        Enum.GetValues<Direction>().Select(direction => new SelectListItem(direction.Words(), direction.ToString()));

    public static IEnumerable<SelectListItem> Rhythms => new[] { Rhythm.Month, Rhythm.Quarter, Rhythm.HalfYear, Rhythm.Year }
        .Select(rhythm => new SelectListItem(rhythm.Words(), rhythm.ToString()));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        Input = new Fields
        {
            Version = Series.Version,
            LeadUnitId = Series.LeadUnitId,
            Rhythm = Series.Rhythm,
            Direction = Series.Direction,
            IsCumulative = Series.IsCumulative,
            MayAggregate = Series.MayAggregate,
            Method = Series.Method,
            MeasureCode = Series.MeasureCode,
            WholeId = Series.WholeId,
            Baseline = Target.Baseline,
            BaselineText = Target.BaselineText,
            BaselineYear = Target.BaselineYear,
            Milestones = string.Join('\n', Target.Milestones.OrderBy(step => step.DueOn)
                .Select(step => $"{FigureWords.Show(step.DueOn)}: {step.Value.ToString("0.####", CultureInfo.CurrentCulture)}")),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (MilestoneText.Read(Input.Milestones) is not { } milestones)
        {
            ModelState.AddModelError("Input.Milestones", "Mỗi dòng một mốc, ví dụ 30/06/2026: 85,5.");
            return this.Invalid();
        }

        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var command = new MeasureTarget(Id, Input.Version, Input.Direction, Input.Rhythm, Input.IsCumulative, Input.MayAggregate,
            Input.Method, Input.MeasureCode, Input.LeadUnitId, Input.WholeId, Input.Baseline, Input.BaselineText, Input.BaselineYear,
            milestones);
        return this.Answer(await handler.HandleAsync(command, cancel), () =>
        {
            this.Tell("Đã lưu cách đo.");
            return LocalRedirect($"/chi-tieu/{Id}");
        });
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var target = await database.Set<Target>().AsNoTracking().Include(row => row.Milestones)
            .SingleOrDefaultAsync(row => row.Id == Id, cancel);
        if (target is null)
        {
            return false;
        }

        Target = target;
        Series = await database.Set<Series>().AsNoTracking().SingleAsync(row => row.Id == target.SeriesId, cancel);
        Units = await database.Set<UnitRow>().AsNoTracking().Where(row => row.ValidTo == null).OrderBy(row => row.Name)
            .Select(row => new SelectListItem(row.Name, row.Id.ToString())).ToListAsync(cancel);
        Measures = [.. (await measures.ListAsync(cancel)).Where(measure => FigureComputer.Fits(Series.Kind, measure.Measure))
            .Select(measure => new SelectListItem(measure.Title, measure.Code))];
        Wholes = [.. (await database.Set<Series>().AsNoTracking()
            .Where(row => row.Id != Series.Id && row.Kind == Series.Kind && row.WholeId == null).OrderBy(row => row.Id).Take(MostWholes)
            .ToListAsync(cancel)).Select(row => new SelectListItem(row.Name, row.Id.ToString(CultureInfo.InvariantCulture)))];
        return true;
    }

    public sealed class Fields
    {
        public int Version { get; set; }

        [Display(Name = "Đơn vị chủ trì, nhập số liệu")]
        public Guid? LeadUnitId { get; set; }

        [Display(Name = "Kỳ báo cáo")]
        public Rhythm Rhythm { get; set; } = Rhythm.Month;

        [Display(Name = "Chiều tốt lên")]
        public Direction Direction { get; set; }

        [Display(Name = "Cộng dồn các kỳ")]
        public bool IsCumulative { get; set; }

        [Display(Name = "Thành phố được tổng hợp")]
        public bool MayAggregate { get; set; }

        [StringLength(Series.LongestMethod)]
        [DataType(DataType.MultilineText)]
        [Display(Name = "Cách đo của phường")]
        public string? Method { get; set; }

        [Display(Name = "Hệ thống tự tính bằng")]
        public string? MeasureCode { get; set; }

        [Display(Name = "Là một phần của")]
        public int? WholeId { get; set; }

        [Display(Name = "Hiện trạng đầu kỳ (số)")]
        public decimal? Baseline { get; set; }

        [StringLength(Series.LongestName)]
        [Display(Name = "Hiện trạng đầu kỳ (lời)")]
        public string? BaselineText { get; set; }

        [Range(2000, 2100)]
        [Display(Name = "Năm của hiện trạng")]
        public int? BaselineYear { get; set; }

        [StringLength(MilestoneText.Longest)]
        [DataType(DataType.MultilineText)]
        [Display(Name = "Các mốc")]
        public string? Milestones { get; set; }
    }
}
