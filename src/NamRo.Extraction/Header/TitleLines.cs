using NamRo.Language;

namespace NamRo.Extraction;

/// <summary>Tên loại and trích yếu.</summary>
/// <param name="KindLine">Index of the line that names the kind; -1 when none does.</param>
/// <param name="Next">Index of the first line after the subject.</param>
internal sealed record TitleLines(string? Kind, string? Subject, int KindLine, int Next)
{
    private const int LongestContinuation = 120;
    private const int LongestAbbreviation = 3;

    private static readonly string[] MainKinds =
    [
        "nghị quyết", "nghị định", "quyết định", "chỉ thị", "quy chế", "quy định", "thông báo", "hướng dẫn", "chương trình", "kế hoạch",
        "phương án", "đề án", "báo cáo", "tờ trình", "công điện",
        "kết luận", "thông tư", "công văn", "dự án",
    ];

    private static readonly string[] Preambles =
    [
        "căn cứ", "xét", "theo đề nghị", "kính gửi", "thực hiện", "triển khai", "để ", "nhằm", "tiếp tục", "trên cơ sở", "ngày ",
        "trong ", "với ", "theo ", "nơi nhận",
    ];

    public static TitleLines Of(IReadOnlyList<HeadLine> lines, IssueLines issue)
    {
        var at = FindKind(lines, issue.LastLine + 1);
        at = at < 0 && issue.LastLine >= 0 ? FindKind(lines, 0) : at;
        if (at < 0)
        {
            return OfLetter(lines, issue) ?? WithoutKind(lines, issue);
        }

        var line = lines[at];
        var length = KindLength(line);
        var parts = new List<string>();
        var rest = line.Text[length..].Trim(' ', ':', '.', '*');
        if (rest.Length > 0)
        {
            parts.Add(rest);
        }

        var next = at + 1;
        while (next < lines.Count && BelongsToSubject(lines, next, at, parts))
        {
            parts.Add(lines[next].Text);
            next++;
        }

        var kind = OfficialCase.Title(line.Text[..length].Trim(' ', ':', '*'));
        return new TitleLines(Quotes.Fold(kind), Quotes.FoldOrNull(string.Join(' ', parts)), at, next);
    }

    /// <summary>The kind that a symbol stands for (Nghị định 30/2020/NĐ-CP, Phụ lục III).</summary>
    public static string? KindOfSymbol(string? symbol)
    {
        var parts = symbol?.Split(['/', '-'], StringSplitOptions.RemoveEmptyEntries) ?? [];
        return parts.Select(Kind).FirstOrDefault(k => k is not null);

        static string? Kind(string part) => part.ToUpperInvariant() switch
        {
            "KH" => "Kế hoạch",
            "QĐ" => "Quyết định",
            "NQ" => "Nghị quyết",
            "CTR" => "Chương trình",
            "CT" => "Chỉ thị",
            "TB" => "Thông báo",
            "BC" => "Báo cáo",
            "HD" => "Hướng dẫn",
            "ĐA" => "Đề án",
            "KL" => "Kết luận",
            "TTR" => "Tờ trình",
            "PA" => "Phương án",
            _ => null,
        };
    }

