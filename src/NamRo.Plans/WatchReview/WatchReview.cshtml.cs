using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Plans.Domain;

namespace NamRo.Plans;

/// <summary>
/// Who else has the review of a plan open: a frame of the review that asks again and again, and says by it that its person is there.
/// </summary>
[RequirePermission(PlansPermission.ReviewPlans)]
internal sealed class WatchReviewPage(AppDb database, CurrentUser user, WardClock clock) : PageModel
{
    public const int RefreshSeconds = 20;

    /// <summary>Who has not asked for so long has gone.</summary>
    private static readonly TimeSpan Present = TimeSpan.FromSeconds(2.5 * RefreshSeconds);

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Names of the others.</summary>
    public IReadOnlyList<string> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await database.Set<PlanDocument>().AnyAsync(plan => plan.Id == Id, cancel))
        {
            return NotFound();
        }

        await database.Database.ExecuteSqlAsync($"""
            insert into plans.review_presence (ward_id, plan_id, account_id, display_name, seen_at)
            values ({database.WardId}, {Id}, {user.Id!.Value}, {user.DisplayName}, {clock.Now})
            on conflict (ward_id, plan_id, account_id) do update set display_name = excluded.display_name, seen_at = excluded.seen_at
            """, cancel);
        var since = clock.Now - Present;
        Others = await database.Set<ReviewPresence>().AsNoTracking()
            .Where(row => row.PlanId == Id && row.AccountId != user.Id && row.SeenAt > since)
            .OrderBy(row => row.DisplayName).Select(row => row.DisplayName).ToListAsync(cancel);
        return Page();
    }
}
