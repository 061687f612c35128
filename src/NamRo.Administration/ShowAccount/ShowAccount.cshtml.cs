using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Access;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Ui.Flash;

namespace NamRo.Administration;

/// <summary>A person's own account: where they are signed in, and the way to end it elsewhere.</summary>
internal sealed class ShowAccountPage(AppDb database, Sessions sessions, OwnAccount own, CurrentUser user,
    WardClock clock) : PageModel
{
    private const int MostShown = 50;

    public string DisplayName => user.DisplayName;

    public IReadOnlyList<Row> Sessions { get; private set; } = [];

    public bool HasSecondFactor { get; private set; }

    public int RecoveryCodesLeft { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        (HasSecondFactor, RecoveryCodesLeft) = await own.ReadSecondFactorAsync();
        var since = clock.Now.AddMinutes(-AdministrationSetting.LongestIdleMinutes);
        var open = await database.Set<SignInSession>().AsNoTracking()
            .Where(row => row.AccountId == user.Id && row.EndedAt == null && row.LastSeenAt >= since)
            .OrderByDescending(row => row.LastSeenAt).Take(MostShown).ToListAsync(cancel);
        Sessions = [.. open.Select(row => new Row(row.Id, row.Device ?? "", row.Address ?? "", Show(row.StartedAt), Show(row.LastSeenAt),
            row.Id == user.SessionId))];
    }

    public async Task<IActionResult> OnPostEndAsync([FromForm] Guid session, CancellationToken cancel)
    {
        if (!await sessions.EndAsync(user.Id!.Value, session, cancel))
        {
            return NotFound();
        }

        this.Tell("Đã kết thúc phiên đăng nhập.");
        return LocalRedirect("/tai-khoan");
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken cancel)
    {
        await sessions.EndAllAsync(user.Id!.Value, user.SessionId, cancel);
        this.Tell("Đã kết thúc mọi phiên khác.");
        return LocalRedirect("/tai-khoan");
    }

    private static string Show(DateTimeOffset at) =>
        at.ToOffset(WardClock.Offset).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);

    public sealed record Row(Guid Id, string Device, string Address, string StartedAt, string LastSeenAt, bool IsThis);
}
