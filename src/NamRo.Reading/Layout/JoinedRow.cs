using NamRo.Reading.PlainText;

namespace NamRo.Reading.Layout;

/// <summary>A row that may have been cut by a page end and put together again.</summary>
internal sealed class JoinedRow(FragmentRow row, int page)
{
    private readonly List<(int Page, FragmentRow Part)> parts = [(page, row)];

    public FragmentRow Row { get; set; } = row;

    public double Confidence => Row.Cells.Count == 0 ? 1 : Row.Cells.Average(cell => cell.Confidence);

    /// <summary>Adds the rest of the row from the next page, cell by cell.</summary>
    public void Join(FragmentRow rest, int page)
    {
        parts.Add((page, rest));
        Row = new FragmentRow([.. Row.Cells.Zip(rest.Cells).Select(pair => pair.First with
        {
            Text = JoinTexts(pair.First.Text, pair.Second.Text),
            Confidence = pair.Second.IsEmpty ? pair.First.Confidence : Math.Min(pair.First.Confidence, pair.Second.Confidence),
            SpansRows = pair.Second.SpansRows,
        })]);
    }

    private static string JoinTexts(string text, string rest)
    {
        if (text.Length == 0 || rest.Length == 0)
        {
            return text + rest;
        }

        return LineSigns.StartsItem(rest) && LineSigns.EndsFinal(text) ? $"{text}\n{rest}" : LineJoin.Join(text, rest);
    }

    public TableRow ToRow() => new([.. Row.Cells.Select((cell, i) => new Cell(cell.Text, cell.Column)
    {
        ColumnSpan = cell.ColumnSpan,
        IsMergedFromAbove = cell.IsMergedFromAbove,
        Confidence = cell.Confidence,
        Places = [.. parts.Select(part => new Place(part.Page, part.Part.Cells[i].Box))],
    })])
    {
        Page = parts[0].Page,
        IsJoined = parts.Count > 1,
    };
}
