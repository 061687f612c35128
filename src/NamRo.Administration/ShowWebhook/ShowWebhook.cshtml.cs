using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Pages;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;
using NamRo.Ui.Lists;
using NamRo.Ui.Status;

namespace NamRo.Administration;

/// <summary>One webhook: what it is told, and the log of what was sent.</summary>
[RequirePermission(AdministrationPermission.ManageTokens)]
internal sealed class ShowWebhookPage(AppDb database, CreateWebhookHandler handler, EventCatalogue catalogue) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Webhook Hook { get; private set; } = null!;

    public ListQuery Query { get; private set; } = null!;

    public KeysetPage<WebhookDelivery> Rows { get; private set; } = new([], null, null);

    private string Address => $"{ListWebhooksPage.Address}/{Id}";

    public static StatusTone ToneOf(DeliveryState state) => state switch
    {
        DeliveryState.Sent => StatusTone.Done,
        DeliveryState.Dead => StatusTone.Late,
        _ => StatusTone.Waiting,
    };

    public static string TitleOf(DeliveryState state) => state switch
    {
        DeliveryState.Sent => "Đã gửi",
        DeliveryState.Dead => "Không gửi được",
        _ => "Đang chờ",
    };

    public string TitleOf(string kind) => catalogue.TitleOf(kind);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await database.Set<Webhook>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == Id, cancel) is not { } hook)
        {
            return NotFound();
        }

        (Hook, Query) = (hook, ListQuery.From(Request));
        var sent = database.Set<WebhookDelivery>().AsNoTracking().Where(row => row.WebhookId == Id);
        if (Cursor.TryDecode(Query.After ?? Query.Before, out var cursor))
        {
            sent = Query.IsBackward ? sent.Where(row => row.Id > cursor.Id) : sent.Where(row => row.Id < cursor.Id);
        }

        var rows = await (Query.IsBackward ? sent.OrderBy(row => row.Id) : sent.OrderByDescending(row => row.Id))
            .Take(KeysetPage.DefaultSize + 1).ToListAsync(cancel);
        Rows = KeysetPage.Cut(rows, Query, KeysetPage.DefaultSize, row => new Cursor(null, row.Id).Encode());
        return Page();
    }

    public async Task<IActionResult> OnPostTryAsync(CancellationToken cancel) =>
        Back(await handler.HandleAsync(new TryWebhook(Id), cancel), "Đã xếp một lần gửi thử; kết quả hiện trong bảng dưới sau ít giây.");

    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancel) =>
        Back(await handler.HandleAsync(new EndWebhook(Id), cancel), "Đã ngừng webhook.");

    public async Task<IActionResult> OnPostResendAsync([FromForm] Guid delivery, CancellationToken cancel) =>
        Back(await handler.HandleAsync(new ResendDelivery(Id, delivery), cancel), "Đã xếp gửi lại.");

    private IActionResult Back(Kernel.Outcomes.Outcome outcome, string words) => this.Answer(outcome, () =>
    {
        this.Tell(words);
        return LocalRedirect(Address);
    });
}
