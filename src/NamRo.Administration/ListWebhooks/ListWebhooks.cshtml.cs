using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Ui.Parts;

namespace NamRo.Administration;

/// <summary>The webhooks of the ward.</summary>
[RequirePermission(AdministrationPermission.ManageTokens)]
internal sealed class ListWebhooksPage(AppDb database) : PageModel
{
    public const string Address = "/quan-tri/webhook";

    private const int MostShown = 200;

    public static IReadOnlyList<Crumb> Crumbs { get; } = [new("Webhook", Address)];

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Rows = await database.Set<Webhook>().AsNoTracking()
        .OrderByDescending(row => row.EndedAt == null).ThenByDescending(row => row.CreatedAt).Take(MostShown)
        .Select(row => new Row(row, database.Set<WebhookDelivery>().Where(sent => sent.WebhookId == row.Id)
            .OrderByDescending(sent => sent.Id).FirstOrDefault())).ToListAsync(cancel);

    public sealed record Row(Webhook Hook, WebhookDelivery? Last);
}
