using System.Xml.Linq;
using NamRo.Reading.PlainText;

namespace NamRo.Reading.WordProcessing;

/// <summary>Turns w:tbl elements into tables: spans, vertical merges, nested tables.</summary>
internal sealed class WordTables(WordParagraphs paragraphs, WordChanges changes)
{
    private const int MostHeaderRows = 3;
    private const int MostColumns = 200;

    /// <summary>One cell with the paragraphs it holds.</summary>
    private sealed record GridCell(int Column, int Span, bool Continues, bool IsShaded, IReadOnlyList<Paragraph> Paragraphs)
    {
        public string Text => string.Join('\n', Paragraphs.Select(paragraph => paragraph.Text));

        public bool LooksLikeHeader => Paragraphs.Count > 0 && (IsShaded || Paragraphs.All(paragraph => paragraph.IsBold));
    }

    private sealed record GridRow(IReadOnlyList<GridCell> Cells, bool IsHeader)
    {
        public bool IsEmpty => Cells.All(cell => cell.Paragraphs.Count == 0 && !cell.Continues);
    }

    /// <summary>The table, or the paragraphs of a table that only arranges text (the heading of a document, its signature block).</summary>
    public IEnumerable<Block> Read(XElement element)
    {
        var rows = WordBody.Children(element, "tr", changes).Select(ReadRow).Where(row => !row.IsEmpty).ToList();
        if (rows.Count == 0)
        {
            return [];
        }

        var columns = rows.Max(row => row.Cells.Count == 0 ? 0 : row.Cells.Max(cell => cell.Column + cell.Span));
        return IsArrangement(rows, columns) ? Unfold(rows, columns) : [Lay(rows, columns)];
    }

    private GridRow ReadRow(XElement row)
    {
        var properties = row.Child("trPr");
        var cells = new List<GridCell>();
        var column = Math.Clamp(properties.Number("gridBefore") ?? 0, 0, MostColumns);
        foreach (var cell in WordBody.Children(row, "tc", changes))
        {
            var cellProperties = cell.Child("tcPr");
            var span = Math.Clamp(cellProperties.Number("gridSpan") ?? 1, 1, MostColumns);
            var merge = cellProperties.Child("vMerge");
            var continues = merge is not null && merge.Attribute(WordNames.Val)?.Value != "restart";
            var read = ReadCell(cell).ToList();
            cells.Add(new GridCell(column, span, continues, IsShaded(cellProperties), continues ? [] : read));
            column = Math.Min(column + span, MostColumns * 2);
        }

        return new GridRow(cells, properties.Switch("tblHeader") ?? false);
    }

    private IEnumerable<Paragraph> ReadCell(XElement cell)
    {
        foreach (var child in WordBody.Blocks(cell, changes))
        {
            if (child.Name.LocalName == "p")
            {
                foreach (var paragraph in paragraphs.Read(child, keepNumber: true))
                {
                    yield return paragraph;
                }
            }
            else
            {
                foreach (var row in WordBody.Children(child, "tr", changes))
                {
                    var pieces = WordBody.Children(row, "tc", changes).SelectMany(ReadCell).ToList();
                    if (pieces.Count > 0)
                    {
                        yield return pieces[0] with { Text = string.Join(' ', pieces.Select(piece => piece.Text)) };
                    }
                }
            }
        }
    }

    private static bool IsShaded(XElement? properties) =>
        properties.Child("shd")?.Attribute(WordNames.W + "fill")?.Value is { } fill && fill is not ("auto" or "FFFFFF" or "ffffff");

    /// <summary>Two columns whose text names a heading or a signature block.</summary>
    private static bool IsArrangement(List<GridRow> rows, int columns) =>
        columns <= 3 && rows.Count <= 8
            && rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Paragraphs).Any(paragraph => LineSigns.IsFormal(paragraph.Text))
        && !LineSigns.IsNumberHeading(rows[0].Cells is [var first, ..] ? first.Text : string.Empty);

    private static IEnumerable<Paragraph> Unfold(List<GridRow> rows, int columns) =>
        from column in Enumerable.Range(0, columns)
        from row in rows
        from cell in row.Cells
        where cell.Column == column
        from paragraph in cell.Paragraphs
        select paragraph;

    private static Table Lay(List<GridRow> rows, int columns)
    {
        var above = new GridCell?[columns];
        var laid = new List<TableRow>(rows.Count);
        foreach (var row in rows)
        {
            laid.Add(new TableRow([.. row.Cells.Select(cell => LayCell(cell, above))]));
        }

        return new Table(laid) { ColumnCount = columns, HeaderRowCount = HeaderRows(rows), Source = SourceKind.Word };
    }

    private static Cell LayCell(GridCell cell, GridCell?[] above)
    {
        if (!cell.Continues)
        {
            above[cell.Column] = cell;
        }

        var shown = cell.Continues ? above[cell.Column] ?? cell : cell;
        return new Cell(
            shown.Text, cell.Column)
        { ColumnSpan = cell.Span, IsMergedFromAbove = cell.Continues && above[cell.Column] is not null };
    }

    private static int HeaderRows(List<GridRow> rows)
    {
        var marked = rows.TakeWhile(row => row.IsHeader).Count();
        if (marked > 0)
        {
            return Math.Min(marked, MostHeaderRows);
        }

        var dressed = rows.TakeWhile(row => row.Cells.Count > 1 && row.Cells.All(cell => cell.Continues || cell.LooksLikeHeader)).Count();
        return dressed == rows.Count ? 0 : Math.Min(dressed, MostHeaderRows);
    }
}
