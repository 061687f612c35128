using System.Text;
using System.Text.RegularExpressions;

namespace NamRo.Reading.PlainText;

/// <summary>Reads a run of lines "| a | b |" as one piece of a table.</summary>
internal static partial class PipeTable
{
    /// <summary>"| a | b |", or "a | b |" as web pages copy out.</summary>
    public static bool IsRow(string line) =>
        line.StartsWith('|') ? line.IndexOf('|', 1) > 0 : line.EndsWith('|') && line.AsSpan().Count('|') > 1;

    /// <summary>A line "|---|:--:|" that separates header and body.</summary>
    public static bool IsRule(string line) => Rule().IsMatch(line);

    /// <summary>The rows of the lines; a line that is no row by itself goes on with the row before.</summary>
    public static WrittenPiece Read(IReadOnlyList<string> lines)
    {
        var rows = new List<WrittenRow>();
        var headerRows = 0;
        foreach (var line in WholeRows(lines))
        {
            if (!IsRule(line))
            {
                rows.Add(ReadRow(line));
            }
            else if (headerRows == 0)
            {
                headerRows = rows.Count;
            }
        }

        return new WrittenPiece(rows, headerRows);
    }

    private static IEnumerable<string> WholeRows(IReadOnlyList<string> lines)
    {
        var row = new StringBuilder();
        foreach (var line in lines)
        {
            if (IsRow(line) && row.Length > 0)
            {
                yield return row.ToString();
                row.Clear();
            }

            row.Append(row.Length > 0 ? " " : line.StartsWith('|') ? string.Empty : "| ").Append(line);
        }

        if (row.Length > 0)
        {
            yield return row.ToString();
        }
    }

    private static WrittenRow ReadRow(string line)
    {
        var cells = new List<InlineMarkup>();
        var from = 1;
        for (var i = 1; i <= line.Length; i++)
        {
            if (i == line.Length ? from < line.Length : line[i] == '|' && line[i - 1] != '\\')
            {
                cells.Add(InlineMarkup.Strip(line[from..i].Trim()));
                from = i + 1;
            }
        }

        return new WrittenRow([.. cells.Select(cell => FoldParagraphs(cell.Text))], cells.Exists(cell => cell.IsBold));
    }

    /// <summary>White space folded inside each paragraph of a cell; empty paragraphs dropped.</summary>
    public static string FoldParagraphs(string text) =>
        string.Join('\n', text.Split('\n').Select(TextJoin.Fold).Where(paragraph => paragraph.Length > 0));

    [GeneratedRegex(@"^\|?( ?:?-{2,}:? ?\|)+( ?:?-{2,}:? ?)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Rule();
}
