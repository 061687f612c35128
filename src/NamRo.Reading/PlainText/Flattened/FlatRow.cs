namespace NamRo.Reading.PlainText.Flattened;

/// <summary>One row: its number and the lines of all its cells, one cell after the other.</summary>
internal sealed record FlatRow(RowNumber Number, IReadOnlyList<FlatLine> Lines);

/// <summary>Finds the rows of a flattened table by their numbers; leaves out page numbers and repeated headings.</summary>
internal sealed class FlatRowFinder(
    IReadOnlyList<(int Index, FlatLine Line)> lines, IReadOnlyList<string> heading, Func<int, bool> isHeading)
{
    private const int LookAhead = 60;
    private const int MostRowLines = 120;
    private readonly List<FlatRow> rows = [];
    private List<FlatLine> open = [];
    private RowNumber? row;
    private RowNumber? rowBeforeGroup;
    private RowNumber? roman;
    private RowNumber? letter;

    /// <summary>The rows from a position on, and the index in the text where the table ends.</summary>
    public (IReadOnlyList<FlatRow> Rows, int End) Find(int start)
    {
        var opensPage = false;
        var i = start;
        for (; i < lines.Count; i++)
        {
            var line = lines[i].Line;
            if (RepeatedHeading(i) is var count and > 0)
            {
                i += count - 1;
                opensPage = true;
            }
            else if (IsTableEnd(line.Text) || isHeading(i) || open.Count > MostRowLines)
            {
                break;
            }
            else if (
                RowNumber.At(line.Text) is { } number && CanFollow(number, opensPage || line.OpensPage)
                    && (number.Rest.Length > 0 || !IsPageNumber(i, number)))
            {
                Open(number, line, opensPage || line.OpensPage);
                opensPage = false;
            }
            else if (IsLoneNumber(line.Text))
            {
                opensPage = true;
            }
            else
            {
                open.Add(line with { OpensPage = line.OpensPage || opensPage });
                opensPage = false;
            }
        }

        return (rows, i < lines.Count ? lines[i].Index : int.MaxValue);
    }

    private void Open(RowNumber number, FlatLine line, bool opensPage)
    {
        rowBeforeGroup = number.IsGroup ? row ?? rowBeforeGroup : null;
        row = number.IsGroup ? null : number;
        letter = number.IsGroup && !number.IsRoman ? number : letter;
        roman = !number.IsGroup ? roman : number.IsRoman ? number : null;
        open = number.Rest.Length > 0 ? [line with { Text = number.Rest, OpensPage = false }] : [];
        rows.Add(new FlatRow(number, open));
    }

    /// <summary>Numbers begin again in a group, or run on through all groups.</summary>
    private bool CanFollow(RowNumber number, bool opensPage) =>
        number.CanFollow(row, number.IsRoman ? roman : letter)
        || (!number.IsGroup && rowBeforeGroup is not null && number.CanFollow(rowBeforeGroup, null)
            && !(opensPage && number.Rest.Length == 0));

    /// <summary>
    /// A lone number that comes again as a row's start before the number after it, or that stands before a small letter, is a page's.
    /// </summary>
    private bool IsPageNumber(int i, RowNumber number)
    {
        if (i + 1 < lines.Count && LineSigns.StartsLower(lines[i + 1].Line.Text))
        {
            return true;
        }

        for (var next = i + 1; next < Math.Min(lines.Count, i + LookAhead); next++)
        {
            if (RowNumber.At(lines[next].Line.Text) is not { } other)
            {
                continue;
            }

            if (other.Written == number.Written && CanFollow(other, lines[next].Line.OpensPage))
            {
                return lines[i].Line.OpensPage || !lines[next].Line.OpensPage;
            }

            if (other.CanFollow(number.IsGroup ? null : number, other.IsRoman ? number.IsRoman ? number : roman : letter))
            {
                return false;
            }
        }

        return false;
    }

    private int RepeatedHeading(int i)
    {
        if (i + heading.Count > lines.Count || heading.Count == 0)
        {
            return 0;
        }

        for (var k = 0; k < heading.Count; k++)
        {
            if (lines[i + k].Line.Text != heading[k])
            {
                return 0;
            }
        }

        return heading.Count;
    }

    private static bool IsLoneNumber(string text) => text.Length <= 3 && text.All(char.IsAsciiDigit);

    private bool IsTableEnd(string text) =>
        LineSigns.StartsSignature(text)
        || text.StartsWith("Nơi nhận", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("PHỤ LỤC", StringComparison.Ordinal)
        || text.StartsWith("Ghi chú:", StringComparison.OrdinalIgnoreCase)
        || IsSectionHeading(text);

    /// <summary>A heading of the text after the table ("II. NHIỆM VỤ"), where the table's own groups are not written in capitals.</summary>
    private bool IsSectionHeading(string text) =>
        RowNumber.At(text) is { IsWrittenInTitle: true, IsRoman: true, Rest.Length: > 3 } number
        && LineSigns.IsCapitals(number.Rest)
        && (roman is null || !LineSigns.IsCapitals(roman.Rest))
        && rows.Count > 1;
}
