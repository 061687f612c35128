using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Tenancy;
using NamRo.Plans.Amending;
using NamRo.Plans.Comparing;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;
using NamRo.Ui.Parts;

namespace NamRo.Plans;

/// <summary>What a plan changes in the plan it amends, row by row; people accept or override what the comparison found.</summary>
[RequirePermission(PlansPermission.ReviewPlans)]
internal sealed class CompareAmendmentPage(AmendmentDesk desk, DecideLineHandler handler, WithdrawAmendmentHandler withdraw,
    CurrentUser user) : PageModel
{
    public const string ViewName = "xem";
    public const string AfterName = "tu";
    public const int LinesPerPage = 50;

    public static IReadOnlyList<LineView> Views { get; } =
    [
        new("can-xem", "Cần quyết định", line => line.NeedsDecision),
        new("thay-doi", "Thay đổi", line => line.Change.Kind is ChangeKind.Changed or ChangeKind.Split or ChangeKind.Merged),
        new("them", "Thêm mới", line => line.Change.Kind == ChangeKind.Added),
        new("khong-nhac-lai", "Không nhắc lại", line => line.Change.Kind == ChangeKind.Dropped),
        new("giu-nguyen", "Giữ nguyên", line => line.Change.Kind == ChangeKind.Unchanged),
    ];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public AmendmentDiff Diff { get; private set; } = null!;

    public LineView View { get; private set; } = Views[0];

    public IReadOnlyList<DiffLine> Lines { get; private set; } = [];

    /// <summary>Ordinal of the last line of the page before the next; null: no next page.</summary>
    public int? Next { get; private set; }

    /// <summary>Former rows that nothing continues yet: they may be chosen for a new row.</summary>
    public IReadOnlyList<DiffLine> LooseFormer { get; private set; } = [];

    public bool MayDecide => !Diff.Amendment.IsApproved;

    public bool MayApprove => MayDecide && user.May(PlansPermission.PublishPlans);

    public IReadOnlyList<Crumb> Crumbs => [new("Kế hoạch", "/ke-hoach"), new(Diff.Plan.Title, $"/ke-hoach/{Id}")];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await desk.FindAsync(Id, cancel) is not { } amendment)
        {
            return NotFound();
        }

        Diff = await desk.CompareAsync(amendment, cancel);
        LooseFormer = [.. Diff.Lines.Where(line => line.Change.Kind == ChangeKind.Dropped)];
        var asked = Request.Query[ViewName].ToString();
        View = Views.FirstOrDefault(view => view.Name == asked) ?? Views.FirstOrDefault(view => Diff.Lines.Any(view.Holds)) ?? Views[0];
        var after = int.TryParse(Request.Query[AfterName], NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? from : 0;
        List<DiffLine> found = [.. Diff.Lines.Where(View.Holds).Where(line => line.Ordinal > after).Take(LinesPerPage + 1)];
        Lines = [.. found.Take(LinesPerPage)];
        Next = found.Count > LinesPerPage ? Lines[^1].Ordinal : null;
        return Page();
    }

    public async Task<IActionResult> OnPostDecideAsync([FromForm] LineDecision decision, [FromForm] Guid[] former,
        [FromForm] Guid[] present, CancellationToken cancel)
    {
        former = [.. former.Where(id => id != Guid.Empty)];
        if (decision == LineDecision.Continue && former.Length == 0)
        {
            return await RefusedAsync(new Refusal("Hãy chọn dòng cũ mà dòng này tiếp tục."), cancel);
        }

        return await handler.HandleAsync(new DecideLine(Id, decision, former, present), cancel) switch
        {
            Outcome.Done => Back(),
            Outcome.Refused refused => await RefusedAsync(refused.Refusal, cancel),
            _ => NotFound(),
        };
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancel)
    {
        switch (await withdraw.HandleAsync(new WithdrawAmendment(Id), cancel))
        {
            case Outcome.Done:
                this.Tell("Đã bỏ việc so sánh. Kế hoạch trở lại đứng riêng.");
                return LocalRedirect($"/ke-hoach/{Id}");
            case Outcome.Refused refused:
                return await RefusedAsync(refused.Refusal, cancel);
            default:
                return NotFound();
        }
    }

    public string AddressOf(LineView view) => $"/ke-hoach/{Id}/dieu-chinh?{ViewName}={view.Name}";

    private LocalRedirectResult Back()
    {
        var (view, after) = (Request.Query[ViewName].ToString(), Request.Query[AfterName].ToString());
        var place = new QueryBuilder();
        if (Views.Any(known => known.Name == view))
        {
            place.Add(ViewName, view);
        }

        if (int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            place.Add(AfterName, after);
        }

        return LocalRedirect($"/ke-hoach/{Id}/dieu-chinh{place}");
    }

    private async Task<IActionResult> RefusedAsync(Refusal refusal, CancellationToken cancel) =>
        await OnGetAsync(cancel) is NotFoundResult missing ? missing : this.Refused(refusal);

    /// <summary>A part of the comparison that is shown by itself.</summary>
    internal sealed record LineView(string Name, string Title, Func<DiffLine, bool> Holds);
}
