using NamRo.Language;
using NamRo.Reading;

namespace NamRo.Extraction;

/// <summary>The signature block: who signs, by what title, on behalf of which organ ("TM. ỦY BAN NHÂN DÂN").</summary>
internal sealed record Signature(string? Signer, string? Title, string? Organ)
{
    private const int BlockLines = 45;
    private const int LongestTitle = 90;
    private const int LongestName = 40;

    private static readonly string[] OnBehalf = ["tm.", "t/m", "tm ", "kt.", "kt ", "tl.", "tl ", "tuq.", "t.m", "k/t", "q."];
    private static readonly string[] Titles =
    [
        "phó chủ tịch thường trực", "phó chủ tịch", "chủ tịch", "phó bí thư thường trực", "phó bí thư", "bí thư", "tổng bí thư",
        "phó thủ tướng", "thủ tướng", "bộ trưởng", "thứ trưởng", "phó giám đốc",
        "giám đốc", "chánh văn phòng", "phó chánh văn phòng", "trưởng ban", "phó trưởng ban thường trực", "phó trưởng ban",
        "trưởng phòng", "phó trưởng phòng", "tổng giám đốc", "cục trưởng", "phó cục trưởng",
        "vụ trưởng", "chủ nhiệm", "phó chủ nhiệm", "hiệu trưởng", "phó hiệu trưởng", "trưởng công an", "chỉ huy trưởng",
        "tổ trưởng", "tổ phó", "viện trưởng", "phó viện trưởng", "chi cục trưởng", "phó chi cục trưởng", "phó vụ trưởng",
        "phó tổng giám đốc",
    ];

    /// <summary>Heads of bodies, under whose title the post of the same person may stand on the same line.</summary>
    private static readonly string[] Bodies = ["tổ trưởng ", "trưởng ban ", "phó trưởng ban "];

    /// <summary>The first block of signature in the document (a decision's stands before that of the plan it carries).</summary>
    public static Signature Of(DocumentReading reading)
    {
        var lines = reading.Blocks.SelectMany(HeadLines.OfBlock).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            if (Opens(lines[i]))
            {
                return Read(lines, i) with { Organ = OrganIn(lines, i) };
            }
        }

