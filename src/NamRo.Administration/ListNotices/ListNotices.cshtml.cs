using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Notices;
using NamRo.Kernel.Time;
using NamRo.Ui.Flash;
using NamRo.Ui.Lists;

namespace NamRo.Administration;

/// <summary>What the system has told the person, newest first.</summary>
internal sealed class ListNoticesPage(NoticeReader notices, WardClock clock) : PageModel
{
    public const string Address = "/thong-bao";

    private const string OnlyUnread = "chua-doc";

    public ListQuery Query { get; private set; } = null!;

    public KeysetPage<NoticeRow> Rows { get; private set; } = new([], null, null);

    public bool IsOnlyUnread => Query[OnlyUnread] == "1";

    public string AllHref => Query.With(OnlyUnread, null);

    public string UnreadHref => Query.With(OnlyUnread, "1");

    /// <summary>What the person sees is what "read all" reads: later ones stay unread.</summary>
    public string SeenUntil => clock.Now.ToString("O", CultureInfo.InvariantCulture);

    public static string Show(DateTimeOffset at) =>
        at.ToOffset(WardClock.Offset).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Query = ListQuery.From(Request);
        var rows = notices.Mine;
        if (IsOnlyUnread)
        {
            rows = rows.Where(row => row.ReadAt == null);
        }

        if (Cursor.TryDecode(Query.After ?? Query.Before, out var cursor))
        {
            rows = Query.IsBackward ? rows.Where(row => row.Id > cursor.Id) : rows.Where(row => row.Id < cursor.Id);
        }

        rows = Query.IsBackward ? rows.OrderBy(row => row.Id) : rows.OrderByDescending(row => row.Id);
        var fetched = await rows.Take(KeysetPage.DefaultSize + 1).ToListAsync(cancel);
        Rows = KeysetPage.Cut(fetched, Query, KeysetPage.DefaultSize, row => new Cursor(null, row.Id).Encode());
    }

    public async Task<IActionResult> OnPostAsync([FromForm] DateTimeOffset? seenUntil, CancellationToken cancel)
    {
        await notices.ReadAllAsync(seenUntil ?? clock.Now, cancel);
        this.Tell("Đã đánh dấu đọc hết.");
        return LocalRedirect(Address);
    }
}
