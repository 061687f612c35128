using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Data;
using NamRo.Kernel.Jobs;
using NamRo.Kernel.Mail;
using NamRo.Kernel.Time;
using Npgsql;
using NpgsqlTypes;

namespace NamRo.Kernel.Notices;

/// <summary>
/// Collects the notices of one unit of work; <see cref="AppDb"/> writes them when it saves, in the caller's transaction. By the choices
/// of each person they stand under the bell, are mailed, or both.
/// </summary>
public sealed class NoticeBoard(ModuleCatalogue modules, JobCatalogue jobs, WardClock clock, IOptions<MailOptions> mail)
{
    private const string Insert = """
        insert into kernel.notice (ward_id, id, person_id, kind, title, body, href, once_key, is_urgent, is_shown, mail_timing, posted_at)
        select @ward, id, person, kind, title, body, href, once_key, is_urgent, is_shown, mail_timing, @now
        from unnest(@ids, @persons, @kinds, @titles, @bodies, @hrefs, @once_keys, @urgent, @shown, @timings)
          as new (id, person, kind, title, body, href, once_key, is_urgent, is_shown, mail_timing)
        on conflict (ward_id, person_id, once_key) where once_key is not null do nothing
        returning id as "Value"
        """;

    private readonly List<Notice> pending = [];

    /// <summary>Adds a notice to what the next <c>SaveChangesAsync</c> writes.</summary>
    public void Post(Notice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        if (!modules.NoticeKinds.ContainsKey(notice.Kind))
        {
            throw new InvalidOperationException($"No module names the notice kind {notice.Kind}.");
        }

        // A page of this system and nothing else: never "//elsewhere".
        if (notice.Href is not ['/', ..] || notice.Href is ['/', '/' or '\\', ..] || notice.Href.Length > Notice.LongestHref)
        {
            throw new ArgumentException($"A notice leads to a page of this system, not to '{notice.Href}'.", nameof(notice));
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(notice.OnceKey?.Length ?? 0, Notice.LongestOnceKey, nameof(notice));
        pending.Add(notice with
        {
            Title = Cut(notice.Title, Notice.LongestTitle),
            Body = notice.Body is null ? null : Cut(notice.Body, Notice.LongestBody),
        });
    }

    /// <summary>Writes what was posted. A notice whose occasion the person has been told of already is left out.</summary>
    internal async Task FlushAsync(AppDb database, CancellationToken cancel)
    {
        if (pending.Count == 0)
        {
            return;
        }

        List<Notice> posted = [.. pending];
        pending.Clear();
        var rows = await AddressAsync(database, posted, cancel);
        var written = await InsertAsync(database, rows, cancel);
        var toMail = rows.Where(row => row.MailTiming == MailTiming.AtOnce && written.Contains(row.Id)).Select(row => row.PersonId);
        await ComposeMail.EnqueueAsync(database, jobs, toMail.Distinct(), ComposeMail.SlotAfter(clock.Now), clock.Now, cancel);
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";

    /// <summary>Decides each notice's channels by the choices of its person.</summary>
    private async Task<List<NoticeRow>> AddressAsync(AppDb database, List<Notice> posted, CancellationToken cancel)
    {
        var people = posted.Select(notice => notice.PersonId).Distinct().ToList();
        var kinds = posted.Select(notice => notice.Kind).Distinct().ToList();
        var choices = await database.Set<NoticeChoice>().AsNoTracking()
            .Where(choice => people.Contains(choice.PersonId) && kinds.Contains(choice.Kind))
            .ToDictionaryAsync(choice => (choice.PersonId, choice.Kind), cancel);
        return [.. posted.Select(notice =>
        {
            var kind = modules.NoticeKinds[notice.Kind];
            var choice = choices.GetValueOrDefault((notice.PersonId, notice.Kind));
            var timing = mail.Value.IsOn ? choice?.MailTiming ?? kind.MailTiming : MailTiming.Never;
            return new NoticeRow
            {
                Id = Guid.CreateVersion7(clock.Now),
                PersonId = notice.PersonId,
                Kind = notice.Kind,
                Title = notice.Title,
                Body = notice.Body,
                Href = notice.Href,
                OnceKey = notice.OnceKey,
                IsUrgent = notice.IsUrgent,
                IsShown = choice?.IsShown ?? kind.IsShown,
                MailTiming = notice.IsUrgent && timing == MailTiming.Daily ? MailTiming.AtOnce : timing,
            };
        })];
    }

    private async Task<HashSet<Guid>> InsertAsync(AppDb database, List<NoticeRow> rows, CancellationToken cancel)
    {
        var written = await database.Database.SqlQueryRaw<Guid>(Insert,
            new NpgsqlParameter("ward", database.WardId), new NpgsqlParameter("now", clock.Now),
            Column("ids", rows.Select(row => row.Id)), Column("persons", rows.Select(row => row.PersonId)),
            Column("kinds", rows.Select(row => row.Kind)), Column("titles", rows.Select(row => row.Title)),
            Column("bodies", rows.Select(row => row.Body)), Column("hrefs", rows.Select(row => row.Href)),
            Column("once_keys", rows.Select(row => row.OnceKey)), Column("urgent", rows.Select(row => row.IsUrgent)),
            Column("shown", rows.Select(row => row.IsShown)),
            Column("timings", rows.Select(row => SnakeCase.Of(row.MailTiming.ToString())))).ToListAsync(cancel);
        return [.. written];
    }

    private static NpgsqlParameter Column<T>(string name, IEnumerable<T> values) => new(name, NpgsqlDbType.Array | TypeOf(typeof(T)))
    {
        Value = values.ToArray(),
    };

    private static NpgsqlDbType TypeOf(Type type) => type == typeof(Guid) ? NpgsqlDbType.Uuid
        : type == typeof(bool) ? NpgsqlDbType.Boolean : NpgsqlDbType.Text;
}
