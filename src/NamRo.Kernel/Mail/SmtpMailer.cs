using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Microsoft.Extensions.Options;
using NamRo.Kernel.Notices;
using NamRo.Kernel.Tenancy;

namespace NamRo.Kernel.Mail;

/// <summary>Hands a mail to the configured SMTP server.</summary>
internal sealed class SmtpMailer(IOptions<MailOptions> options, CurrentWard ward, IEnumerable<IMailLink> links)
{
    /// <exception cref="SmtpException">The server is away or refuses.</exception>
    /// <exception cref="TimeoutException">It does not answer.</exception>
    /// <exception cref="FormatException">The address is none.</exception>
    public async Task SendAsync(MailRow mail, IReadOnlyList<NoticeRow> notices, CancellationToken cancel)
    {
        var settings = options.Value;
        using var message = Compose(mail, notices, settings);
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.UseTls };
        if (settings.UserName is { Length: > 0 } user)
        {
            client.Credentials = new NetworkCredential(user, await ReadPasswordAsync(settings, cancel));
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        try
        {
            await client.SendMailAsync(message, limit.Token);
        }
        catch (OperationCanceledException silence) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException($"Máy chủ thư không trả lời trong {settings.TimeoutSeconds} giây.", silence);
        }
    }

    private MailMessage Compose(MailRow mail, IReadOnlyList<NoticeRow> notices, MailOptions settings)
    {
        var text = new MailText(mail, notices, ward.Name, settings.Site!.TrimEnd('/'), [.. links]);
        var from = new MailAddress(settings.From!);
        var message = new MailMessage(from, new MailAddress(mail.Address))
        {
            Subject = MailText.OneLine(mail.Subject),
            SubjectEncoding = Encoding.UTF8,
            BodyEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
            Body = text.Plain(),
            BodyTransferEncoding = TransferEncoding.Base64,
        };
        var html = AlternateView.CreateAlternateViewFromString(text.Html(), Encoding.UTF8, MediaTypeNames.Text.Html);
        html.TransferEncoding = TransferEncoding.Base64;
        message.AlternateViews.Add(html);
        message.Headers["Message-ID"] = $"<{mail.Id:N}@{from.Host}>";
        message.Headers["List-Unsubscribe"] = $"<{text.ChoicesAddress}>";
        message.Headers["Auto-Submitted"] = "auto-generated";
        return message;
    }

    private static async Task<string> ReadPasswordAsync(MailOptions settings, CancellationToken cancel) => settings.PasswordFile is { } file
        ? (await File.ReadAllTextAsync(file, cancel)).Trim()
        : "";
}
