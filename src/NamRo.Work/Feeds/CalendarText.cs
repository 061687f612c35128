using System.Globalization;
using System.Text;

namespace NamRo.Work.Feeds;

/// <summary>An all-day entry of a calendar.</summary>
internal sealed record CalendarEntry(string Uid, DateOnly Day, string Summary, string Description, Uri Link, bool IsDone);

/// <summary>Writes a calendar as RFC 5545 asks: CRLF, escaped text, lines folded at 75 octets without cutting a letter.</summary>
internal static class CalendarText
{
    private const int LongestLineOctets = 75;

    public static string Write(string title, IEnumerable<CalendarEntry> entries, DateTimeOffset now)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Nam Ro//Nhiem vu//VI");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, "METHOD:PUBLISH");
        Line(text, "X-WR-CALNAME:" + Escape(title));
        Line(text, "REFRESH-INTERVAL;VALUE=DURATION:PT6H");
        foreach (var entry in entries)
        {
            Write(text, entry, now);
        }

        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    /// <summary>RFC 5545, 3.3.11: a backslash before backslash, semicolon and comma; a line break is \n.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text.ReplaceLineEndings("\n"))
        {
            _ = letter switch
            {
                '\n' => escaped.Append("\\n"),
                '\\' or ';' or ',' => escaped.Append('\\').Append(letter),
                _ when char.IsControl(letter) => escaped,
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }

    private static void Write(StringBuilder text, CalendarEntry entry, DateTimeOffset now)
    {
        Line(text, "BEGIN:VEVENT");
        Line(text, "UID:" + entry.Uid);
        Line(text, string.Create(CultureInfo.InvariantCulture, $"DTSTAMP:{now.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}"));
        Line(text, string.Create(CultureInfo.InvariantCulture, $"DTSTART;VALUE=DATE:{entry.Day:yyyyMMdd}"));
        Line(text, string.Create(CultureInfo.InvariantCulture, $"DTEND;VALUE=DATE:{entry.Day.AddDays(1):yyyyMMdd}"));
        Line(text, "SUMMARY:" + Escape((entry.IsDone ? "✓ " : "") + entry.Summary));
        Line(text, "DESCRIPTION:" + Escape(entry.Description));
        Line(text, "URL:" + entry.Link.AbsoluteUri);
        Line(text, "TRANSP:TRANSPARENT");
        Line(text, "END:VEVENT");
    }

    /// <summary>RFC 5545, 3.1: a line goes on after CRLF and a space, which counts as an octet of the next.</summary>
    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLineOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
