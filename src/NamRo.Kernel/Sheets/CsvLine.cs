using System.Buffers;

namespace NamRo.Kernel.Sheets;

/// <summary>A line of comma-separated values that no spreadsheet reads as a formula.</summary>
public static class CsvLine
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",;\"\r\n'");

    /// <summary>The cells as one line with its end (CR LF).</summary>
    public static string Of(params IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    /// <summary>Quotes a cell where needed, and puts an apostrophe before what a spreadsheet would calculate.</summary>
    public static string Cell(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(Special) < 0 ? safe : "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
