using NamRo.Language;

namespace NamRo.Extraction;

/// <summary>The time by which a sentence wants its work done.</summary>
internal static class ProseDeadline
{
    private const string Carry = "thực hiện ";
    private const int MostWords = 6;
    private const string Always = "thường xuyên";
    private static readonly string[] Conditions = ["khi có yêu cầu", "khi được yêu cầu", "khi có phát sinh", "khi phát sinh"];

    /// <summary>
    /// A firm deadline, else one too exact to be a mere mention; in an assignment in brackets any time is one. Null words when there is
    /// none.
    /// </summary>
    public static (string? Words, Deadline Deadline) Read(string sentence, Assignment assignment, DeadlineContext dates)
    {
        var bracket = Assignment.Bracket(sentence);
        var found = Deadlines.FindIn(bracket.Length > 0 ? bracket : sentence, dates.IssuedOn, dates.PlanYear);
        var chosen = found.LastOrDefault(d => d.IsFirm)
            ?? found.LastOrDefault(d => bracket.Length > 0 || d.Deadline.Kind is not (DeadlineKind.Year or DeadlineKind.Range));
        if (chosen is not null)
        {
            return (chosen.Words, chosen.Deadline);
        }

        var words = InBracket(bracket, dates) ?? Alone(sentence, dates) ?? Condition(sentence) ?? Continuous(sentence, assignment);
        return (words, dates.Parse(words));
    }

    /// <summary>"(...; thực hiện năm 2026)".</summary>
    private static string? InBracket(string bracket, DeadlineContext dates) =>
        bracket.Split(';', StringSplitOptions.TrimEntries)
            .Where(c => c.StartsWith(Carry, StringComparison.OrdinalIgnoreCase))
            .Select(c => c[Carry.Length..].Trim(' ', ':', '.'))
            .FirstOrDefault(c => dates.Parse(c).Kind != DeadlineKind.None);

    /// <summary>"... (tháng 5/2026)", "... Thường xuyên.": nothing but a time in brackets or as the last sentence.</summary>
    public static string? Alone(string sentence, DeadlineContext dates)
    {
        var text = sentence.TrimEnd(' ', '.', ';');
        var open = text.EndsWith(')') ? text.LastIndexOf('(') : text.LastIndexOfAny(['.', ';']);
        var last = open > 0 ? text[(open + 1)..].Trim(' ', ')') : string.Empty;
        return last.Split(' ').Length <= MostWords && dates.Parse(last).Kind is not (DeadlineKind.None or DeadlineKind.Year) ? last : null;
    }

    private static string? Condition(string sentence)
    {
        var text = sentence.TrimEnd(' ', '.', ';');
        return Array.Find(Conditions, c => text.EndsWith(c, StringComparison.Ordinal));
    }

    /// <summary>"Phòng X thường xuyên cập nhật ...".</summary>
    private static string? Continuous(string sentence, Assignment assignment) =>
        assignment.Leads.Any(unit => sentence.Contains($"{unit} {Always} ", StringComparison.Ordinal)) ? Always : null;
}
