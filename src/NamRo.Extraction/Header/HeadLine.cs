using NamRo.Language;
using NamRo.Reading;

namespace NamRo.Extraction;

/// <summary>
/// One line of a document's head or signature block: a paragraph, a line of a cell, or a part of a line in which two columns ran
/// together.
/// </summary>
internal sealed record HeadLine(string Text, Span Span, int Page)
{
    public bool IsCentered { get; init; }

    public bool IsBold { get; init; }

    /// <summary>All letters are capitals, give or take a few that recognition got wrong.</summary>
    public bool IsCapitals { get; } = OfficialCase.IsCapitals(Text);

    public string Folded { get; } = VietnameseText.Fold(Text);
}

/// <summary>Cuts the head of a document into lines.</summary>
internal static class HeadLines
{
    private const int LineLimit = 90;
    private const int RowLimit = 14;

    /// <summary>More rows than the two columns at the top of a document ever have.</summary>
    private const int LetterheadRows = 3;

    private const int LongestHeadLine = 250;
    private const string Basis = " Căn cứ ";

    private static readonly string[] Mottoes =
    [
        "cộng hòa xã hội chủ nghĩa việt nam", "độc lập - tự do - hạnh phúc", "đảng cộng sản việt nam",
    ];

    /// <summary>Lines up to the first section of the document or its first table of tasks or targets, mottoes and rules left out.</summary>
    public static List<HeadLine> Of(DocumentReading reading)
    {
        var lines = new List<HeadLine>();
        var seenKind = false;
        foreach (var block in reading.Blocks)
        {
            if (block is Paragraph paragraph)
            {
                if (EndsHead(paragraph.Text, seenKind) || lines.Count > LineLimit)
                {
                    break;
                }

                seenKind |= DocumentKinds.IsKind(paragraph.Text);
                var line = new HeadLine(paragraph.Text, paragraph.Span, paragraph.Page);
                Add(lines, line with { IsBold = paragraph.IsBold, IsCentered = paragraph.IsCentered });
            }
            else if (block is Table table)
            {
                if (lines.Count > 0 && seenKind && table.Rows.Count > LetterheadRows)
                {
                    break;
                }

                var columns = TableColumns.Read(table, ExtractionHints.None);
                var isBody = table.Rows.Count > LetterheadRows && columns is { HoldsTasks: true } or { HoldsTargets: true };
                AddRows(lines, table, isBody ? columns!.FirstHeaderRow : RowLimit);
                if (isBody)
                {
                    break;
                }
            }
        }

        return lines;
    }

    /// <summary>Every line of a block, cells included.</summary>
    public static IEnumerable<HeadLine> OfBlock(Block block) => block switch
    {
        Paragraph paragraph => Pieces(paragraph.Text, paragraph.Span, paragraph.Page),
        Table table => table.Rows.SelectMany(r =>
            r.Cells.Where(c => !c.IsMergedFromAbove).SelectMany(c => Pieces(c.Text, c.Span, table.Page))),
        _ => [],
    };

    private static bool EndsHead(string text, bool seenKind)
    {
        var label = ItemLabel.Read(text);
        var opensSection = label.Kind is LabelKind.Roman or LabelKind.Named or LabelKind.UpperLetter or LabelKind.Arabic;
        return opensSection || (seenKind
            && (OutlineBuilder.IsAppendixHeading(text) || IsDecision(text)));
    }

    /// <summary>"QUYẾT ĐỊNH:" after the bases: what follows is the decision itself.</summary>
    private static bool IsDecision(string text) =>
        text.TrimEnd().EndsWith(':') && VietnameseText.Fold(text) is "quyết định" or "quyết nghị";

    private static void AddRows(List<HeadLine> lines, Table table, int rowLimit)
    {
        foreach (var line in table.Rows.Take(rowLimit).SelectMany(r => r.Cells.Where(c => !c.IsMergedFromAbove))
            .SelectMany(c => Pieces(c.Text, c.Span, table.Page)))
        {
            Add(lines, line);
        }
    }

    private static IEnumerable<HeadLine> Pieces(string text, Span span, int page)
    {
        var from = 0;
        foreach (var piece in text.Split('\n'))
        {
            var to = from + piece.Length;
            if (piece.Any(char.IsLetterOrDigit))
            {
                yield return new HeadLine(piece.Trim(), new Span(span.From + from, span.From + to), page);
            }

            from = to + 1;
        }
    }

    /// <summary>Adds a line, cut at the mottoes, at the number and at the place and date.</summary>
    private static void Add(List<HeadLine> lines, HeadLine line)
    {
        foreach (var motto in Mottoes)
        {
            if (VietnameseText.FoldWithMap(line.Text).Find(motto) is { } range)
            {
                AddPart(lines, line, 0, range.From);
                AddPart(lines, line, range.To, line.Text.Length);
                return;
            }
        }

        if (Cut(line.Text) is > 0 and var at && at < line.Text.Length)
        {
            AddPart(lines, line, 0, at);
            AddPart(lines, line, at, line.Text.Length);
            return;
        }

        if (line.Text.Any(char.IsLetter))
        {
            lines.Add(line);
        }
    }

    private static void AddPart(List<HeadLine> lines, HeadLine line, int from, int to)
    {
        var part = line.Text[from..to];
        var trimmed = part.Trim().Trim('_', '|', '*', '#', ' ');
        if (trimmed.Any(char.IsLetterOrDigit))
        {
            var start = line.Span.From + from + part.IndexOf(trimmed[0], StringComparison.Ordinal);
            var piece = new HeadLine(trimmed, new Span(start, start + trimmed.Length), line.Page);
            Add(lines, piece with { IsCentered = line.IsCentered, IsBold = line.IsBold });
        }
    }

    /// <summary>
    /// Where a line that holds two things is cut: before "Số:" or after the number, where the second column begins; or where the bases
    /// begin
    /// right after the subject. 0 when it holds one.
    /// </summary>
    private static int Cut(string text)
    {
        var basis = text.IndexOf(Basis, StringComparison.Ordinal);
        if (basis > 0 && DocumentKinds.LengthAtStart(text[(basis + Basis.Length)..]) > 0)
        {
            return basis;
        }

        var number = text.Length < LongestHeadLine ? DocumentNumber.FindFirst(text) : null;
        if (number is not { Kind: null } || !IssueLines.BeginsWithSo(text[number.Range.From..]))
        {
            return 0;
        }

        var after = number.NumberRange.To;
        if (number.Range.From > 0)
        {
            return number.Range.From;
        }

        return text[after..].Contains("ngày", StringComparison.OrdinalIgnoreCase) ? after : 0;
    }
}
