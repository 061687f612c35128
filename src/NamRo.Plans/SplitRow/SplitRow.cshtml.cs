using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Time;
using NamRo.Plans.Domain;
using NamRo.Plans.Review;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;
using NamRo.Ui.Parts;

namespace NamRo.Plans;

/// <summary>Splits a row: its parts stand one a line and may be changed before they become rows.</summary>
[RequirePermission(PlansPermission.ReviewPlans)]
internal sealed class SplitRowPage(AppDb database, SplitRowHandler handler, SourceReader sources, WardClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid RowId { get; set; }

    [BindProperty]
    [Required]
    [StringLength(PlanRow.LongestText)]
    [Display(Name = "Các phần, mỗi phần một dòng")]
    public string Parts { get; set; } = "";

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public Guid StepId { get; set; }

    public PlanDocument Plan { get; private set; } = null!;

    public PlanRow Row { get; private set; } = null!;

    public SourceView Source { get; private set; } = null!;

    public IReadOnlyList<Crumb> Crumbs => [new("Kế hoạch", "/ke-hoach"), new(Plan.Title, $"/ke-hoach/{Id}"), new("Rà soát", Review)];

    public string Review => $"/ke-hoach/{Id}/duyet?muc={ReviewPlanPage.TabOf(Row)}&dong={RowId}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (Plan.State != PlanState.Read || Row.State == RowState.Replaced)
        {
            return LocalRedirect($"/ke-hoach/{Id}");
        }

        (Version, StepId) = (Row.Version, Guid.CreateVersion7(clock.Now));
        Parts = Row.Content is TaskContent { Parts: { Count: > 1 } parts }
            ? string.Join('\n', parts.Select(part => part.Text))
            : Row.Content.Text;
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

        var texts = Parts.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return this.Answer(await handler.HandleAsync(new SplitRow(new RowAct(Id, RowId, Version, StepId), texts), cancel), () =>
        {
            this.TellWith($"Đã tách thành {texts.Length} dòng.");
            return LocalRedirect(Review);
        });
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var plan = await database.Set<PlanDocument>().AsNoTracking().SingleOrDefaultAsync(each => each.Id == Id, cancel);
        var row = await database.Set<PlanRow>().AsNoTracking().SingleOrDefaultAsync(each => each.Id == RowId && each.PlanId == Id, cancel);
        if (plan is null || row is null)
        {
            return false;
        }

        (Plan, Row, Source) = (plan, row, await sources.ReadAsync(Id, row, cancel));
        return true;
    }
}
