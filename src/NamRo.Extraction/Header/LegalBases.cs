using NamRo.Language;

namespace NamRo.Extraction;

/// <summary>The documents that this one is based on or carries out (direct), and those that only occur in their titles (nested).</summary>
internal sealed record LegalBases(IReadOnlyList<string> Direct, IReadOnlyList<string> Nested)
{
    private static readonly string[] Cues =
    [
        "căn cứ", "thực hiện", "triển khai", "theo ", "để ", "nhằm", "tiếp tục", "trên cơ sở", "thi hành", "quán triệt", "cụ thể hóa",
        "xét ", "ngay sau khi", "sau khi", "trong năm", "tổ chức thực hiện",
    ];

    private static readonly string[] Proposals = ["theo đề nghị", "xét đề nghị", "xét tờ trình", "xét báo cáo", "theo tờ trình",
        "theo báo cáo", "theo ý kiến"];

    private static readonly string[] TitleWords =
    [
        "về", "ban hành", "phê duyệt", "sửa đổi", "quy định", "thực hiện", "triển khai", "hướng dẫn", "bổ sung", "tại", "thông qua",
        "công bố", "điều chỉnh", "thay thế", "theo", "giao", "kèm theo", "chi tiết",
        "thi hành", "phát động", "cụ thể hóa", "để", "nhằm", "kiện toàn", "thành lập",
    ];

    private static readonly string[] Verbs = ["xây dựng", "ban hành", "đề ra", "triển khai", "tổ chức"];

    /// <summary>Bases named in the paragraphs of the preamble and of a section "Căn cứ".</summary>
    public static LegalBases Of(IEnumerable<string> paragraphs, string? subject)
    {
        var direct = new List<string>();
        var nested = new List<string>();
        var isListed = false;
        foreach (var paragraph in Joined(paragraphs))
        {
            var text = paragraph[Math.Min(ItemLabel.Read(paragraph).Length, paragraph.Length)..].TrimStart(' ', '*', '-', '–', '+');
            var folded = VietnameseText.Fold(text);
            var isBasis = Array.Exists(Cues, c => folded.StartsWith(c, StringComparison.Ordinal)) || DocumentKinds.LengthAtStart(text) > 0
                || (isListed && folded.StartsWith("số ", StringComparison.Ordinal));
            isListed = isBasis || (isListed && text.EndsWith(';'));
            if (isBasis)
            {
                ReadParagraph(text, direct, nested);
            }
            else
            {
                nested.AddRange(Numbers(text));
            }
        }

        nested.AddRange(subject is null ? [] : Numbers(subject));
        var known = new HashSet<string>(direct, StringComparer.Ordinal);
        return new LegalBases([.. known], [.. nested.Distinct(StringComparer.Ordinal).Where(n => !known.Contains(n))]);
    }

    /// <summary>"Căn cứ Nghị quyết số" and "57-NQ/TW ngày ..." on two lines are one paragraph.</summary>
    private static List<string> Joined(IEnumerable<string> paragraphs)
    {
        var joined = new List<string>();
        foreach (var paragraph in paragraphs)
        {
            var isOpen = joined.Count > 0 && joined[^1].Length > 0
                && (char.IsLetterOrDigit(joined[^1][^1]) || joined[^1][^1] is ',' or '-') && !OfficialCase.IsCapitals(joined[^1]);
            var goesOn = isOpen && paragraph.Length > 0
                && (char.IsLower(paragraph[0]) || char.IsDigit(paragraph[0])
                || VietnameseText.Fold(joined[^1]).EndsWith(" của", StringComparison.Ordinal));
            if (goesOn)
            {
                joined[^1] += " " + paragraph;
            }
            else
            {
                joined.Add(paragraph.TrimEnd());
            }
        }

        return joined;
    }

    private static IEnumerable<string> Numbers(string text) => DocumentNumber.FindAll(text).Select(d => d.Number).OfType<string>();

    private static void ReadParagraph(string text, List<string> direct, List<string> nested)
    {
        foreach (var clause in text.Split(';'))
        {
            var folded = VietnameseText.Fold(clause);
            if (Array.Exists(Proposals, p => folded.StartsWith(p, StringComparison.Ordinal)))
            {
                nested.AddRange(Numbers(clause));
                continue;
            }

            ReadClause(clause, direct, nested);
        }
    }

    private static void ReadClause(string clause, List<string> direct, List<string> nested)
    {
        var end = EndOfBases(clause);
        var from = 0;
        var isDirect = true;
        var isFirst = true;
        foreach (var document in DocumentNumber.FindAll(clause))
        {
            isDirect = document.Range.From < end && IsDirect(clause, from, document, isDirect, isFirst);
            if (document.Number is { } number)
            {
                (isDirect ? direct : nested).Add(number);
                isFirst = false;
            }

            from = document.Range.To;
        }
    }

    /// <summary>
    /// The first document of a clause is its basis; a further one only where nothing of a title stands between, or where the title has
    /// ended at a comma or stop.
    /// </summary>
    private static bool IsDirect(string clause, int from, DocumentNumber document, bool wasDirect, bool isFirst)
    {
        var between = VietnameseText.Fold(clause[from..document.Range.From]);
        if (isFirst)
        {
            return !OpensTitle(between, before: string.Empty);
        }

        var gap = clause[from..document.Range.From].Trim();
        var startsAfterStop = gap.EndsWith('.') || (gap.EndsWith(',') && document.IssuedOn is not null);
        if (gap.EndsWith('(') || gap.EndsWith("là", StringComparison.Ordinal))
        {
            return false;
        }

        return OpensTitle(between, between) ? startsAfterStop : wasDirect || startsAfterStop;
    }

    /// <summary>Whether words of a title ("về việc", "phê duyệt") stand in the gap; the cue that opens the paragraph is none.</summary>
    private static bool OpensTitle(string gap, string before)
    {
        var words = " " + gap + " ";
        var titles = Array.Exists(TitleWords, t => words.Contains(" " + t + " ", StringComparison.Ordinal));
        return before.Length > 0 ? titles : words.Contains(" về ", StringComparison.Ordinal)
            && words.Contains(" ban hành ", StringComparison.Ordinal);
    }

    /// <summary>Where the sentence turns to the issuing organ: "..., Ủy ban nhân dân phường xây dựng Kế hoạch".</summary>
    private static int EndOfBases(string clause)
    {
        foreach (var organ in OrganNames.FindIn(clause))
        {
            var after = VietnameseText.Fold(clause[organ.To..Math.Min(clause.Length, organ.To + 60)]);
            var before = clause[..organ.From].TrimEnd();
            var opens = before.Length == 0 || before.EndsWith(',') || before.EndsWith('.') || before.EndsWith(';');
            if (opens && Array.Exists(Verbs, v => after.StartsWith(v, StringComparison.Ordinal)))
            {
                return organ.From;
            }
        }

        return clause.Length;
    }
}
