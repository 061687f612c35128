using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Data;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using Npgsql;

namespace NamRo.Kernel.Notices;

/// <summary>A kind of notice with the channels that hold for a person.</summary>
public sealed record NoticeChannels(NoticeKind Kind, bool IsShown, MailTiming MailTiming);

/// <summary>The notices of the current person, and what they chose about them.</summary>
public sealed class NoticeReader(AppDb database, NpgsqlDataSource source, ModuleCatalogue modules, CurrentUser user, CurrentWard ward,
    WardClock clock)
{
    /// <summary>Above this the bell only says that there are more.</summary>
    public const int MostCounted = 100;

    /// <summary>The person's notices that stand under the bell.</summary>
    public IQueryable<NoticeRow> Mine =>
        database.Set<NoticeRow>().AsNoTracking().Where(row => row.PersonId == user.PersonId && row.IsShown);

    /// <summary>
    /// Unread ones, at most <see cref="MostCounted"/>. Needs no transaction: it is asked while a page is drawn, when the page's own has
    /// ended; ward, look and end travel to the database as one message.
    /// </summary>
    public async Task<int> CountUnreadAsync(CancellationToken cancel)
    {
        if (user.PersonId is not { } person || !ward.IsChosen)
        {
            return 0;
        }

        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("begin"));
        var enter = new NpgsqlBatchCommand(WardTransaction.Statement);
        enter.Parameters.Add(WardTransaction.Parameter(ward.Id));
        batch.BatchCommands.Add(enter);
        var look = new NpgsqlBatchCommand($"""
            select count(*) from (select from kernel.notice where ward_id = $1 and person_id = $2 and is_shown and read_at is null
              limit {MostCounted}) unread
            """);
        look.Parameters.Add(new NpgsqlParameter { Value = ward.Id });
        look.Parameters.Add(new NpgsqlParameter { Value = person });
        batch.BatchCommands.Add(look);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("commit"));
        await using var answers = await batch.ExecuteReaderAsync(cancel);
        // The first answer is the ward's.
        await answers.NextResultAsync(cancel);
        await answers.ReadAsync(cancel);
        return (int)answers.GetInt64(0);
    }

    /// <summary>Marks one as read. Null: it is not there, or another person's; else where it leads.</summary>
    public async Task<string?> OpenAsync(Guid id, CancellationToken cancel)
    {
        var href = await Mine.Where(row => row.Id == id).Select(row => row.Href).SingleOrDefaultAsync(cancel);
        if (href is not null)
        {
            await database.Set<NoticeRow>().Where(row => row.Id == id && row.ReadAt == null)
                .ExecuteUpdateAsync(row => row.SetProperty(notice => notice.ReadAt, clock.Now), cancel);
        }

        return href;
    }

    /// <summary>Marks every one as read that was posted up to the given one.</summary>
    public Task<int> ReadAllAsync(DateTimeOffset upTo, CancellationToken cancel) => database.Set<NoticeRow>()
        .Where(row => row.PersonId == user.PersonId && row.ReadAt == null && row.PostedAt <= upTo)
        .ExecuteUpdateAsync(row => row.SetProperty(notice => notice.ReadAt, clock.Now), cancel);

    /// <summary>Every kind with the person's channels, in the order of the titles.</summary>
    public async Task<IReadOnlyList<NoticeChannels>> ListChannelsAsync(CancellationToken cancel)
    {
        var chosen = await database.Set<NoticeChoice>().AsNoTracking().Where(row => row.PersonId == user.PersonId)
            .ToDictionaryAsync(row => row.Kind, cancel);
        return [.. modules.NoticeKinds.Values.OrderBy(kind => kind.Title, StringComparer.CurrentCulture).Select(kind =>
            chosen.TryGetValue(kind.Code, out var choice) ? new NoticeChannels(kind, choice.IsShown, choice.MailTiming)
                : new NoticeChannels(kind, kind.IsShown, kind.MailTiming))];
    }

    /// <summary>Keeps the person's choice for a kind; the caller saves.</summary>
    public async Task ChooseAsync(string kind, bool isShown, MailTiming timing, CancellationToken cancel)
    {
        var person = user.PersonId ?? throw new InvalidOperationException("Only a person of the ward chooses.");
        var choice = await database.Set<NoticeChoice>().SingleOrDefaultAsync(row => row.PersonId == person && row.Kind == kind, cancel);
        if (choice is null)
        {
            choice = new NoticeChoice { PersonId = person, Kind = kind };
            database.Add(choice);
        }

        (choice.IsShown, choice.MailTiming) = (isShown, timing);
    }
}
