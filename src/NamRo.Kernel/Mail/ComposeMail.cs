using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Jobs;
using NamRo.Kernel.Notices;
using NamRo.Kernel.Time;

namespace NamRo.Kernel.Mail;

/// <summary>Gathers a person's waiting notices into one mail. What it carries is fixed here, so that a repeat is the same.</summary>
internal sealed record ComposeMail(Guid PersonId)
{
    public const string Kind = "kernel.compose_mail";

    /// <summary>Notices of the same minute go into one mail.</summary>
    public static DateTimeOffset SlotAfter(DateTimeOffset now) => now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute)).AddMinutes(2);

    /// <summary>Queues one job for each person and slot, however often it is asked for.</summary>
    public static Task EnqueueAsync(AppDb database, JobCatalogue jobs, IEnumerable<Guid> people, DateTimeOffset slot, DateTimeOffset now,
        CancellationToken cancel) => JobRow.InsertOnceAsync(database, [.. people.Select(person => JobRow.Queue(database.WardId,
            jobs.KindOf<ComposeMail>(), JsonSerializer.Serialize(new ComposeMail(person), EventLog.Json), now, null, slot,
            string.Create(CultureInfo.InvariantCulture, $"mail:{person:N}:{slot.UtcDateTime:yyyyMMddHHmm}")))], cancel);
}

internal sealed class ComposeMailJob(AppDb database, MailComposer composer, CalendarStore calendar, JobCatalogue jobs, WardClock clock)
    : IJob<ComposeMail>
{
    public async Task RunAsync(ComposeMail payload, JobRun run, CancellationToken cancel)
    {
        var at = WorkingHours.OnOrAfter(clock.Now, await calendar.LoadAsync(cancel));
        if (at > clock.Now)
        {
            await ComposeMail.EnqueueAsync(database, jobs, [payload.PersonId], at, clock.Now, cancel);
            return;
        }

        var waiting = await database.Set<NoticeRow>().AsNoTracking().Where(row => row.PersonId == payload.PersonId && row.MailId == null
            && row.MailTiming == MailTiming.AtOnce && row.ReadAt == null).OrderBy(row => row.Id).Take(MailComposer.MostNotices)
            .ToListAsync(cancel);
        await composer.ComposeAsync(payload.PersonId, waiting, isDigest: false, cancel);
    }
}

/// <summary>
/// The job of each working morning: what was posted until then and waits, one mail a person, none to those for whom nothing waits.
/// </summary>
internal sealed record ComposeDigests(DateTimeOffset At)
{
    public const string Kind = "kernel.compose_digests";
}

internal sealed class ComposeDigestsJob(AppDb database, MailComposer composer, CalendarStore calendar, WardClock clock)
    : IJob<ComposeDigests>
{
    /// <summary>A notice to be mailed at once that still waits by then has lost its job; the digest takes it along.</summary>
    private static readonly TimeSpan Stranded = TimeSpan.FromDays(1);

    public async Task RunAsync(ComposeDigests payload, JobRun run, CancellationToken cancel)
    {
        var stranded = payload.At - Stranded;
        if (!(await calendar.LoadAsync(cancel)).IsWorkingDay(clock.Today))
        {
            return;
        }

        var waiting = await database.Set<NoticeRow>().AsNoTracking()
            .Where(row => row.MailId == null && row.ReadAt == null
                && ((row.MailTiming == MailTiming.Daily && row.PostedAt <= payload.At)
                    || (row.MailTiming == MailTiming.AtOnce && row.PostedAt <= stranded)))
            .OrderBy(row => row.PersonId).ThenBy(row => row.Id).Take(MailComposer.MostNoticesOfWard).ToListAsync(cancel);
        foreach (var person in waiting.GroupBy(row => row.PersonId))
        {
            await composer.ComposeAsync(person.Key, [.. person.Take(MailComposer.MostNotices)], isDigest: true, cancel);
        }
    }
}

/// <summary>Makes the row of the delivery log, ties the notices to it and queues the sending.</summary>
internal sealed class MailComposer(AppDb database, IRecipientDirectory recipients, JobQueue queue, WardClock clock)
{
    /// <summary>A longer mail helps nobody; the rest waits for the next one.</summary>
    public const int MostNotices = 100;

    public const int MostNoticesOfWard = 20_000;

    public async Task ComposeAsync(Guid person, IReadOnlyList<NoticeRow> notices, bool isDigest, CancellationToken cancel)
    {
        if (notices.Count == 0)
        {
            return;
        }

        var id = Guid.CreateVersion7(clock.Now);
        notices = await ClaimAsync(notices, id, cancel);
        if (notices.Count == 0)
        {
            return;
        }

        var address = (await recipients.FindAsync(person, cancel))?.Address;
        var mail = new MailRow
        {
            Id = id,
            PersonId = person,
            Address = address ?? "",
            Subject = MailText.SubjectOf(notices, isDigest, clock.Today),
            IsDigest = isDigest,
            ComposedAt = clock.Now,
        };
        database.Add(mail);
        if (address is null)
        {
            mail.Fail("Chưa có địa chỉ thư điện tử.", clock.Now);
            return;
        }

        queue.Enqueue(new SendMail(mail.Id));
    }

    /// <summary>Ties the notices to the mail; another job may have taken some of them in the same moment.</summary>
    private async Task<IReadOnlyList<NoticeRow>> ClaimAsync(IReadOnlyList<NoticeRow> notices, Guid mail, CancellationToken cancel)
    {
        var ids = notices.Select(notice => notice.Id).ToList();
        await database.Set<NoticeRow>().Where(row => ids.Contains(row.Id) && row.MailId == null)
            .ExecuteUpdateAsync(row => row.SetProperty(notice => notice.MailId, mail), cancel);
        return await database.Set<NoticeRow>().AsNoTracking().Where(row => row.MailId == mail).OrderBy(row => row.Id).ToListAsync(cancel);
    }
}
