using NamRo.Language;

namespace NamRo.Extraction;

/// <summary>Who leads and who helps, as a sentence says it.</summary>
internal sealed record Assignment(IReadOnlyList<string> Leads, IReadOnlyList<string> Cos)
{
    private static readonly string[] LeadVerbs = ["chủ trì", "làm đầu mối", "là cơ quan thường trực", "chịu trách nhiệm", "có trách nhiệm", "tham mưu"];
    private static readonly string[] Together = ["phối hợp chặt chẽ với", "phối hợp với", "phối hợp cùng", "phối hợp các"];
    private static readonly string[] Assign = ["giao ", "Giao ", "Phân công ", "phân công ", "Đề nghị ", "Yêu cầu "];

    public static Assignment None { get; } = new([], []);

    /// <summary>"Giao X chủ trì, phối hợp với Y ..."; no units where the sentence names none beside such a verb.</summary>
    public static Assignment Read(string sentence)
    {
        var organs = OrganNames.FindIn(sentence);
        if (organs.Count == 0)
        {
            return None;
        }

        var leads = new List<string>();
        var cos = new List<string>();
        foreach (var organ in organs)
        {
            var name = sentence[organ.From..organ.To];
            var before = sentence[Math.Max(0, organ.From - 24)..organ.From];
            var after = sentence[organ.To..Math.Min(sentence.Length, organ.To + 40)].TrimStart(' ', ',');
            if (Array.Exists(Together, t => before.TrimEnd().EndsWith(t, StringComparison.OrdinalIgnoreCase)) || (cos.Count > 0 && JoinsPrevious(before)))
            {
                cos.Add(name);
            }
            else if (cos.Count == 0 && (Array.Exists(LeadVerbs, v => after.StartsWith(v, StringComparison.OrdinalIgnoreCase))
                || Array.Exists(Assign, a => before.EndsWith(a, StringComparison.Ordinal))))
            {
                leads.Add(name);
            }
        }

        return leads.Count == 0 ? None : new Assignment(leads, cos);
    }

    private static bool JoinsPrevious(string before)
    {
        var tail = before.TrimEnd();
        return tail.EndsWith(',') || tail.EndsWith(';') || tail.EndsWith(" và", StringComparison.Ordinal);
    }
}
