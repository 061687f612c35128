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

        var verb = FirstVerb(text);
        if (verb <= 0 || verb > LongestSubject)
        {
            return [];
        }

        var subject = text[..verb].Trim(' ', ',', ':');
        var named = OrganNames.StartsWithOrgan(subject)
            || (char.IsUpper(subject[0]) && (assigned || text[verb..].StartsWith("chủ trì", StringComparison.Ordinal))
                && subject.Split(' ').Length <= 10);
        return !named ? [] : OrganNames.Split(subject) is { Count: > 0 } units ? units : [subject];
    }

    private static int FirstVerb(string text)
    {
        var first = -1;
        foreach (var verb in LeadVerbs)
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
