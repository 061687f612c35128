using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Time;
using NamRo.Targets.Domain;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;
using NamRo.Ui.Parts;

namespace NamRo.Targets;

/// <summary>Another value or due day by a decision; what was promised before stays visible.</summary>
[RequirePermission(TargetsPermission.Write)]
internal sealed class ReviseTargetPage(AppDb database, ReviseTargetHandler handler, WardClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public Target Target { get; private set; } = null!;

    public IReadOnlyList<Crumb> Crumbs => [new("Chỉ tiêu", "/chi-tieu"), new(Target.AsSubject.Title, $"/chi-tieu/{Id}")];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        Input = new Fields
        {
            Version = Target.Version,
            Value = Target.Value,
            UpperValue = Target.UpperValue,
            DueOn = Target.DueOn,
            DecidedOn = clock.Today,
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

        var command = new ReviseTarget(Id, Input.Version, Input.Value, Input.UpperValue, Input.DueOn!.Value, Input.Decision,
            Input.DecidedOn!.Value);
        return this.Answer(await handler.HandleAsync(command, cancel), () =>
        {
            this.Tell("Đã điều chỉnh chỉ tiêu; mức cũ được giữ cùng văn bản quyết định.");
            return LocalRedirect($"/chi-tieu/{Id}");
        });
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var target = await database.Set<Target>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == Id, cancel);
        Target = target!;
        return target is not null;
    }

    public sealed class Fields
    {
        public int Version { get; set; }

        [Display(Name = "Mức cần")]
        public decimal? Value { get; set; }

        [Display(Name = "Mức trên (khi là khoảng)")]
        public decimal? UpperValue { get; set; }

        [Required]
        [Display(Name = "Hạn")]
        public DateOnly? DueOn { get; set; }

        [Required]
        [StringLength(Target.LongestDecision)]
        [Display(Name = "Số văn bản quyết định")]
        public string Decision { get; set; } = "";

        [Required]
        [Display(Name = "Ngày văn bản")]
        public DateOnly? DecidedOn { get; set; }
    }
}
