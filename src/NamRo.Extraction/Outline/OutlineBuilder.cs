using NamRo.Reading;

namespace NamRo.Extraction;

/// <summary>
/// Builds the tree of sections from the flow of paragraphs: by the kind of each number, tolerant of skipped and repeated ones.
/// </summary>
public static class OutlineBuilder
{
    private static readonly string[] Closings = ["Trên đây là", "Nơi nhận", "TM. ", "TM.", "T/M ", "KT. ", "KT.", "K/T ", "TL. ", "TUQ. "];
    private static readonly string[] SignerTitles =
        ["CHỦ TỊCH", "PHÓ ", "BÍ THƯ", "TRƯỞNG BAN", "BỘ TRƯỞNG", "THỨ TRƯỞNG", "GIÁM ĐỐC", "CHÁNH VĂN PHÒNG", "THỦ TƯỚNG", "TỔNG ",
            "CỤC TRƯỞNG", "HIỆU TRƯỞNG"];

    /// <summary>The root of the tree; an appendix heading ("Phụ lục ...") opens a new branch directly under it.</summary>
    public static OutlineNode Build(DocumentReading reading)
    {
        var root = new OutlineNode(ItemLabel.None, null, string.Empty, default, null);
        var open = new Stack<OutlineNode>();
        open.Push(root);
        foreach (var block in reading.Blocks)
        {
            if (block is Table table)
            {
                _ = new OutlineNode(ItemLabel.None, table, string.Empty, table.Span, open.Peek());
                continue;
            }

            var paragraph = (Paragraph)block;
            var label = ItemLabel.Read(paragraph.Text);
            var opensPart = label.Kind == LabelKind.None && IsAppendixHeading(paragraph.Text);
            if (opensPart)
            {
                Unwind(open, 1);
            }
            else if (label.Kind != LabelKind.None)
            {
                label = Disambiguate(label, open);
                CloseUntilParent(open, label);
            }
            else if (EndsItems(paragraph.Text) || (IsAttachment(paragraph.Text) && !open.Any(node => IsAppendixHeading(node.Text))))
            {
                Unwind(open, 1);
            }
            else if (IsUnnumberedHeading(paragraph))
            {
                CloseBullets(open);
            }

            var text = paragraph.Text[Math.Min(label.Length, paragraph.Text.Length)..];
            var span = new Span(paragraph.Span.From + Math.Min(label.Length, paragraph.Text.Length), paragraph.Span.To);
            var node = new OutlineNode(label, paragraph, text, span, open.Peek());
            if (opensPart || label.Kind != LabelKind.None)
            {
                open.Push(node);
            }
        }

        return root;
    }

    /// <summary>"Phụ lục", "PHỤ LỤC II", "Biểu số 01", "Danh mục kèm theo" at the start of a short paragraph.</summary>
    public static bool IsAppendixHeading(string text) =>
        text.Length < 200
        && (text.StartsWith("Phụ lục", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("Phụ biểu", StringComparison.OrdinalIgnoreCase))
        && !text.Contains("kèm theo)", StringComparison.OrdinalIgnoreCase);

    /// <summary>"(Kèm theo Quyết định số ...)": what follows is a document of its own, under no article of the one before.</summary>
    private static bool IsAttachment(string text) =>
        text.Length < 200 && (text.StartsWith("(Kèm theo", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("(Ban hành kèm theo", StringComparison.OrdinalIgnoreCase));

    private static bool IsUnnumberedHeading(Paragraph paragraph)
    {
        var text = paragraph.Text;
        var upper = text.Count(char.IsUpper);
        return text.Length is > 3 and < 160 && upper > 3 && upper > 0.7 * text.Count(char.IsLetter);
    }

    /// <summary>The closing words and the signature block of a plan stand under no item.</summary>
    private static bool EndsItems(string text) =>
        text.EndsWith("./.", StringComparison.Ordinal)
        || Array.Exists(Closings, c => text.StartsWith(c, StringComparison.OrdinalIgnoreCase))
        || (text.Length < 60 && !text.Any(char.IsLower) && Array.Exists(SignerTitles, t => text.StartsWith(t, StringComparison.Ordinal)));

    private static void Unwind(Stack<OutlineNode> open, int count)
    {
        while (open.Count > count)
        {
            open.Pop();
        }
    }

    private static void CloseBullets(Stack<OutlineNode> open)
    {
        while (open.Peek().Label.Kind is LabelKind.Dash or LabelKind.Plus or LabelKind.Bullet)
        {
            open.Pop();
        }
    }

    /// <summary>One capital letter may be a roman number or a letter: what continues an open list wins.</summary>
    private static ItemLabel Disambiguate(ItemLabel label, Stack<OutlineNode> open)
    {
        if (label.Kind != LabelKind.Roman || label.Text.Length != 1 || label.Text[0] is not ('C' or 'D' or 'I' or 'V' or 'X'))
        {
            return label;
        }

        var letter = label.Text[0] - 'A' + 1;
        var continuesLetters = open.Any(n => n.Label.Kind == LabelKind.UpperLetter && n.Label.Ordinal == letter - 1);
        var continuesRoman = open.Any(n => n.Label.Kind == LabelKind.Roman && n.Label.Ordinal == label.Ordinal - 1);
        return continuesLetters && !continuesRoman ? label with { Kind = LabelKind.UpperLetter, Ordinal = letter } : label;
    }

    private static void CloseUntilParent(Stack<OutlineNode> open, ItemLabel label)
    {
        var same = Continued(open, label);
        if (same is not null && !OpensInnerList(open.Peek(), same, label))
        {
            while (open.Peek() != same)
            {
                open.Pop();
            }

            open.Pop();
            return;
        }

        while (open.Peek() is { IsRoot: false } top && !MayHold(top.Label, label))
        {
            open.Pop();
        }
    }

    /// <summary>
    /// The open item that this one follows in its list: the one just before it by number, else the innermost of its kind.
    /// </summary>
    private static OutlineNode? Continued(Stack<OutlineNode> open, ItemLabel label)
    {
        var alike = open.Where(n => n.Label.Kind == label.Kind && n.Label.Depth == label.Depth).ToList();
        return alike.Find(n => n.Label.Ordinal + 1 == label.Ordinal) ?? alike.FirstOrDefault();
    }

    /// <summary>"1." under "a) ... gồm:" of an outer "2." opens a list of its own rather than repeating the outer number.</summary>
    private static bool OpensInnerList(OutlineNode top, OutlineNode same, ItemLabel label) =>
        label.Ordinal == 1 && same.Label.Ordinal > 0 && top != same && top.Text.EndsWith(':');

    private static bool MayHold(ItemLabel outer, ItemLabel inner)
    {
        if (outer.Kind == LabelKind.None)
        {
            return true;
        }

        return inner.Kind == LabelKind.Arabic && outer.Kind == LabelKind.Arabic
            ? inner.Depth > outer.Depth && inner.Text.StartsWith(outer.Text + ".", StringComparison.Ordinal)
            : Rank(inner.Kind) > Rank(outer.Kind)
                || (Rank(inner.Kind) == Rank(outer.Kind) && inner.Kind != outer.Kind && inner.Ordinal == 1);
    }

    private static int Rank(LabelKind kind) => kind switch
    {
        LabelKind.Named => 1,
        LabelKind.UpperLetter => 2,
        LabelKind.Roman => 3,
        LabelKind.Arabic => 4,
        LabelKind.LowerLetter or LabelKind.Bracketed or LabelKind.ArabicBracket => 5,
        LabelKind.Dash => 7,
        LabelKind.Plus or LabelKind.Bullet => 8,
        _ => 9,
    };
}
