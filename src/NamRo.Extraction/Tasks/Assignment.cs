using NamRo.Language;

namespace NamRo.Extraction;

/// <summary>Who leads and who helps, as a sentence says it.</summary>
internal sealed record Assignment(IReadOnlyList<string> Leads, IReadOnlyList<string> Cos)
{
    private const int LongestSubject = 110;
    private static readonly string[] LeadVerbs = [
        "chủ trì", "thực hiện", "làm đầu mối", "là cơ quan thường trực", "chịu trách nhiệm", "có trách nhiệm", "tham mưu", "theo dõi",
            "đôn đốc", "thường xuyên", "triển khai", "xây dựng", "tổ chức", "căn cứ", "rà soát", "phối hợp", "hướng dẫn", "bố trí",
                "tăng cường", "tiếp tục", "đẩy mạnh", "chủ động"];

    /// <summary>Words that begin a duty only right after the name of an organ: elsewhere they may be parts of names.</summary>
    private static readonly string[] DutyVerbs = [
        "cân đối", "tổng hợp", "kiểm tra", "vận động", "tuyên truyền", "lãnh đạo", "chỉ đạo", "nghiên cứu", "cập nhật", "cung cấp",
            "bảo đảm", "đảm bảo", "hỗ trợ", "giám sát", "lồng ghép", "phát huy", "định kỳ", "quán triệt", "cụ thể hóa", "đề xuất",
                "thẩm định", "tiếp nhận", "quản lý", "vận hành", "khẩn trương", "kịp thời", "thành lập", "kiện toàn", "phổ biến",
                    "phát động", "hoàn thành", "hoàn thiện"];
    private static readonly string[] AllVerbs = [.. LeadVerbs, .. DutyVerbs];
    private static readonly string[] Addresses = ["đồng chí ", "đ/c ", "ông ", "bà "];
    private static readonly string[] PersonVerbs = [.. LeadVerbs, "phụ trách", "chỉ đạo", "hoàn thành", "xong", "trực tiếp", "làm"];
    private static readonly string[] Together = ["phối hợp chặt chẽ với", "phối hợp với", "phối hợp cùng", "phối hợp"];
    private static readonly string[] Openers = ["Giao ", "Phân công ", "Đề nghị ", "Yêu cầu ", "giao "];

    public static Assignment None { get; } = new([], []);

    /// <summary>"Giao X chủ trì, phối hợp với Y ..."; no units where the sentence names none as its subject.</summary>
    public static Assignment Read(string sentence)
    {
        if (Bracket(sentence) is { Length: > 0 } bracket)
        {
            return new Assignment(Subject(bracket), Helpers(bracket));
        }

        var cos = Helpers(sentence);
        var leads = Subject(sentence);
        return leads.Count == 0 && cos.Count == 0 ? None : new Assignment(leads, cos);
    }

    /// <summary>
    /// "... (Phòng X chủ trì, phối hợp với Y; hoàn thành trong quý IV)": the assignment in brackets at the end; empty when there is none.
    /// </summary>
    public static string Bracket(string sentence)
    {
        var text = sentence.TrimEnd(' ', '.', ';');
        var open = text.LastIndexOf('(');
        var inner = open > 0 && text.EndsWith(')') ? text[(open + 1)..^1] : string.Empty;
        return inner.Contains(" chủ trì", StringComparison.Ordinal) || inner.Contains(" thực hiện", StringComparison.Ordinal)
            && OrganNames.StartsWithOrgan(inner) ? inner : string.Empty;
    }

