using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Time;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;
using NamRo.Ui.Parts;
using NamRo.Ui.Status;

namespace NamRo.Administration;

/// <summary>The keys of the ward: whose they are, what they allow, when they were last used.</summary>
[RequirePermission(AdministrationPermission.ManageTokens)]
internal sealed class ListTokensPage(AppDb database, CreateTokenHandler handler, WardClock clock) : PageModel
{
    public const string Address = "/quan-tri/ma-truy-cap";

    private const int MostShown = 200;

    public static IReadOnlyList<Crumb> Crumbs { get; } = [new("Mã truy cập", Address)];

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Rows = await (
        from token in database.Set<ApiToken>().AsNoTracking()
        join owner in database.Set<Account>() on token.AccountId equals owner.Id
        orderby token.RevokedAt == null descending, token.CreatedAt descending
        select new Row(token, owner.DisplayName)).Take(MostShown).ToListAsync(cancel);

    public async Task<IActionResult> OnPostRevokeAsync([FromForm] Guid id, CancellationToken cancel) =>
        this.Answer(await handler.HandleAsync(new RevokeToken(id), cancel), () =>
        {
            this.Tell("Đã thu hồi mã truy cập.");
            return LocalRedirect(Address);
        });

    public (StatusTone Tone, string Words) StateOf(ApiToken token) => token switch
    {
        { RevokedAt: not null } => (StatusTone.Neutral, "Đã thu hồi"),
        _ when token.IsOpenOn(clock.Today) => (StatusTone.Done, "Đang dùng được"),
        _ => (StatusTone.Waiting, "Hết hạn"),
    };

    public sealed record Row(ApiToken Token, string Owner);
}
