using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Cockpit.Scores;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Time;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;

namespace NamRo.Cockpit;

[RequirePermission(CockpitPermission.WriteWeights)]
internal sealed class ChangeWeightsPage(ChangeWeightsHandler handler, ScoreReader reader, WardClock clock) : PageModel
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = (await reader.FindWeightsAsync(cancel))?.AsWeights() ?? Weights.Default;
        Input = new Fields
        {
            Id = Guid.CreateVersion7(clock.Now),
            OnTime = now.OnTime,
            Updates = now.Updates,
            Targets = now.Targets,
            Coverage = now.Coverage,
            EffectiveFrom = clock.Today,
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var weights = new Weights(Input.OnTime, Input.Updates, Input.Targets, Input.Coverage);
        var command = new ChangeWeights(Input.Id, weights, Input.EffectiveFrom!.Value, Input.Basis);
        return this.Answer(await handler.HandleAsync(command, cancel), () =>
        {
            this.Tell("Đã đặt trọng số mới; lần trước vẫn được giữ.");
            return LocalRedirect("/danh-gia");
        });
    }

    public sealed class Fields
    {
        /// <summary>Made when the form is shown, so that a double submit adds one decision.</summary>
        public Guid Id { get; set; }

        [Range(0, Weights.Whole)]
        [Display(Name = "Hoàn thành đúng hạn (%)")]
        public int OnTime { get; set; }

        [Range(0, Weights.Whole)]
        [Display(Name = "Cập nhật hằng tháng (%)")]
        public int Updates { get; set; }

        [Range(0, Weights.Whole)]
        [Display(Name = "Chỉ tiêu đạt hoặc đúng tiến độ (%)")]
        public int Targets { get; set; }

        [Range(0, Weights.Whole)]
        [Display(Name = "Đủ dữ liệu (%)")]
        public int Coverage { get; set; }

        [Required]
        [Display(Name = "Có hiệu lực từ ngày")]
        public DateOnly? EffectiveFrom { get; set; }

        [Required]
        [StringLength(WeightSet.LongestBasis)]
        [Display(Name = "Căn cứ")]
        public string Basis { get; set; } = "";
    }
}
