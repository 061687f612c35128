using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using NamRo.Kernel.Jobs;
using NamRo.Kernel.Pages;
using NamRo.Language;
using NamRo.Plans.Domain;
using NamRo.Ui.Lists;
using NamRo.Ui.Parts;

namespace NamRo.Plans;

/// <summary>One plan: how far its reading is, then the draft that was read.</summary>
[RequirePermission(PlansPermission.ReadPlans)]
internal sealed class ShowPlanPage(AppDb database, JobQueue queue) : PageModel
{
    public const string TasksTab = "nhiem-vu";
    public const string TargetsTab = "chi-tieu";
    public const string FindingsTab = "can-xem";
    public const string DocumentTab = "van-ban";

    private const string TabName = "muc";

    private HashSet<string> unitKeys = [];

    public static IReadOnlyList<Crumb> Crumbs { get; } = [new("Kế hoạch", "/ke-hoach")];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public PlanDocument Plan { get; private set; } = null!;

    /// <summary>The reading job while there is no draft.</summary>
    public JobStatus? Job { get; private set; }

    public ListQuery Query { get; private set; } = null!;

    public string Tab { get; private set; } = TasksTab;

    public KeysetPage<DraftTask> Tasks { get; private set; } = new([], null, null);

    public KeysetPage<DraftTarget> Targets { get; private set; } = new([], null, null);

    public KeysetPage<DraftFinding> Findings { get; private set; } = new([], null, null);

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
            Job = await queue.FindAsync(plan.JobId, cancel);
        }
        else if (plan.State == PlanState.Read)
        {
            await LoadTabAsync(cancel);
        }

        return Page();
    }

    public string AddressOf(string tab) => $"/ke-hoach/{Id}?{TabName}={tab}";

    /// <summary>Whether every lead unit of the task goes by a name of one of the ward's units.</summary>
    public bool AreUnitsKnown(DraftTask task) => task.LeadUnits.TrueForAll(unit => unitKeys.Contains(VietnameseText.Fold(unit)));

    private async Task LoadTabAsync(CancellationToken cancel)
    {
        switch (Query[TabName])
        {
            case TargetsTab:
                (Tab, Targets) = (TargetsTab, await RowsAsync<DraftTarget>(cancel));
                break;
            case FindingsTab:
                (Tab, Findings) = (FindingsTab, await RowsAsync<DraftFinding>(cancel));
                break;
            case DocumentTab:
                Tab = DocumentTab;
                break;
            default:
                var names = await database.Set<UnitName>().Select(row => row.Name).ToListAsync(cancel);
                unitKeys = [.. names.Select(VietnameseText.Fold)];
                Tasks = await RowsAsync<DraftTask>(cancel);
                break;
        }
    }

    private async Task<KeysetPage<T>> RowsAsync<T>(CancellationToken cancel)
        where T : DraftRow
    {
        var rows = database.Set<T>().AsNoTracking().Where(row => row.PlanId == Id);
        if (Cursor.TryDecode(Query.After ?? Query.Before, out var cursor)
            && int.TryParse(cursor.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var at))
        {
            rows = Query.IsBackward ? rows.Where(row => row.Ordinal < at) : rows.Where(row => row.Ordinal > at);
        }

        rows = Query.IsBackward ? rows.OrderByDescending(row => row.Ordinal) : rows.OrderBy(row => row.Ordinal);
        var fetched = await rows.Take(KeysetPage.DefaultSize + 1).ToListAsync(cancel);
        return KeysetPage.Cut(fetched, Query, KeysetPage.DefaultSize,
            row => new Cursor(row.Ordinal.ToString(CultureInfo.InvariantCulture), Id).Encode());
    }
}
