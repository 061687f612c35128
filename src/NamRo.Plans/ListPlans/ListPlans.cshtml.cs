using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Tenancy;
using NamRo.Plans.Domain;
using NamRo.Ui.Lists;

namespace NamRo.Plans;

/// <summary>The plans of the ward, the newest first.</summary>
[RequirePermission(PlansPermission.ReadPlans)]
internal sealed class ListPlansPage(AppDb database, CurrentUser user) : PageModel
{
    public ListQuery Query { get; private set; } = null!;

    public KeysetPage<PlanDocument> Rows { get; private set; } = new([], null, null);

    public bool MayReview => user.May(PlansPermission.ReviewPlans);

    public bool MayPublish => user.May(PlansPermission.PublishPlans);

    public bool MayUpload => user.May(PlansPermission.UploadPlans);

    public bool MayEnter => user.May(PlansPermission.ReviewPlans);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Query = ListQuery.From(Request);
        var plans = database.Set<PlanDocument>().AsNoTracking();
        if (Cursor.TryDecode(Query.After ?? Query.Before, out var cursor))
        {
            var id = cursor.Id;
            plans = Query.IsBackward ? plans.Where(plan => plan.Id > id) : plans.Where(plan => plan.Id < id);
        }

        // Keys are made in the order of time.
        plans = Query.IsBackward ? plans.OrderBy(plan => plan.Id) : plans.OrderByDescending(plan => plan.Id);
        var fetched = await plans.Take(KeysetPage.DefaultSize + 1).ToListAsync(cancel);
        Rows = KeysetPage.Cut(fetched, Query, KeysetPage.DefaultSize, plan => new Cursor(null, plan.Id).Encode());
    }
}
