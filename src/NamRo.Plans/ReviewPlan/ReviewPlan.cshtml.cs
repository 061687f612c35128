using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Plans.Domain;
using NamRo.Plans.Matching;
using NamRo.Plans.Review;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;

namespace NamRo.Plans;

/// <summary>The review: the source on the left, the rows that were read from it on the right, doubtful ones first.</summary>
[RequirePermission(PlansPermission.ReviewPlans)]
internal sealed class ReviewPlanPage(AppDb database, ReviewDesk desk, SourceReader sources, CurrentUser user, WardClock clock)
    : PageModel
{
    public const string TasksTab = "nhiem-vu";
    public const string TargetsTab = "chi-tieu";
    public const string NarrativeTab = "loi-van";
    public const string FindingsTab = "can-xem";
    public const string DocumentTab = "van-ban";
    public const string ByDocument = "van-ban";

    private const string StreamType = "text/vnd.turbo-stream.html";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "muc")]
    public string? TabName { get; set; }

    public string Tab => TabName ?? TasksTab;

    [BindProperty(SupportsGet = true, Name = "xep")]
    public string? Order { get; set; }

    /// <summary>The row in hand.</summary>
    [BindProperty(SupportsGet = true, Name = "dong")]
    public Guid? RowId { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public Guid StepId { get; set; }

    public PlanDocument Plan { get; private set; } = null!;

    public ReviewCounts Counts { get; private set; } = null!;

    public ReviewWindow Window { get; private set; } = new([], null, null, null, 0, 0);

    public SourceView Source { get; private set; } = new(null, [], null);

    public WardDirectory Directory { get; private set; } = null!;

    /// <summary>The finding in hand.</summary>
    [BindProperty]
    public string? Key { get; set; }

    [BindProperty]
    [StringLength(FindingDecision.LongestReason)]
    public string? Reason { get; set; }

    public IReadOnlyList<FindingView> Findings { get; private set; } = [];

    /// <summary>Adding a unit is the administration's right; saying which unit a name means belongs to the review.</summary>
    public bool MayAddUnits => user.May("administration.unit.write");

    public bool IsByDocument => Order == ByDocument;

    public RowList List => new(Tab == TargetsTab ? RowKind.Target : RowKind.Task, Tab == NarrativeTab);

    public PlanRow? Current => Window.Rows.FirstOrDefault(row => row.Id == Window.Current);

    public static string TabOf(PlanRow row) => row.Kind == RowKind.Target ? TargetsTab : row.IsNarrative ? NarrativeTab : TasksTab;

    public Guid NewStep() => Guid.CreateVersion7(clock.Now);

    public string AddressOf(string tab, Guid? row = null, string? order = null, string? handler = null) => $"/ke-hoach/{Id}/duyet?muc={tab}"
        + ((order ?? Order) is { Length: > 0 } by ? $"&xep={by}" : "") + (row is null ? "" : $"&dong={row}")
        + (handler is null ? "" : $"&handler={handler}");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var plan = await database.Set<PlanDocument>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == Id, cancel);
        if (plan is null)
        {
            return NotFound();
        }

        if (plan.State != PlanState.Read)
        {
            return LocalRedirect($"/ke-hoach/{Id}");
        }

        Plan = plan;
        await LoadAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAcceptAsync([FromServices] AcceptRowHandler handler, CancellationToken cancel) =>
        await AnswerAsync(await handler.HandleAsync(new AcceptRow(Act()), cancel), cancel);

    public async Task<IActionResult> OnPostAcceptCertainAsync([FromServices] AcceptRowHandler handler, CancellationToken cancel) =>
        await AnswerAsync(await handler.HandleAsync(new AcceptCertainRows(Id, List, StepId), cancel), cancel, isWide: true);

    public async Task<IActionResult> OnPostRejectAsync([FromServices] RejectRowHandler handler, CancellationToken cancel) =>
        await AnswerAsync(await handler.HandleAsync(new RejectRow(Act()), cancel), cancel);

    public async Task<IActionResult> OnPostRejectOpenAsync([FromServices] RejectRowHandler handler, CancellationToken cancel) =>
        await AnswerAsync(await handler.HandleAsync(new RejectOpenRows(Id, List, StepId), cancel), cancel, isWide: true);

    public async Task<IActionResult> OnPostMergeAsync([FromServices] MergeRowsHandler handler, CancellationToken cancel) =>
        await AnswerAsync(await handler.HandleAsync(new MergeRows(Act()), cancel), cancel, isWide: true);

    public async Task<IActionResult> OnPostMatchUnitAsync([FromServices] NameLeadUnitHandler handler, Guid? unitId,
        CancellationToken cancel)
    {
        if (unitId is null)
        {
            return await AnswerAsync(new Refusal("Hãy chọn đơn vị mà văn bản nói đến."), cancel, isWide: true);
        }

        return await AnswerAsync(await handler.HandleAsync(new NameLeadUnit(Act(), unitId), cancel), cancel, isWide: true, staysHere: true);
    }

    public async Task<IActionResult> OnPostNewUnitAsync([FromServices] NameLeadUnitHandler handler, CancellationToken cancel) => MayAddUnits
        ? await AnswerAsync(await handler.HandleAsync(new NameLeadUnit(Act(), null), cancel), cancel, isWide: true, staysHere: true)
        : Forbid();

    public async Task<IActionResult> OnPostTakeReadingAsync([FromServices] SettleReadingHandler handler, CancellationToken cancel) =>
        await AnswerAsync(await handler.HandleAsync(new SettleReading(Act(), true), cancel), cancel, isWide: true, staysHere: true);

    public async Task<IActionResult> OnPostKeepMineAsync([FromServices] SettleReadingHandler handler, CancellationToken cancel) =>
        await AnswerAsync(await handler.HandleAsync(new SettleReading(Act(), false), cancel), cancel, isWide: true, staysHere: true);

    public async Task<IActionResult> OnPostUndoAsync([FromServices] UndoStepHandler handler, CancellationToken cancel)
    {
        var outcome = await handler.HandleAsync(new UndoStep(Id, null), cancel);
        switch (outcome)
        {
            case Outcome<Guid>.Done { Value: var row }:
                this.Tell("Đã hoàn tác một bước.");
                return LocalRedirect(AddressOf(await TabOfAsync(row, cancel), row));
            case Outcome<Guid>.Refused refused:
                return await AnswerAsync(refused.Refusal, cancel, isWide: true);
            default:
                return NotFound();
        }
    }

    public async Task<IActionResult> OnPostResolveAsync([FromServices] DecideFindingHandler handler, CancellationToken cancel) =>
        await AnswerAsync(await handler.HandleAsync(new DecideFinding(Id, Key ?? "", false, Reason), cancel), cancel, isWide: true);

    public async Task<IActionResult> OnPostWaiveAsync([FromServices] DecideFindingHandler handler, CancellationToken cancel) =>
        await AnswerAsync(await handler.HandleAsync(new DecideFinding(Id, Key ?? "", true, Reason), cancel), cancel, isWide: true);

    public async Task<IActionResult> OnPostReopenAsync([FromServices] DecideFindingHandler handler, CancellationToken cancel) =>
        await AnswerAsync(await handler.HandleAsync(new ReopenFinding(Id, Key ?? ""), cancel), cancel, isWide: true);

    private RowAct Act() => new(Id, RowId ?? Guid.Empty, Version, StepId);

    private async Task<string> TabOfAsync(Guid id, CancellationToken cancel) =>
        TabOf(await database.Set<PlanRow>().AsNoTracking().SingleAsync(row => row.Id == id, cancel));

    /// <summary>With script: the row and the figures. Without: the next open row. Refused: the screen as it is now, and why.</summary>
    private async Task<IActionResult> AnswerAsync(Outcome outcome, CancellationToken cancel, bool isWide = false, bool staysHere = false)
    {
        if (outcome is Outcome.NotFound)
        {
            return NotFound();
        }

        var plan = await database.Set<PlanDocument>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == Id, cancel);
        if (plan is null)
        {
            return NotFound();
        }

        Plan = plan;
        if (outcome is Outcome.Refused refused)
        {
            await LoadAsync(cancel);
            return this.Refused(refused.Refusal);
        }

        var order = await desk.OrderAsync(Id, List, IsByDocument, cancel);
        if (isWide || !Request.Headers.Accept.ToString().Contains(StreamType, StringComparison.Ordinal))
        {
            return LocalRedirect(AddressOf(Tab, staysHere ? RowId : ReviewDesk.NextOpen(order, RowId) ?? RowId));
        }

        await LoadAsync(cancel);
        return new PartialViewResult { ViewName = "_Stream", ViewData = new(ViewData) { Model = this }, ContentType = StreamType };
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Directory = await WardDirectory.LoadAsync(database, clock, cancel);
        Counts = await desk.CountAsync(Id, List, cancel);
        if (Tab is TasksTab or TargetsTab or NarrativeTab)
        {
            Window = await desk.WindowAsync(await desk.OrderAsync(Id, List, IsByDocument, cancel), RowId, cancel);
            Source = await sources.ReadAsync(Id, Current, cancel);
        }
        else if (Tab == FindingsTab)
        {
            Findings = await desk.FindingsAsync(Id, cancel);
        }
    }
}

/// <summary>A row of the list as its card is drawn.</summary>
internal sealed record ReviewCard(ReviewPlanPage Page, PlanRow Row, bool IsCurrent);

/// <summary>A row with the names of the units and people it speaks of.</summary>
internal sealed record RowView(PlanRow Row, WardDirectory Directory);
