using NamRo.Language;
using NamRo.Reading;

namespace NamRo.Extraction;

/// <summary>One labelled value: "Đơn vị chủ trì: Phòng X".</summary>
/// <param name="Role">What the label names.</param>
/// <param name="Value">The words after the label, outer punctuation trimmed.</param>
/// <param name="Span">Range of the value in the text that was split, shifted by the offset given.</param>
internal readonly record struct LabelledValue(FieldRole Role, string Value, Span Span);

/// <summary>A text divided into what stands before its first label and the labelled values after it.</summary>
/// <param name="Lead">The words before the first label; empty when the text begins with one.</param>
/// <param name="Fields">In order of occurrence.</param>
internal sealed record LabelledText(string Lead, IReadOnlyList<LabelledValue> Fields)
{
    private const int LongestLabelWords = 12;
    private static readonly char[] Trimmed = [' ', '.', ';', ',', '\n', '\t', '*', '_', '(', ')', '-', '–', '+', ':'];
    private static readonly HashSet<string> BareLabels = [.. new[]
    {
        "nội dung", "nội dung thực hiện", "nội dung công việc", "đơn vị chủ trì", "cơ quan chủ trì", "đơn vị phối hợp", "cơ quan phối hợp",
        "thời gian thực hiện", "thời gian hoàn thành", "sản phẩm", "sản phẩm đầu ra", "kết quả",
    }.Select(VietnameseText.Fold)];

    private static readonly char[] TrimmedEnd = [' ', '.', ';', ',', '\n', '\t', '*', '_', '-', '–', '+', ':'];

    /// <summary>
    /// The item's words; an inner item that is nothing but a field's name ("a) Nội dung") is a label whose values follow.
    /// </summary>
    public static LabelledText Split(OutlineNode node)
    {
        var inner = node.Label.Kind is not (LabelKind.Named or LabelKind.UpperLetter or LabelKind.Roman or LabelKind.Arabic);
        return inner && BareLabel(node.Text) is not FieldRole.Other and var bare
            ? new LabelledText(string.Empty, [new LabelledValue(bare, string.Empty, new Span(node.Span.To, node.Span.To))])
            : Split(node.Text, node.Span.From);
    }

    /// <summary>Finds labels: a known field name and a colon, at the start of the text or of a clause.</summary>
    /// <param name="offset">Where the text begins in the reading, for the spans.</param>
    public static LabelledText Split(string text, int offset)
    {
        var labels = new List<(int Start, int After, FieldRole Role)>();
        for (var colon = text.IndexOf(':', StringComparison.Ordinal); colon >= 0; colon = text.IndexOf(':', colon + 1))
        {
            var start = ClauseStart(text, colon, labels.Count > 0 ? labels[^1].After : 0);
            var role = start < 0 ? FieldRole.Other : RoleOf(text[start..colon]);
            if (role != FieldRole.Other)
            {
                labels.Add((start, colon + 1, role));
            }
        }

        if (labels.Count == 0)
        {
            return new LabelledText(text, []);
        }

        var fields = new List<LabelledValue>(labels.Count);
        for (var i = 0; i < labels.Count; i++)
        {
            var end = i + 1 < labels.Count ? labels[i + 1].Start : text.Length;
            fields.Add(Cut(text, labels[i].Role, labels[i].After, end, offset));
        }

        return new LabelledText(text[..labels[0].Start].Trim(Trimmed), fields);
    }

    private static LabelledValue Cut(string text, FieldRole role, int from, int to, int offset)
    {
        while (from < to && Trimmed.Contains(text[from]) && text[from] != '(')
        {
            from++;
        }

        while (to > from && TrimmedEnd.Contains(text[to - 1]))
        {
            to--;
        }

        // A bracket that was opened before the label closes after its last value.
        if (to > from && text[to - 1] == ')' && !text[from..to].Contains('('))
        {
            to--;
        }

        var value = text[from..to];
        return new LabelledValue(role == FieldRole.Carry ? Carried(value) : role, value, new Span(offset + from, offset + to));
    }

    /// <summary>"Thực hiện: thường xuyên" tells when, "Thực hiện: Phòng X" tells who.</summary>
    private static FieldRole Carried(string value) =>
        Deadline.Parse(value).Kind != DeadlineKind.None ? FieldRole.Deadline : OrganNames.StartsWithOrgan(value) ? FieldRole.LeadUnit
            : FieldRole.Other;

    /// <summary>"a) Nội dung" on a line of its own: a label whose values follow as items.</summary>
    private static FieldRole BareLabel(string text) =>
        text.Length is > 3 and < 40 && text.Any(char.IsLower) && BareLabels.Contains(VietnameseText.Fold(text)) ? RoleOf(text)
            : FieldRole.Other;

    /// <summary>The start of the clause that ends at the colon; -1 when it is too long for a label.</summary>
    private static int ClauseStart(string text, int colon, int from)
    {
        var start = colon;
        var words = 0;
        while (start > from)
        {
            var c = text[start - 1];
            if (c is '.' or ';' or '(' or '\n' or '\t' or '•'
                || (c is '-' or '+' or '–' or '*' && (start < 2 || text[start - 2] == ' ') && start < text.Length && text[start] == ' '))
            {
                break;
            }

            if (c == ' ' && ++words > LongestLabelWords)
            {
                return -1;
            }

            start--;
        }

        return start;
    }

    private static FieldRole RoleOf(string label)
    {
        var words = label.Trim(Trimmed);
        if (words.Length is < 4 or > 80)
        {
            return FieldRole.Other;
        }

        return FieldLexicon.ClassifyLabel(words) switch
        {
            FieldRole.Number or FieldRole.MeasureUnit or FieldRole.Baseline or FieldRole.TargetValue or FieldRole.Indicator =>
                FieldRole.Other,
            FieldRole.Work when !char.IsUpper(words[0]) => FieldRole.Other,
            var role => role,
        };
    }
}
