using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Measures;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Time;
using NamRo.Measures;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;

namespace NamRo.Cockpit;

/// <summary>A figure of the ward's own: written in the small language, checked and said back before it is kept.</summary>
[RequirePermission(CockpitPermission.WriteMeasures)]
internal sealed class WriteMeasurePage(WriteMeasureHandler handler, MeasureCatalogue catalogue, MeasureRunner runner, AppDb database,
    WardClock clock) : PageModel
{
    /// <summary>Empty for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>The sentence and the value of what is typed, when it was only tried.</summary>
    public string? Sentence { get; private set; }

    public MeasureValue? Tried { get; private set; }

    public IEnumerable<MeasureSource> Sources => catalogue.Sources;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Code is null)
        {
            Input.Id = Guid.CreateVersion7(clock.Now);
            return Page();
        }

        var row = await database.Set<SavedMeasure>().AsNoTracking().SingleOrDefaultAsync(saved => saved.Code == Code
            && saved.EndedAt == null, cancel);
        if (row is null)
        {
            return NotFound();
        }

        Input = new Fields
        {
            Id = row.Id,
            Title = row.Title,
            Expression = row.Expression,
            Basis = row.Basis,
            Goal = row.Goal,
            Seen = row.Version,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var command = new WriteMeasure(Input.Id, Input.Title, Input.Expression, Input.Basis ?? "", Input.Goal, Input.Seen);
        return this.Answer(await handler.HandleAsync(command, cancel), () =>
        {
            this.TellWith($"Đã lưu cách tính “{Input.Title}”.");
            return LocalRedirect("/cach-tinh");
        });
    }

    /// <summary>Says back what is typed and takes it once, without keeping anything.</summary>
    public async Task<IActionResult> OnPostTryAsync(CancellationToken cancel)
    {
        var (measure, error) = catalogue.Parser.Parse(Input.Expression ?? "");
        if (measure is null || !runner.MayRead(measure))
        {
            ModelState.AddModelError("Input.Expression", error is null ? "Cách tính này dùng dữ liệu mà bạn không được xem."
                : $"Vị trí {error.From + 1}: {error.Message}");
            return this.Invalid();
        }

        ModelState.Clear();
        Sentence = MeasureSentence.Of(measure);
        Tried = await runner.TakeAsync(measure, MeasurePeriod.MonthOf(clock.Today), cancel);
        return Page();
    }

    public sealed class Fields
    {
        /// <summary>Made when the form is shown, so that a double submit defines one figure.</summary>
        public Guid Id { get; set; }

        [Required]
        [StringLength(SavedMeasure.LongestTitle)]
        [Display(Name = "Tên con số")]
        public string Title { get; set; } = "";

        [Required]
        [StringLength(MeasureParser.LongestText)]
        [DataType(DataType.MultilineText)]
        [Display(Name = "Biểu thức")]
        public string Expression { get; set; } = "";

        [StringLength(SavedMeasure.LongestBasis)]
        [Display(Name = "Ai yêu cầu, ở đâu")]
        public string? Basis { get; set; }

        [Display(Name = "Mức cần đạt")]
        public decimal? Goal { get; set; }

        /// <summary>The version the person was looking at; null for a new one.</summary>
        public int? Seen { get; set; }
    }
}
