using NamRo.Language;

namespace NamRo.Extraction;

/// <summary>Cơ quan ban hành: from the head; where the head lost its second line, completed by what the document says of itself.</summary>
internal static class IssuingOrgan
{
    private const int LongestName = 160;
    private const int PlaceWords = 4;

    /// <summary>A line of its own below the bodies that it serves.</summary>
    private const string Office = " văn phòng";

    private static readonly string[] Committees = ["ủy ban nhân dân", "hội đồng nhân dân"];
    private static readonly string[] Inner = ["ủy ban nhân dân", "ubnd", "đảng ủy", "đảng đoàn", "ban chỉ đạo", "hội đồng nhân dân", "sở"];
    private static readonly string[] Holders = ["phòng", "trực", "tịch", "và", "của", "đảng", "trưởng", "-", "đốc"];
    private static readonly string[] Levels = ["phường", "xã", "đặc khu", "thị trấn", "thị xã", "quận", "huyện", "thành phố", "tỉnh"];

    private static readonly string[] Verbs = ["xây dựng", "ban hành", "đề ra", "triển khai", "tổ chức", "lập", "quyết định", "yêu cầu",
        "thông báo"];

    public static string? Of(IReadOnlyList<HeadLine> lines, IssueLines issue, TitleLines title, string text, string? signing)
    {
        var own = Named(text);
        var head = FromHead(lines, issue, title) ?? (own is null ? signing : null);
        if (head is null)
        {
            return own is null ? null : Complete(own, own, issue, title);
        }

        var written = OfficialCase.AsWritten(head, Quotes.Fold($"{title.Subject}\n{text}"));
        return Complete(written ?? OfficialCase.Sentence(head), own, issue, title);
    }

    /// <summary>"UBND phường X" in full; other names as they are.</summary>
    public static string Expand(string name)
    {
        var folded = VietnameseText.Fold(name);
        return folded.StartsWith("ubnd", StringComparison.Ordinal) ? "Ủy ban nhân dân" + name[4..]
            : folded.StartsWith("hđnd", StringComparison.Ordinal) ? "Hội đồng nhân dân" + name[4..]
            : name;
    }

    private static string? FromHead(IReadOnlyList<HeadLine> lines, IssueLines issue, TitleLines title)
    {
        var end = title.KindLine >= 0 ? title.KindLine : issue.LastLine + 1;
        var units = new List<string>();
        foreach (var line in lines.Take(end).Where(l => l != issue.NumberLine && l != issue.DateLine && !PortalRecord.IsLabel(l.Folded)))
        {
            if (OutlineBuilder.IsAppendixHeading(line.Text) || ParentCitation.IsCitation(line.Text))
            {
                return null;
            }

            var isOrgan = line.Text.Length < LongestName && DocumentKinds.LengthAtStart(line.Text) == 0
                && (OrganNames.StartsWithOrgan(line.Text) || (line.IsCapitals && PersonTitle.StartsWithTitle(line.Text))
                || IsCommitteeStart(line.Folded));
            if (isOrgan)
            {
                units.AddRange(Split(line.Text));
            }
            else if (units.Count > 0 && line.IsCapitals && line.Text.Length < LongestName)
            {
                units[^1] += " " + line.Text;
            }
        }

        var name = units.Count == 0 ? null : Quotes.Fold(units[^1].Trim('_', '-', ' ', '*'));
        return name is not null && name.EndsWith(Office, StringComparison.OrdinalIgnoreCase)
            ? $"{name[^(Office.Length - 1)..]} {name[..^Office.Length]}" : name;
    }

    private static bool IsCommitteeStart(string folded) =>
        folded.StartsWith("ủy ban", StringComparison.Ordinal) || folded.StartsWith("đảng ", StringComparison.Ordinal)
            || folded.StartsWith("ban ", StringComparison.Ordinal)
        || folded.StartsWith("ubnd", StringComparison.Ordinal) || folded.StartsWith("huyện ủy", StringComparison.Ordinal)
        || folded.StartsWith("hội đồng", StringComparison.Ordinal);

