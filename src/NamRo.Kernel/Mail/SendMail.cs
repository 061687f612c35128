using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Jobs;
using NamRo.Kernel.Notices;
using NamRo.Kernel.Time;
using NamRo.Schedule;

namespace NamRo.Kernel.Mail;

/// <summary>
/// The job that hands one mail to the server. Killed between the server's "accepted" and our commit, it sends again: the same words
/// under the same Message-ID, by which a repeat is known.
/// </summary>
internal sealed record SendMail(Guid MailId)
{
    public const string Kind = "kernel.send_mail";
}

internal sealed class SendMailJob(AppDb database, SmtpMailer mailer, CalendarStore calendar, JobQueue queue, WardClock clock)
    : IJob<SendMail>
{
    private const int LongestError = 500;

    /// <summary>Waits before the second and later attempts; after the last the mail has failed.</summary>
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4),
        TimeSpan.FromHours(24),
    ];

    public async Task RunAsync(SendMail payload, JobRun run, CancellationToken cancel)
    {
        var mail = await database.Set<MailRow>().SingleAsync(row => row.Id == payload.MailId, cancel);
        var days = await calendar.LoadAsync(cancel);
        if (mail.State != MailState.Waiting)
        {
            return;
        }

        if (WorkingHours.OnOrAfter(clock.Now, days) is var later && later > clock.Now)
        {
            queue.Enqueue(payload, later);
            return;
        }

        var notices = await database.Set<NoticeRow>().AsNoTracking().Where(row => row.MailId == mail.Id).OrderBy(row => row.Id)
            .ToListAsync(cancel);
        try
        {
            await mailer.SendAsync(mail, notices, cancel);
            mail.Send(clock.Now);
        }
        catch (Exception failure) when (failure is SmtpException or TimeoutException or FormatException or IOException)
        {
            Refuse(mail, failure, days);
        }
    }

    private void Refuse(MailRow mail, Exception failure, WorkingCalendar days)
    {
        var error = failure.Message.Length > LongestError ? failure.Message[..LongestError] : failure.Message;
        if (IsFinal(failure) || mail.Attempts >= Waits.Length)
        {
            mail.Fail(error, clock.Now);
            return;
        }

        queue.Enqueue(new SendMail(mail.Id), WorkingHours.OnOrAfter(clock.Now + Waits[mail.Attempts], days));
        mail.Delay(error);
    }

    /// <summary>The server will never take this mail (RFC 5321: 550 to 554), or the address is none.</summary>
    private static bool IsFinal(Exception failure) =>
        failure is FormatException || (failure is SmtpException { StatusCode: var status } && (int)status is >= 550 and <= 554);
}
