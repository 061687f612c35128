using NamRo.Reading.PlainText;

namespace NamRo.Reading.Layout;

/// <summary>
/// Puts the lines of a table without ruling into rows and cells. A row begins where the first column holds a number; where that column
/// holds
/// none, at a wider distance between lines. A line across the columns is a title row.
/// </summary>
/// <param name="header">The lines of the heading as the first page writes them; filled there, recognised on the pages after.</param>
internal sealed class UnruledRows(double[] edges, List<string> header)
{
    private const double WideDistance = 1.45;
    private const double NumberedShare = 0.5;
    private const double NumberGap = 0.45;

    private readonly List<Row> rows = [];

    public IReadOnlyList<FragmentRow> Build(IReadOnlyList<TextLine> lines)
    {
        var isNumbered = IsNumbered(lines);
        var headerLines = HeaderLines(lines, isNumbered);
        var usual = UsualPitch(lines);
        for (var i = 0; i < lines.Count; i++)
        {
            var isTitle = i >= headerLines && IsTitle(lines[i]);
            if (rows.Count == 0 || i == headerLines || (i > headerLines && Begins(lines[i], lines[i - 1], isTitle, isNumbered, usual)))
            {
                rows.Add(new Row { IsTitle = isTitle });
            }

            rows[^1].Lines.Add(lines[i]);
        }

        return [.. rows.Select(row => row.IsTitle ? TitleRow(row) : PlainRow(row)).Where(row => !row.IsEmpty)];
    }

    private bool Begins(TextLine line, TextLine before, bool isTitle, bool isNumbered, double usual)
    {
        if (isTitle != rows[^1].IsTitle)
        {
            return true;
        }

        if (isNumbered || isTitle)
        {
            return RowNumber(line) is not null;
        }

        return line.Box.MiddleY - before.Box.MiddleY > WideDistance * usual;
    }

    /// <summary>Words run over the edge of the second column and the third, beginning in one of the first two.</summary>
    private bool IsTitle(TextLine line) =>
        edges.Skip(1).SkipLast(1).Any(edge => ColumnProjection.Crosses(line, edge))
            || (RowNumber(line) is { } number && IsGroupLine(line, number));

    /// <summary>A Roman numeral or a letter with nothing beyond the column of titles: a short group title.</summary>
    private bool IsGroupLine(TextLine line, string number) =>
        LineSigns.IsGroupNumber(number) && line.Words.All(word => Column(word) <= 1);

    private string? RowNumber(TextLine line)
    {
        var first = FirstColumn(line);
        return LineSigns.IsRowNumber(first) ? first : null;
    }

    private string FirstColumn(TextLine line) => string.Join(' ', line.Words.Where(word => Column(word) == 0).Select(word => word.Text));

    private bool IsNumbered(IReadOnlyList<TextLine> lines)
    {
        var inFirst = lines.Where(line => line.Words.Any(word => Column(word) == 0)).ToList();
        return inFirst.Count > 0 && inFirst.Count(line => RowNumber(line) is not null) >= NumberedShare * inFirst.Count;
    }

    private int HeaderLines(IReadOnlyList<TextLine> lines, bool isNumbered)
    {
        if (header.Count > 0)
        {
            var same = 0;
            while (same < Math.Min(header.Count, lines.Count) && string.Equals(lines[same].Text, header[same], StringComparison.Ordinal))
            {
                same++;
            }

            return same == header.Count ? same : 0;
        }

        var count = 0;
        var first = "";
        while (count < lines.Count && lines[count].Words.All(word => word.IsBold))
        {
            first += FirstColumn(lines[count]);
            if (RowNumber(lines[count]) is not null && !LineSigns.IsNumberHeading(first))
            {
                break;
            }

            count++;
        }

        if (count == 0 && isNumbered)
        {
            count = lines.TakeWhile(line => RowNumber(line) is null).Count();
        }

        header.AddRange(lines.Take(count).Select(line => line.Text));
        return count;
    }

    private FragmentRow PlainRow(Row row)
    {
        var words = row.Lines.SelectMany(line => line.Words).ToLookup(Column);
        return new FragmentRow([.. Enumerable.Range(0, edges.Length - 1).Select(column => MakeCell([.. words[column]], column, 1, row))]);
    }

    private FragmentRow TitleRow(Row row)
    {
        var words = row.Lines.SelectMany(line => line.Words).ToList();
        var first = row.Lines[0].Words;
        // "II   Title" has a cell for its number, "II. Title" is one text.
        var isNumbered = RowNumber(row.Lines[0]) is not null && first.Count > 1
            && first[1].Box.Left - first[0].Box.Right > NumberGap * row.Lines[0].Size;
        var number = isNumbered ? words.Where(word => Column(word) == 0).ToList() : [];
        var from = isNumbered ? 1 : 0;
        var title = MakeCell([.. words.Where(word => !number.Contains(word))], from, edges.Length - 1 - from, row);
        return new FragmentRow(from == 1 ? [MakeCell(number, 0, 1, row), title] : [title]);
    }

    private FragmentCell MakeCell(List<Word> words, int column, int span, Row row)
    {
        var box = new Box(edges[column], row.Lines[0].Box.Top, edges[column + span], row.Lines[^1].Box.Bottom);
        var confidence = words.Count == 0 ? 1 : words.Average(word => word.Confidence);
        return new FragmentCell(CellComposer.Compose(words, box), column, span, box, confidence, IsMergedFromAbove: false, SpansRows: false)
        {
            IsBold = words.Count > 0 && words.All(word => word.IsBold),
        };
    }

    private int Column(Word word)
    {
        var found = Array.BinarySearch(edges, word.Box.MiddleX);
        return Math.Clamp((found >= 0 ? found : ~found - 1), 0, edges.Length - 2);
    }

    private static double UsualPitch(IReadOnlyList<TextLine> lines)
    {
        var pitches = lines.Zip(lines.Skip(1)).Select(pair => pair.Second.Box.MiddleY - pair.First.Box.MiddleY).Order().ToList();
        return pitches.Count == 0 ? double.MaxValue : pitches[pitches.Count / 2];
    }

    private sealed class Row
    {
        public bool IsTitle { get; init; }

        public List<TextLine> Lines { get; } = [];
    }
}
