using NamRo.Language;
using NamRo.Reading;

namespace NamRo.Extraction;

/// <summary>Reads the head, the bases and the signature block of a document.</summary>
public static class HeaderReader
{
    private const int BasisParagraphLimit = 60;

    private static Finding NoHead { get; } = new("document.head-missing", Severity.Warning,
        "Tệp không có phần đầu văn bản: chưa rõ cơ quan ban hành, tên loại và trích yếu");

    /// <summary>What the document says of itself, and findings about what was left blank or is not there.</summary>
    public static (DocumentHeader Header, IReadOnlyList<Finding> Findings) Read(DocumentReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var lines = HeadLines.Of(reading);
        var issue = IssueLines.Of(lines);
        var parent = ParentCitation.Find(lines);
        var isAppendix = parent is not null && issue.LastLine < 0;
        var header = isAppendix ? OfAppendix(lines, parent!) : OfDocument(reading, lines, issue);
        var isWithoutHead = header is { Authority: null, Kind: null, Subject: null };
        return (header, [.. Blanks(reading, issue, parent, isAppendix), .. isWithoutHead ? [NoHead] : Array.Empty<Finding>()]);
    }

    /// <summary>A file that is only an appendix belongs to the document it names.</summary>
    private static DocumentHeader OfAppendix(IReadOnlyList<HeadLine> lines, ParentCitation parent) => new()
    {
        Number = parent.Document.Number,
        IssuedOn = parent.IssuedOn,
        Kind = parent.Document.Kind is { } kind ? OfficialCase.Title(kind) : TitleLines.KindOfSymbol(parent.Document.Symbol),
        Authority = parent.Document.Organ is { } organ ? IssuingOrgan.Expand(Quotes.Fold(organ)) : null,
        Subject = parent.Title(lines),
    };

    private static DocumentHeader OfDocument(DocumentReading reading, List<HeadLine> lines, IssueLines issue)
    {
        var title = TitleLines.Of(lines, issue);
        var portal = PortalRecord.Of(lines);
        var signature = Signature.Of(reading);
        var bases = LegalBases.Of(lines.Skip(title.Next).Select(l => l.Text).Concat(BasisSection(reading)), title.Subject);
        var body = string.Join('\n', lines.Skip(title.Next).Select(l => l.Text));
        return new DocumentHeader
        {
            Number = issue.Number ?? (issue.Symbol is null ? portal.Number : null),
            IssuedOn = issue.Date?.Value ?? AppendixDate(reading, issue) ?? (issue.Date is null ? portal.IssuedOn : null),
            Place = issue.Place,
            Authority = IssuingOrgan.Of(lines, issue, title, body, signature.Organ),
            Kind = title.Kind ?? portal.Kind,
            Subject = title.Subject,
            Signer = signature.Signer ?? portal.Signer,
            SignerTitle = signature.Title,
            LegalBases = bases.Direct,
            NestedLegalBases = bases.Nested,
            Amends = Amendments.Of(title.Subject, lines.Skip(title.Next).Select(l => l.Text)),
        };
    }

    /// <summary>The date left blank in the head may stand in full in "(kèm theo Kế hoạch ... ngày ...)".</summary>
    private static DateOnly? AppendixDate(DocumentReading reading, IssueLines issue)
    {
        if (issue.Date is null)
        {
            return null;
        }

        var cited = reading.Blocks.OfType<Paragraph>().Where(p => ParentCitation.IsCitation(p.Text))
            .Select(p => DocumentNumber.FindFirst(p.Text)).OfType<DocumentNumber>();
        return cited.FirstOrDefault(d => d.IssuedOn is not null && (issue.Symbol is null || d.Symbol == issue.Symbol))?.IssuedOn;
    }

    /// <summary>The paragraphs of a section "Căn cứ ..." or "Cơ sở pháp lý".</summary>
    private static IEnumerable<string> BasisSection(DocumentReading reading)
    {
        ItemLabel? open = null;
        foreach (var paragraph in reading.Blocks.OfType<Paragraph>().Take(BasisParagraphLimit))
        {
            var label = ItemLabel.Read(paragraph.Text);
            var folded = VietnameseText.Fold(paragraph.Text[Math.Min(label.Length, paragraph.Text.Length)..]);
            var isHeading = label.Kind is LabelKind.Roman or LabelKind.Arabic or LabelKind.UpperLetter or LabelKind.Named;
            if (open is null)
            {
                var opens = folded.StartsWith("căn cứ", StringComparison.Ordinal)
                    || folded.StartsWith("cơ sở pháp lý", StringComparison.Ordinal)
                    || folded.StartsWith("các căn cứ", StringComparison.Ordinal)
                    || folded.StartsWith("cơ sở xây dựng", StringComparison.Ordinal);
                open = isHeading && opens && folded.Length < 80 && DocumentNumber.FindFirst(paragraph.Text) is null ? label : null;
            }
            else if (label.Kind == open.Value.Kind && label.Depth == open.Value.Depth)
            {
                yield break;
            }
            else
            {
                yield return paragraph.Text;
            }
        }
    }

    private static IEnumerable<Finding> Blanks(DocumentReading reading, IssueLines issue, ParentCitation? parent, bool isAppendix)
    {
        if (issue.NumberLine is { } number && issue.Number is null)
        {
            yield return Blank("document.number-blank", $"Số văn bản còn để trống (\"{Quotes.Fold(number.Text)}\")", reading, number);
        }

        if (issue.DateLine is { } date && issue.Date?.Value is null)
        {
            yield return Blank("document.date-blank", $"Ngày ban hành chưa ghi đủ ngày, tháng, năm (\"{Quotes.Fold(date.Text)}\")",
                reading, date);
        }

        if (isAppendix && parent is { Document.IsBlank: true })
        {
            yield return new Finding("document.number-blank", Severity.Warning, "Phụ lục dẫn văn bản còn để trống số");
        }
    }

    private static Finding Blank(string rule, string message, DocumentReading reading, HeadLine line) =>
        new(rule, Severity.Warning, message, Quotes.Of(reading, line.Span, line.Page));
}
