using System.Globalization;
using System.Net;
using System.Text;
using NamRo.Kernel.Notices;

namespace NamRo.Kernel.Mail;

/// <summary>The words of a mail, plain and as simple HTML without pictures.</summary>
internal sealed class MailText(MailRow mail, IReadOnlyList<NoticeRow> notices, string wardName, string site,
    IReadOnlyList<IMailLink> links)
{
    private const string ChoicesPath = "/tai-khoan/thong-bao";
    private const int LongestSubject = 150;

    /// <summary>Each is made once, so that both forms of the mail carry the same.</summary>
    private readonly Dictionary<Guid, List<(string Words, string Address)>> made = [];

    /// <summary>Where the person chooses which mails come.</summary>
    public string ChoicesAddress => site + ChoicesPath;

    private string Closing =>
        $"Thư tự động của hệ thống Năm Rõ{(wardName.Length > 0 ? ", " + wardName : "")}. Chọn thông báo nhận qua thư:";

    public static string SubjectOf(IReadOnlyList<NoticeRow> notices, bool isDigest, DateOnly today)
    {
        var date = today.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        var subject = OneLine(notices switch
        {
            _ when isDigest => $"Năm Rõ: {notices.Count} thông báo đến ngày {date}",
            [var only] => "Năm Rõ: " + only.Title,
            _ => $"Năm Rõ: {notices.Count} thông báo mới",
        });
        return subject.Length <= LongestSubject ? subject : subject[..(LongestSubject - 1)] + "…";
    }

    /// <summary>Fit for a header: control characters, which would begin another header, are blanks.</summary>
    public static string OneLine(string text) => new string([.. text.Select(letter => char.IsControl(letter) ? ' ' : letter)]).Trim();

    public string Plain()
    {
        var text = new StringBuilder(mail.IsDigest ? "Các thông báo chưa đọc:\n\n" : "Thông báo mới:\n\n");
        foreach (var notice in notices)
        {
            text.Append("- ").Append(OneLine(notice.Title)).Append('\n');
            if (notice.Body is { Length: > 0 } body)
            {
                text.Append("  ").Append(body.ReplaceLineEndings("\n  ")).Append('\n');
            }

            text.Append("  ").Append(AddressOf(notice)).Append('\n');
            foreach (var (words, address) in LinksOf(notice))
            {
                text.Append("  ").Append(words).Append(": ").Append(address).Append('\n');
            }

            text.Append('\n');
        }

        return text.Append("-- \n").Append(Closing).Append(' ').Append(ChoicesAddress).Append('\n').ToString();
    }

    public string Html()
    {
        var text = new StringBuilder("<!DOCTYPE html><html lang=\"vi\"><body><ul>");
        foreach (var notice in notices)
        {
            text.Append("<li><p><a href=\"").Append(Encode(AddressOf(notice))).Append("\">").Append(Encode(notice.Title)).Append("</a>");
            if (notice.Body is { Length: > 0 } body)
            {
                text.Append("<br>").Append(Encode(body).ReplaceLineEndings("<br>"));
            }

            foreach (var (words, address) in LinksOf(notice))
            {
                text.Append("<br><a href=\"").Append(Encode(address)).Append("\">").Append(Encode(words)).Append("</a>");
            }

            text.Append("</p></li>");
        }

        return text.Append("</ul><p><small>").Append(Encode(Closing)).Append(" <a href=\"").Append(Encode(ChoicesAddress)).Append("\">")
            .Append(Encode(ChoicesAddress)).Append("</a></small></p></body></html>").ToString();
    }

    /// <summary>Through the notice's own page, which marks it as read.</summary>
    private string AddressOf(NoticeRow notice) => $"{site}/thong-bao/{notice.Id:D}";

    private List<(string Words, string Address)> LinksOf(NoticeRow notice)
    {
        if (!made.TryGetValue(notice.Id, out var found))
        {
            found = [.. links.Select(one => one.For(notice)).OfType<(string Words, string Path)>()
                .Select(link => (link.Words, site + link.Path))];
            made[notice.Id] = found;
        }

        return found;
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