    /// <summary>
    /// "Đồng chí A, Phó Chủ tịch chịu trách nhiệm ..." or "... (Đồng chí A phụ trách; ...)": the person in charge; null when none is named.
    /// </summary>
    public static string? Person(string sentence)
    {
        var text = sentence.TrimEnd(' ', '.', ';');
        var open = text.EndsWith(')') ? text.LastIndexOf('(') : -1;
        var words = open > 0 ? text[(open + 1)..^1].Split(';')[0] : text;
        if (!Array.Exists(Addresses, address => words.StartsWith(address, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        var verb = FirstVerb(words, PersonVerbs);
        var named = verb > 0 ? words[..verb].Trim(' ', ',', ':') : open > 0 ? words.Trim() : string.Empty;
        return named.Length is > 0 and <= LongestSubject ? named : null;
    }

    /// <summary>Whether words that name no organ tell of a duty: then they are no heading.</summary>
    public static bool SaysDuty(string words) => FirstVerb(words, LeadVerbs) >= 0 || words.Contains(" báo cáo", StringComparison.Ordinal);

    /// <summary>The units before the verb at the beginning of the sentence, or after "giao".</summary>
    private static IReadOnlyList<string> Subject(string sentence)
    {
        var text = sentence;
        var assigned = false;
        foreach (var opener in Openers)
        {
            if (text.StartsWith(opener, StringComparison.Ordinal))
            {
                text = text[opener.Length..];
                assigned = true;
                break;
            }
        }

        if (NamedFirst(text) is { Length: > 0 } named)
        {
            return OrganNames.Split(named) is { Count: > 0 } all ? all : [named];
        }

        var verb = FirstVerb(text, assigned ? AllVerbs : LeadVerbs);
        if (verb <= 0 || verb > LongestSubject)
        {
            return [];
        }

        var subject = text[..verb].Trim(' ', ',', ':');
        if (subject.Length == 0)
        {
            return [];
        }

        var isNamed = OrganNames.StartsWithOrgan(subject)
            || (assigned && subject.StartsWith("các đồng chí ", StringComparison.Ordinal))
            || (char.IsUpper(subject[0]) && (assigned || text[verb..].StartsWith("chủ trì", StringComparison.Ordinal))
                && subject.Split(' ').Length <= 10);
        return !isNamed ? [] : OrganNames.Split(subject) is { Count: > 0 } units ? units : [subject];
    }

    /// <summary>The organs with which the sentence begins when the verb of a duty follows at once; empty otherwise.</summary>
    private static string NamedFirst(string text)
    {
        var end = 0;
        foreach (var organ in OrganNames.FindIn(text))
        {
            var isNext = end == 0 ? organ.From == 0 : text[end..organ.From].Trim() is "" or "," or ";" or "và" or ", và";
            if (!isNext || organ.From > LongestSubject)
            {
                break;
            }

            end = organ.To;
        }

        var rest = text[end..].TrimStart(' ', ',');
        if (rest.StartsWith('(') && rest.IndexOf(')', StringComparison.Ordinal) is > 0 and var close)
        {
            rest = rest[(close + 1)..].TrimStart(' ', ',');
        }

        return end > 0 && Array.Exists(AllVerbs, verb => Begins(rest, verb)) ? text[..end] : string.Empty;
    }

    private static bool Begins(string text, string verb) =>
        text.Length > verb.Length && text.StartsWith(verb, StringComparison.Ordinal) && !char.IsLetter(text[verb.Length]);

    private static int FirstVerb(string text, string[] verbs)
    {
        var first = -1;
        foreach (var verb in verbs)
        {
            var at = text.IndexOf(" " + verb, StringComparison.Ordinal);
            if (at >= 0 && (first < 0 || at + 1 < first))
            {
                first = at + 1;
            }
        }

        return first;
    }

    /// <summary>The units right after "phối hợp với", as long as they follow each other.</summary>
    private static List<string> Helpers(string sentence)
    {
        var start = -1;
        foreach (var word in Together)
        {
            var at = sentence.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && start < 0)
            {
                start = at + word.Length;
            }
        }

        var cos = new List<string>();
        if (start < 0)
        {
            return cos;
        }

        var end = start;
        foreach (var organ in OrganNames.FindIn(sentence))
        {
            if (organ.From < start)
            {
                continue;
            }

            var between = sentence[end..organ.From].Trim();
            if (between is not ("" or "," or ";" or "và" or "," or ", và" or "với" or "cùng"))
            {
                break;
            }

            cos.Add(sentence[organ.From..organ.To]);
            end = organ.To;
        }

        return cos;
    }
}
