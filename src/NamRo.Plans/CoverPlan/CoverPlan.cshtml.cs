using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Tenancy;
using NamRo.Plans.Amending;
using NamRo.Plans.Comparing;
using NamRo.Plans.Covering;
using NamRo.Plans.Domain;
using NamRo.Ui.Forms;
using NamRo.Ui.Parts;

namespace NamRo.Plans;

/// <summary>Which tasks and targets of the plan above this plan takes up, leaves out, promises higher or lower.</summary>
[RequirePermission(PlansPermission.ReadPlans)]
internal sealed class CoverPlanPage(AppDb database, CoverageDesk desk, DecideCoverageHandler handler, CurrentUser user) : PageModel
{
    public const string UpperName = "cap-tren";
    public const string ViewName = "xem";
    public const string AfterName = "tu";
    public const int LinesPerPage = 50;
    private const int MostPlans = 200;

    private IReadOnlyList<CoverageLine> all = [];
    private List<PlanDocument> candidates = [];

    public static IReadOnlyList<LineView> Views { get; } =
    [
        new("tat-ca", "Tất cả", _ => true),
        new("chua-nhan", "Chưa nhận", line => line.IsLeftOut),
        new("thap-hon", "Thấp hơn, muộn hơn", line => line.FallsShort),
        new("cao-hon", "Cao hơn", line => line.GoesBeyond),
        new("cho-xac-nhan", "Chờ xác nhận", line => line.IsOpen),
    ];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public PlanDocument Plan { get; private set; } = null!;

    /// <summary>Null: the ward has uploaded no plan above this one.</summary>
    public PlanDocument? Upper { get; private set; }

    public LineView View { get; private set; } = Views[0];

    public IReadOnlyList<CoverageLine> Lines { get; private set; } = [];

    public IReadOnlyList<ComparedRow> Own { get; private set; } = [];

    public int? Next { get; private set; }

    public bool MayDecide => user.May(PlansPermission.ReviewPlans);

    public IReadOnlyList<Crumb> Crumbs => [new("Kế hoạch", "/ke-hoach"), new(Plan.Title, $"/ke-hoach/{Id}")];

    public IEnumerable<SelectListItem> Choices =>
        candidates.Select(plan => new SelectListItem(plan.Title, plan.Id.ToString(), plan.Id == Upper?.Id));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var plan = await database.Set<PlanDocument>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == Id, cancel);
        if (plan is null)
        {
            return NotFound();
        }

        candidates = await database.Set<PlanDocument>().AsNoTracking()
            .Where(row => row.Id != Id && (row.State == PlanState.Read || row.State == PlanState.Published))
            .OrderByDescending(row => row.Id).Take(MostPlans).ToListAsync(cancel);
        Plan = plan;
        Upper = Guid.TryParse(Request.Query[UpperName], out var asked)
            ? candidates.Find(row => row.Id == asked)
            : UpperPlan.Propose(plan, candidates);
        if (Upper is not null)
        {
            (all, Own) = await desk.CompareAsync(Id, Upper.Id, cancel);
            Cut();
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromQuery(Name = UpperName)] Guid upperPlan, [FromForm] Guid upper, [FromForm] Guid own,
        [FromForm] string? ownWords, [FromForm] bool isConfirmed, CancellationToken cancel)
    {
        if (!MayDecide)
        {
            return Forbid();
        }

        own = own == Guid.Empty ? await ChosenAsync(ownWords, cancel) : own;
        if (own == Guid.Empty)
        {
            return await OnGetAsync(cancel) is NotFoundResult missing
                ? missing
                : this.Refused(new Refusal("Hãy chọn dòng của kế hoạch này."));
        }

        return await handler.HandleAsync(new DecideCoverage(Id, upperPlan, upper, own, isConfirmed), cancel) is Outcome.Done
            ? LocalRedirect($"/ke-hoach/{Id}/bao-quat?{UpperName}={upperPlan}&{ViewName}={ViewOf(Request.Query[ViewName]).Name}")
            : NotFound();
    }

    public int Count(LineView view) => all.Count(view.Holds);

    public string AddressOf(LineView view) => $"/ke-hoach/{Id}/bao-quat?{UpperName}={Upper?.Id}&{ViewName}={view.Name}";

    /// <summary>The own row that was typed or chosen: "12. II.3 Nâng cấp ...", of which the place is enough.</summary>
    private async Task<Guid> ChosenAsync(string? words, CancellationToken cancel)
    {
        var place = words?.Split('.', 2)[0].Trim();
        var rows = await desk.OwnAsync(Id, cancel);
        return int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at >= 1 && at <= rows.Count
            ? rows[at - 1].Id()
            : Guid.Empty;
    }

    private static LineView ViewOf(string? name) => Views.FirstOrDefault(view => view.Name == name) ?? Views[0];

    private void Cut()
    {
        View = ViewOf(Request.Query[ViewName]);
        var after = int.TryParse(Request.Query[AfterName], NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? from : 0;
        List<CoverageLine> found = [.. all.Where(View.Holds).Where(line => line.Ordinal > after).Take(LinesPerPage + 1)];
        Lines = [.. found.Take(LinesPerPage)];
        Next = found.Count > LinesPerPage ? Lines[^1].Ordinal : null;
    }

    /// <summary>A part of the comparison that is shown by itself.</summary>
    internal sealed record LineView(string Name, string Title, Func<CoverageLine, bool> Holds);
}