        return new Signature(null, null, null);
    }

    private static string? OrganIn(List<HeadLine> lines, int from)
    {
        foreach (var line in lines.Skip(from).Take(BlockLines).Where(IsOnBehalf))
        {
            var text = line.Text.Trim('*', '_', ' ');
            var at = text.IndexOfAny(['.', ' ']);
            var organ = text[(at + 1)..].TrimStart('.', ' ');
            if (text.StartsWith('T') && OrganNames.StartsWithOrgan(organ) && VietnameseText.FoldWithMap(organ).Find("chủ tịch") is null)
            {
                return Quotes.Fold(organ);
            }
        }

        return null;
    }

    private static bool Opens(HeadLine line) =>
        line.Folded.StartsWith("nơi nhận", StringComparison.Ordinal) || IsOnBehalf(line)
            || (line.IsCapitals && Titles.Contains(line.Folded)) || StartsBody(line);

    private static bool StartsBody(HeadLine line) =>
        line.IsCapitals && Array.Exists(Bodies, body => line.Folded.StartsWith(body, StringComparison.Ordinal));

    /// <summary>"TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH".</summary>
    private static bool IsOnBehalf(HeadLine line)
    {
        var text = line.Text.TrimStart('*', '_', ' ').ToLowerInvariant();
        return line.IsCapitals && line.Text.Length < 2 * LongestTitle
            && Array.Exists(OnBehalf, p => text.StartsWith(p, StringComparison.Ordinal));
    }

    private static Signature Read(List<HeadLine> lines, int from)
    {
        string? title = null;
        var isSettled = false;
        for (var i = from; i < Math.Min(lines.Count, from + BlockLines); i++)
        {
            var line = lines[i];
            if (title is not null && NameIn(line.Text) is { } name)
            {
                return new Signature(name, title, null);
            }

            if (i > from && (OutlineBuilder.IsAppendixHeading(line.Text)
                || ItemLabel.Read(line.Text).Kind is LabelKind.Roman or LabelKind.Named))
            {
                break;
            }

            if (line.IsCapitals || line.Text.Length < LongestTitle)
            {
                // "TRƯỞNG BAN" above "CHỦ TỊCH UBND PHƯỜNG": who signs does so by the first; the second is the same person's post.
                var stated = isSettled ? null : TitleIn(line);
                isSettled |= stated is not null && line.IsCapitals;
                title = stated ?? title;
                if (title is not null && TrailingName(line.Text) is { } trailing)
                {
                    return new Signature(trailing, title, null);
                }
            }
        }

        return new Signature(null, title, null);
    }

    /// <summary>The last title in the line that no "KT." stands before; "KT. CHỦ TỊCH" alone gives none.</summary>
    private static string? TitleIn(HeadLine line)
    {
        var map = VietnameseText.FoldWithMap(line.Text);
        if (StartsBody(line))
        {
            var length = Titles.Where(t => line.Folded.StartsWith(t, StringComparison.Ordinal)).Max(t => t.Length);
            return Quotes.Fold(OfficialCase.Title(map.ToOriginal(new TextRange(0, length)).Of(line.Text)));
        }

        var starts = ItemLabel.Read(line.Text).Kind == LabelKind.None;
        TextRange? best = null;
        foreach (var title in Titles)
        {
            if (map.Find(title) is not { } range || !starts)
            {
                continue;
            }

            var before = line.Text[..range.From].TrimEnd().ToLowerInvariant();
            var isWritten = OfficialCase.IsCapitals(range.Of(line.Text)) || range.From == 0;
            var isHeld = before.EndsWith("kt.", StringComparison.Ordinal) || before.EndsWith("kt", StringComparison.Ordinal)
                || before.EndsWith("tl.", StringComparison.Ordinal)
                || before.EndsWith("k/t", StringComparison.Ordinal) || before.EndsWith("tuq.", StringComparison.Ordinal);
            var isFree = range.From == 0 || line.IsCapitals || OfficialCase.IsCapitals(line.Text[..range.To]);
            if (isWritten && isFree && !isHeld
                && (best is null || range.To > best.Value.To || (range.To == best.Value.To && range.From < best.Value.From)))
            {
                best = range;
            }
        }

        return best is { } found ? Quotes.Fold(OfficialCase.Title(found.Of(line.Text))) : null;
    }

    /// <summary>The whole line is a person's name; a degree or "(Đã ký)" before it is left out.</summary>
    private static string? NameIn(string text)
    {
        var trimmed = Quotes.Fold(WithoutMarks(text));
        var words = trimmed.Split(' ');
        var isName = trimmed.Length is > 3 and < LongestName && words.Length is >= 2 and <= 6
            && Array.TrueForAll(words, w => w.Length > 0 && char.IsUpper(w[0]) && w.All(c => char.IsLetter(c) || c is '’' or '\''))
            && !PersonTitle.StartsWithTitle(trimmed) && DocumentKinds.LengthAtStart(trimmed) == 0;
        var isForeign = !OfficialCase.IsCapitals(trimmed) && !OrganNames.StartsWithOrgan(trimmed);
        return isName && (PersonTitle.IsPersonName(trimmed) || isForeign)
            ? (OfficialCase.IsCapitals(trimmed) ? NameCase(trimmed) : trimmed) : null;
    }

    /// <summary>"PHÓ CHỦ TỊCH Nguyễn Văn A" on one line: the name is the run of mixed-case words at its end.</summary>
    private static string? TrailingName(string text)
    {
        var words = Quotes.Fold(WithoutMarks(text)).Split(' ');
        var first = words.Length;
        while (first > 0 && words[first - 1].Length > 1 && char.IsUpper(words[first - 1][0]) && words[first - 1].Skip(1).All(char.IsLower))
        {
            first--;
        }

        var name = string.Join(' ', words.Skip(first));
        return first > 0 && words.Length - first is >= 2 and <= 5 && PersonTitle.IsPersonName(name) ? name : null;
    }

    private static string WithoutMarks(string text)
    {
        foreach (var mark in (string[])["(Đã ký)", "(đã ký)", "(ĐÃ KÝ)", "[Đã ký]", "Đã ký:", "(Ký, đóng dấu)", "ThS.", "TS.", "PGS.",
            "GS.", "BS.", "KS.", "*", "_"])
        {
            text = text.Replace(mark, " ", StringComparison.Ordinal);
        }

        return text.Trim();
    }

    private static string NameCase(string text) =>
        string.Join(' ', text.Split(' ').Select(w => w[..1] + w[1..].ToLowerInvariant()));
}
