using System.Text;

namespace NamRo.Reading;

/// <summary>
/// Lays pages, paragraphs and tables out into one text and gives each piece its span. Every reader ends here, so that the same content
/// gives the same text.
/// </summary>
public sealed class ReadingBuilder
{
    private readonly StringBuilder text = new();
    private readonly List<Page> pages = [];
    private readonly List<Block> blocks = [];
    private readonly List<ReadingNotice> notices = [];

    public void Add(Page page) => pages.Add(page);

    public void Add(ReadingNotice notice) => notices.Add(notice);

    /// <summary>Appends a block; its spans (and those of its rows and cells) are computed here and need not be given.</summary>
    public void Add(Block block) => blocks.Add(block switch
    {
        Paragraph paragraph => Lay(paragraph),
        Table table => Lay(table),
        _ => throw new ArgumentException($"Unknown block {block.GetType().Name}", nameof(block)),
    });

    public DocumentReading Build(SourceKind source) => new(source, text.ToString(), pages, blocks, notices);

    private Paragraph Lay(Paragraph paragraph)
    {
        var span = Append(paragraph.Text);
        text.Append('\n');
        return paragraph with { Span = span };
    }

    private Table Lay(Table table)
    {
        var start = text.Length;
        var rows = table.Rows.Select(Lay).ToList();
        return table with { Rows = rows, Span = new Span(start, text.Length) };
    }

    private TableRow Lay(TableRow row)
    {
        var start = text.Length;
        var cells = new List<Cell>(row.Cells.Count);
        foreach (var cell in row.Cells)
        {
            if (cells.Count > 0)
            {
                text.Append('\t');
            }

            cells.Add(cell with { Span = Append(cell.Text.Replace('\n', ' ')) });
        }

        var span = new Span(start, text.Length);
        text.Append('\n');
        return row with { Cells = cells, Span = span };
    }

    private Span Append(string piece)
    {
        var from = text.Length;
        text.Append(piece);
        return new Span(from, text.Length);
    }
}