    /// <summary>"UBND THÀNH PHỐ HẢI PHÒNG ỦY BAN NHÂN DÂN PHƯỜNG X" on one line: the organ above, then the one that issues.</summary>
    private static IEnumerable<string> Split(string line)
    {
        var map = VietnameseText.FoldWithMap(line);
        var cuts = new SortedSet<int>();
        foreach (var phrase in Inner)
        {
            var words = phrase + " ";
            for (var at = map.Folded.IndexOf(words, 1, StringComparison.Ordinal); at > 0; at =
                map.Folded.IndexOf(words, at + 1, StringComparison.Ordinal))
            {
                var before = map.Folded[..at].TrimEnd().Split(' ', '-')[^1];
                if (map.Folded[at - 1] == ' ' && !Holders.Contains(before))
                {
                    cuts.Add(map.ToOriginal(new TextRange(at, at + 1)).From);
                }
            }
        }

        var from = 0;
        foreach (var cut in cuts)
        {
            yield return line[from..cut].Trim();
            from = cut;
        }

        yield return line[from..].Trim();
    }

    /// <summary>The organ that says "... xây dựng Kế hoạch", "... ban hành Kế hoạch".</summary>
    private static string? Named(string text)
    {
        foreach (var range in OrganNames.FindIn(text.Length > 12_000 ? text[..12_000] : text))
        {
            var after = VietnameseText.Fold(text[range.To..Math.Min(text.Length, range.To + 60)].TrimStart(' ', ','));
            after = after.StartsWith("sau đây gọi", StringComparison.Ordinal) && text.IndexOf(')', range.To) is var close and > 0
                && close - range.To < 120
                ? VietnameseText.Fold(text[(close + 1)..Math.Min(text.Length, close + 40)])
                : after;
            var name = range.Of(text);
            if (char.IsUpper(name[0]) && Array.Exists(Verbs, v => after.StartsWith(v, StringComparison.Ordinal))
                && !OfficialCase.IsCapitals(name))
            {
                return Quotes.Fold(name);
            }
        }

        return null;
    }

    private static string Complete(string name, string? own, IssueLines issue, TitleLines title)
    {
        name = Expand(name);
        var folded = VietnameseText.Fold(name);
        if (!Array.Exists(Committees, c => folded.StartsWith(c, StringComparison.Ordinal)))
        {
            return name;
        }

        var level = Array.Find(Levels, l => folded.EndsWith(" " + l, StringComparison.Ordinal));
        var isBare = Array.Exists(Committees, c => folded == c);
        if (level is null && !isBare)
        {
            return name;
        }

        var expanded = own is null ? null : Expand(own);
        if (isBare && expanded is not null && VietnameseText.Fold(expanded).StartsWith(folded, StringComparison.Ordinal)
            && VietnameseText.Fold(expanded) != folded)
        {
            return Complete(expanded, expanded, issue, title);
        }

        if (isBare)
        {
            var stated = Levels.Select(l => (Level: l, Place: PlaceInSubject(title.Subject, l))).FirstOrDefault(s => s.Place is not null);
            return stated.Place is null ? name : $"{name} {stated.Level} {stated.Place}";
        }

        var place = level is null ? null : PlaceInSubject(title.Subject, level) ?? WithoutLevel(issue.Place);
        return place is null ? name : name + " " + place;
    }

    /// <summary>"... tại phường Hồng Bàng năm 2026": the name after the level.</summary>
    private static string? PlaceInSubject(string? subject, string level)
    {
        if (subject is null || VietnameseText.FoldWithMap(subject).Find(level) is not { } range)
        {
            return null;
        }

        var isCapitals = OfficialCase.IsCapitals(subject);
        var place = new List<string>();
        foreach (var word in subject[range.To..].Split([' ', ',', '.', ';'], StringSplitOptions.RemoveEmptyEntries).Take(PlaceWords))
        {
            var folded = VietnameseText.Fold(word);
            if (!char.IsUpper(word[0]) || folded is "năm" or "giai" or "đến" or "và" or "về" or "trong" or "tới")
            {
                break;
            }

            place.Add(word);
        }

        return place.Count == 0 ? null : isCapitals ? OfficialCase.Sentence("TỈNH " + string.Join(' ', place))[5..]
            : string.Join(' ', place);
    }

    private static string? WithoutLevel(string? place)
    {
        var level = place is null ? null
            : Array.Find(Levels, l => VietnameseText.Fold(place).StartsWith(l + " ", StringComparison.Ordinal));
        return level is null ? place : place![level.Length..].Trim();
    }
}