    private static int FindKind(IReadOnlyList<HeadLine> lines, int from)
    {
        for (var i = from; i < lines.Count; i++)
        {
            if (KindLength(lines[i]) > 0 && (i == 0 || !PortalRecord.IsLabel(lines[i - 1].Folded)))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>How much of the line is the name of the kind: all of it, or its capitals at the start of a title in capitals.</summary>
    private static int KindLength(HeadLine line)
    {
        // "TT" at the top of a table counts its rows; it is no Thông tư.
        if (DocumentKinds.IsKind(line.Text) && line.Text.Trim().Length > LongestAbbreviation)
        {
            return line.Text.Length;
        }

        var kind = Array.Find(MainKinds, k => line.Folded.StartsWith(k + " ", StringComparison.Ordinal));
        var length = kind is null ? 0 : VietnameseText.FoldWithMap(line.Text).Find(kind)?.To ?? 0;
        return OfficialCase.IsCapitals(line.Text[..length]) ? length : 0;
    }

    private static bool BelongsToSubject(IReadOnlyList<HeadLine> lines, int at, int kindLine, List<string> parts)
    {
        var line = lines[at];
        var label = ItemLabel.Read(line.Text);
        if (line.Folded.StartsWith("căn cứ", StringComparison.Ordinal) || line.Folded.StartsWith("kính gửi", StringComparison.Ordinal)
            || label.Kind is LabelKind.Dash or LabelKind.Bullet or LabelKind.Plus || ParentCitation.IsCitation(line.Text))
        {
            return false;
        }

        if (parts.Count == 0)
        {
            return true;
        }

        if (IsIssuingOrgan(line))
        {
            return false;
        }

        var first = line.Text.TrimStart('“', '"', '*', ' ');
        var goesOn = first.Length > 0 && (char.IsLower(first[0]) || char.IsDigit(first[0]) || line.Text[0] == '(');
        var sameStyle = line.IsCapitals && lines[at - 1].IsCapitals;
        var isPreamble = Array.Exists(Preambles, p => line.Folded.StartsWith(p, StringComparison.Ordinal));
        var centred = line.IsCentered && lines[at - 1].IsCentered && at - 1 > kindLine && line.IsBold == lines[at - 1].IsBold;
        var shortLine = line.Text.Length < LongestContinuation && !line.Text.TrimEnd().EndsWith('.')
            && !line.Text.TrimEnd().EndsWith(';') && !line.Text.TrimEnd().EndsWith(':')
            && !parts[^1].EndsWith('.') && parts[^1].Length < LongestContinuation;
        return sameStyle || centred || (goesOn && line.Text.Length < 2 * LongestContinuation)
            || (shortLine && !isPreamble && !lines[at - 1].IsCapitals);
    }

    /// <summary>"CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH", "CHÍNH PHỦ": who decides, on a line between subject and bases.</summary>
    private static bool IsIssuingOrgan(HeadLine line) =>
        line.IsCapitals && line.Text.Length < LongestContinuation
            && (PersonTitle.StartsWithTitle(line.Text) || OrganNames.StartsWithOrgan(line.Text));

    /// <summary>"V/v triển khai ..." under the number: the subject of a letter, which has no name of a kind.</summary>
    private static TitleLines? OfLetter(IReadOnlyList<HeadLine> lines, IssueLines issue)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var text = lines[i].Text.TrimStart('*', '_', ' ');
            if (!text.StartsWith("V/v", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var parts = new List<string> { text[3..].Trim(' ', ':') };
            var next = i + 1;
            while (next < lines.Count && lines[next] != issue.DateLine && lines[next].Text.Length is > 0 and < LongestContinuation
                && (char.IsLower(lines[next].Text[0]) || char.IsDigit(lines[next].Text[0])))
            {
                parts.Add(lines[next].Text);
                next++;
            }

            return new TitleLines(KindOfSymbol(issue.Symbol) ?? "Công văn", Quotes.FoldOrNull(string.Join(' ', parts).Trim('*', '_', ' ')),
                -1, Math.Max(next, issue.LastLine + 1));
        }

        return null;
    }

    private static TitleLines WithoutKind(IReadOnlyList<HeadLine> lines, IssueLines issue)
    {
        var at = -1;
        for (var i = issue.LastLine + 1; i < lines.Count && issue.LastLine >= 0 && at < 0; i++)
        {
            at = lines[i].IsCapitals && lines[i].Text.Length > 15 && !IsIssuingOrgan(lines[i]) ? i : -1;
        }

        var subject = at < 0 ? null : Quotes.Fold(lines[at].Text);
        return new TitleLines(KindOfSymbol(issue.Symbol), subject, -1, Math.Max(at + 1, issue.LastLine + 1));
    }
}
