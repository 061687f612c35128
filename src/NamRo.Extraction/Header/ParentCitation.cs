using NamRo.Language;

namespace NamRo.Extraction;

/// <summary>"(Kèm theo Kế hoạch số 110/KH-UBND ngày 25/3/2026 của UBND phường ...)": the document that an appendix belongs to.</summary>
internal sealed record ParentCitation(DocumentNumber Document, DateOnly? IssuedOn, int Line)
{
    public static bool IsCitation(string text)
    {
        var folded = VietnameseText.Fold(text.Length > 200 ? text[..200] : text);
        return folded.StartsWith("kèm theo", StringComparison.Ordinal) || folded.StartsWith("ban hành kèm theo", StringComparison.Ordinal)
            || folded.StartsWith("ban hành theo", StringComparison.Ordinal) || folded.StartsWith("đính kèm", StringComparison.Ordinal)
            || folded.StartsWith("phụ lục kèm theo", StringComparison.Ordinal);
    }

    /// <summary>The first such line; null when there is none.</summary>
    public static ParentCitation? Find(IReadOnlyList<HeadLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (IsCitation(lines[i].Text) && DocumentNumber.FindFirst(Whole(lines, i)) is { } document)
            {
                return new ParentCitation(document, document.IssuedOn, i);
            }
        }

        return null;
    }

    /// <summary>The line, with the next one where its bracket is still open.</summary>
    private static string Whole(IReadOnlyList<HeadLine> lines, int at)
    {
        var text = lines[at].Text;
        var isOpen = text.Contains('(', StringComparison.Ordinal) && !text.Contains(')', StringComparison.Ordinal);
        return isOpen && at + 1 < lines.Count ? text + " " + lines[at + 1].Text : text;
    }

    /// <summary>The title above the citation, without "Phụ lục II".</summary>
    public string? Title(IReadOnlyList<HeadLine> lines)
    {
        var parts = new List<string>();
        for (var i = Line - 1; i >= 0 && !OutlineBuilder.IsAppendixHeading(lines[i].Text) && lines[i].IsCapitals; i--)
        {
            parts.Insert(0, lines[i].Text);
        }

        if (parts.Count == 0 && Line > 0)
        {
            parts.Add(WithoutNumber(lines[Line - 1].Text));
        }

        return Quotes.FoldOrNull(string.Join(' ', parts));
    }

    /// <summary>"PHỤ LỤC: NHIỆM VỤ TRỌNG TÂM", "Phụ lục I. HỆ THỐNG CHỈ TIÊU" without the number.</summary>
    private static string WithoutNumber(string heading)
    {
        if (!OutlineBuilder.IsAppendixHeading(heading))
        {
            return heading;
        }

        var rest = heading["phụ lục".Length..].TrimStart(' ', ':', '.', '-');
        var word = rest.Split(' ', 2);
        var number = word[0].TrimEnd('.', ':', '-');
        var isNumber = number.All(char.IsDigit) || ItemLabel.Roman(number) > 0 || number.Length == 1;
        return (isNumber ? (word.Length > 1 ? word[1] : string.Empty) : rest).TrimStart(' ', ':', '.', '-', '–');
    }
}
