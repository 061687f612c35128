using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Mail;
using NamRo.Kernel.Pages;
using NamRo.Ui.Lists;
using NamRo.Ui.Status;

namespace NamRo.Administration;

/// <summary>The delivery log: every mail to the ward's people and what became of it.</summary>
[RequirePermission(AdministrationPermission.ReadMail)]
internal sealed class ListMailPage(AppDb database, IOptions<MailOptions> mail) : PageModel
{
    public ListQuery Query { get; private set; } = null!;

    public KeysetPage<Row> Rows { get; private set; } = new([], null, null);

    public bool IsMailOn => mail.Value.IsOn;

    public static StatusTone ToneOf(MailState state) => state switch
    {
        MailState.Sent => StatusTone.Done,
        MailState.Failed => StatusTone.Late,
        _ => StatusTone.Waiting,
    };

    public static string TitleOf(MailState state) => state switch
    {
        MailState.Sent => "Đã gửi",
        MailState.Failed => "Không gửi được",
        _ => "Đang chờ",
    };

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Query = ListQuery.From(Request);
        var mails = database.Set<MailRow>().AsNoTracking();
        if (Cursor.TryDecode(Query.After ?? Query.Before, out var cursor))
        {
            mails = Query.IsBackward ? mails.Where(row => row.Id > cursor.Id) : mails.Where(row => row.Id < cursor.Id);
        }

        mails = (Query.IsBackward ? mails.OrderBy(row => row.Id) : mails.OrderByDescending(row => row.Id)).Take(KeysetPage.DefaultSize + 1);
        var fetched = await (from row in mails
                             join person in database.Set<Person>() on row.PersonId equals person.Id into people
                             from person in people.DefaultIfEmpty()
                             select new Row(row.Id, row.ComposedAt, person.FullName, row.Address, row.Subject, row.State, row.Attempts,
                                 row.Error)).ToListAsync(cancel);
        fetched.Sort((left, right) => (Query.IsBackward ? 1 : -1) * left.Id.CompareTo(right.Id));
        Rows = KeysetPage.Cut(fetched, Query, KeysetPage.DefaultSize, row => new Cursor(null, row.Id).Encode());
    }

    public sealed record Row(Guid Id, DateTimeOffset At, string? Person, string Address, string Subject, MailState State, int Attempts,
        string? Error);
}
