using System.Globalization;
using System.Linq.Expressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Jobs;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Plans.Amending;
using NamRo.Plans.Domain;
using NamRo.Plans.Matching;
using NamRo.Ui.Flash;
using NamRo.Ui.Lists;
using NamRo.Ui.Parts;

namespace NamRo.Plans;

/// <summary>One plan: how far its reading is, then the draft that was read.</summary>
[RequirePermission(PlansPermission.ReadPlans)]
internal sealed class ShowPlanPage(AppDb database, JobQueue queue, CurrentUser user, WardClock clock) : PageModel
{
    public const string TasksTab = "nhiem-vu";
    public const string TargetsTab = "chi-tieu";
    public const string FindingsTab = "can-xem";
    public const string DocumentTab = "van-ban";

    private const string TabName = "muc";

    public static IReadOnlyList<Crumb> Crumbs { get; } = [new("Kế hoạch", "/ke-hoach")];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public PlanDocument Plan { get; private set; } = null!;

    /// <summary>The reading job while there is no draft.</summary>
    public JobStatus? Job { get; private set; }

    public ListQuery Query { get; private set; } = null!;

    public string Tab { get; private set; } = TasksTab;

    public KeysetPage<PlanRow> Rows { get; private set; } = new([], null, null);

    public WardDirectory Directory { get; private set; } = null!;

    public PlanPublication? Publication { get; private set; }

    public PlanRelations Related { get; private set; } = PlanRelations.None;

    public bool MayReview => user.May(PlansPermission.ReviewPlans);

    public bool MayPublish => user.May(PlansPermission.PublishPlans);

    public KeysetPage<DraftFinding> Findings { get; private set; } = new([], null, null);

    /// <summary>Where the page asks how far the reading is. Turbo empties a frame whose answer names itself as its source.</summary>
    public string? FrameSource => IsRunning && !Request.Headers.ContainsKey("Turbo-Frame") ? $"/ke-hoach/{Id}" : null;

    public bool IsRunning => Job is { State: JobState.Queued or JobState.Running };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var plan = await database.Set<PlanDocument>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == Id, cancel);
        if (plan is null)
        {
            return NotFound();
        }

        Plan = plan;
        Query = ListQuery.From(Request);
        if (plan.State == PlanState.Reading)
        {
            Job = plan.JobId is { } job ? await queue.FindAsync(job, cancel) : null;
        }
        else if (plan.State is PlanState.Read or PlanState.Published)
        {
            Publication = await database.Set<PlanPublication>().AsNoTracking()
                .SingleOrDefaultAsync(row => row.PlanId == Id && row.WithdrawnAt == null, cancel);
            Related = await PlanRelations.LoadAsync(database, Id, cancel);
            await LoadTabAsync(cancel);
        }

        return Page();
    }

    public Task<IActionResult> OnPostReadAgainAsync([FromServices] ReadAgainHandler handler, CancellationToken cancel) =>
        ChangeReadingAsync(() => handler.HandleAsync(new ReadAgain(Id), cancel), "Đang đọc lại tệp.");

    public Task<IActionResult> OnPostStopReadingAsync([FromServices] ReadAgainHandler handler, CancellationToken cancel) =>
        ChangeReadingAsync(() => handler.HandleAsync(new StopReading(Id), cancel), "Đã dừng đọc; tệp vẫn được giữ.");

    public string AddressOf(string tab) => $"/ke-hoach/{Id}?{TabName}={tab}";

    private async Task<IActionResult> ChangeReadingAsync(Func<Task<Outcome>> change, string done)
    {
        if (!user.May(PlansPermission.UploadPlans) && !MayReview)
        {
            return Forbid();
        }

        var outcome = await change();
        if (outcome is Outcome.NotFound)
        {
            return NotFound();
        }

        this.Tell(outcome is Outcome.Refused refused ? refused.Refusal.Message : done);
        return LocalRedirect($"/ke-hoach/{Id}");
    }

    private async Task LoadTabAsync(CancellationToken cancel)
    {
        Tab = Query[TabName] is TargetsTab or FindingsTab or DocumentTab ? Query[TabName]! : TasksTab;
        switch (Tab)
        {
            case FindingsTab:
                var findings = database.Set<DraftFinding>().AsNoTracking().Where(row => row.PlanId == Id);
                Findings = await PageAsync(findings, row => row.Ordinal,
                    at => row => row.Ordinal > at, at => row => row.Ordinal < at, cancel);
                break;
            case DocumentTab:
                break;
            default:
                var kind = Tab == TargetsTab ? RowKind.Target : RowKind.Task;
                Directory = await WardDirectory.LoadAsync(database, clock, cancel);
                var rows = database.Set<PlanRow>().AsNoTracking().Where(row => row.PlanId == Id && row.Kind == kind
                    && (row.State == RowState.Accepted || (row.State == RowState.Pending && !row.IsNarrative && Publication == null)));
                Rows = await PageAsync(rows, row => row.Position, at => row => row.Position > at, at => row => row.Position < at, cancel);
                break;
        }
    }

    private async Task<KeysetPage<T>> PageAsync<T>(IQueryable<T> rows, Expression<Func<T, int>> place,
        Func<int, Expression<Func<T, bool>>> behind, Func<int, Expression<Func<T, bool>>> before, CancellationToken cancel)
        where T : class
    {
        if (Cursor.TryDecode(Query.After ?? Query.Before, out var cursor)
            && int.TryParse(cursor.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var at))
        {
            rows = rows.Where(Query.IsBackward ? before(at) : behind(at));
        }

        rows = Query.IsBackward ? rows.OrderByDescending(place) : rows.OrderBy(place);
        var fetched = await rows.Take(KeysetPage.DefaultSize + 1).ToListAsync(cancel);
        var placeOf = place.Compile();
        return KeysetPage.Cut(fetched, Query, KeysetPage.DefaultSize,
            row => new Cursor(placeOf(row).ToString(CultureInfo.InvariantCulture), Id).Encode());
    }
}
