namespace NamRo.Reading;

/// <summary>What was read from one file: its text, and where on which page every piece of it stands.</summary>
/// <param name="Source">How the file (or most of it) was read.</param>
/// <param name="Text">The whole text in reading order, NFC; every <see cref="Span"/> counts its UTF-16 units. One paragraph or table row
/// a line; cells of a row are separated by a tab.</param>
/// <param name="Pages">Pages in order; empty for sources without pages (spreadsheets, plain text).</param>
/// <param name="Blocks">Paragraphs and tables in reading order.</param>
/// <param name="Notices">What a person should know about the reading itself (words in no cell, broken font, OCR doubt, open tracked
/// changes).</param>
public sealed record DocumentReading(
    SourceKind Source,
    string Text,
    IReadOnlyList<Page> Pages,
    IReadOnlyList<Block> Blocks,
    IReadOnlyList<ReadingNotice> Notices);

/// <summary>How a piece of text came to be known.</summary>
public enum SourceKind
{
    /// <summary>The text layer of a PDF.</summary>
    TextLayer,

    /// <summary>Optical character recognition.</summary>
    Scan,

    /// <summary>A word processor's file (DOCX).</summary>
    Word,

    /// <summary>A spreadsheet (XLSX, XLS).</summary>
    Spreadsheet,

    /// <summary>Plain text or Markdown whose structure is written in the text (pipes, tabs, blank lines).</summary>
    PlainText,

    /// <summary>Text of a table whose cells were broken into lines without separators: the rows are a reconstruction.</summary>
    FlattenedText,
}

/// <summary>A half-open range [From, To) of UTF-16 units in <see cref="DocumentReading.Text"/>.</summary>
public readonly record struct Span(int From, int To)
{
    /// <summary>Number of UTF-16 units.</summary>
    public int Length => To - From;
}

/// <summary>A rectangle on a page, in points (1/72 inch) from the page's top left corner as it is displayed.</summary>
public readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;

    public double MiddleX => (Left + Right) / 2;

    public double MiddleY => (Top + Bottom) / 2;

    /// <summary>The smallest box that holds both.</summary>
    public Box Union(Box other) =>
        new(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));
}

/// <summary>A box on a page (pages count from 1).</summary>
public readonly record struct Place(int Page, Box Box);

/// <summary>One page with its words.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Width">Points, as displayed (after rotation).</param>
/// <param name="Height">Points, as displayed.</param>
/// <param name="Confidence">0 to 1: for a text layer the share of tokens that are plausible words; for OCR the mean word
/// confidence.</param>
public sealed record Page(int Number, double Width, double Height, SourceKind Source, double Confidence, IReadOnlyList<Word> Words);

/// <summary>One word with its place.</summary>
/// <param name="Confidence">0 to 1; 1 for a text layer.</param>
public sealed record Word(string Text, Box Box, double Confidence, double FontSize = 0, bool IsBold = false, bool IsItalic = false);

/// <summary>A paragraph or a table.</summary>
public abstract record Block
{
    /// <summary>The page on which it begins, from 1; 1 for sources without pages.</summary>
    public int Page { get; init; } = 1;

    public Span Span { get; init; }

    /// <summary>Its places, one or more a page it touches; empty for sources without geometry.</summary>
    public IReadOnlyList<Place> Places { get; init; } = [];

    /// <summary>0 to 1.</summary>
    public double Confidence { get; init; } = 1;
}

/// <summary>A paragraph: its lines joined, its automatic number (if any) written at its start.</summary>
public sealed record Paragraph(string Text) : Block
{
    public bool IsBold { get; init; }

    public bool IsItalic { get; init; }

    public bool IsCentered { get; init; }

    /// <summary>Points from the left margin of the page's text; 0 where unknown.</summary>
    public double Indent { get; init; }

    /// <summary>Points; 0 where unknown.</summary>
    public double FontSize { get; init; }

    /// <summary>The lines as they stood on the page (a header block reads differently from running text).</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];
}

/// <summary>A table over one or more pages. Rows cut by a page end are joined again; repeated header rows are dropped.</summary>
public sealed record Table(IReadOnlyList<TableRow> Rows) : Block
{
    public int ColumnCount { get; init; }

    /// <summary>
    /// How many of the first rows are column headers, as far as the file itself says so (repeated header, bold or shaded); 0 when
    /// unknown.
    /// </summary>
    public int HeaderRowCount { get; init; }

    /// <summary>Words inside the table's outline that fell in no cell; anything but 0 is a reading fault and has a notice.</summary>
    public int WordsInNoCell { get; init; }

    /// <summary>How the grid was found.</summary>
    public SourceKind Source { get; init; }

    /// <summary>The sheet's name, for spreadsheets.</summary>
    public string? SheetName { get; init; }
}

/// <summary>
/// One row. Every column has exactly one cell in <see cref="Cells"/>, unless a cell spans several columns: then it stands once, at its
/// first column.
/// </summary>
public sealed record TableRow(IReadOnlyList<Cell> Cells)
{
    public int Page { get; init; } = 1;

    public Span Span { get; init; }

    /// <summary>The row was cut by a page end and joined again.</summary>
    public bool IsJoined { get; init; }
}

/// <summary>One cell.</summary>
/// <param name="Text">Its text, lines joined with a space (a hyphen or slash at a line end joins without), NFC; paragraphs inside a cell
/// are separated by "\n".</param>
/// <param name="Column">From 0.</param>
public sealed record Cell(string Text, int Column)
{
    public int ColumnSpan { get; init; } = 1;

    /// <summary>
    /// The value was written once for several rows (a vertical merge); this is one of the later rows, on which it is repeated.
    /// </summary>
    public bool IsMergedFromAbove { get; init; }

    public Span Span { get; init; }

    public IReadOnlyList<Place> Places { get; init; } = [];

    public double Confidence { get; init; } = 1;
}

/// <summary>Something about the reading that a person should know.</summary>
/// <param name="Rule">A stable name, e.g. "table.words-in-no-cell".</param>
/// <param name="Message">Vietnamese, one sentence.</param>
public sealed record ReadingNotice(string Rule, string Message, int Page = 0);
