namespace NamRo.Reading.PlainText.Flattened;

/// <summary>Puts the pieces of a cell together again.</summary>
internal static class CellText
{
    private static readonly string[] Acronyms = [
        "UBND", "HĐND", "MTTQ", "UBMTTQ", "TTHC", "CNTT", "KHCN", "ĐMST", "CĐS", "CSDL", "OCOP", "TTPVHCC"];

    /// <summary>
    /// As <see cref="TextJoin.Join(string, string)"/>; an acronym that a narrow cell broke in two is one word again ("HĐND&amp;UB" +
    /// "ND").
    /// </summary>
    public static string Join(string before, string after) =>
        BreaksAcronym(before, after) || after[0] is '…' or ',' or ';' or '.' or ')' ? before + after : TextJoin.Join(before, after);

    private static bool BreaksAcronym(string before, string after)
    {
        var head = before.AsSpan(before.AsSpan().LastIndexOfAny(' ', '&', '-') + 1);
        var space = after.IndexOf(' ', StringComparison.Ordinal);
        var tail = space < 0 ? after : after[..space];
        if (head.Length == 0 || tail.Length == 0 || Array.IndexOf(Acronyms, head.ToString()) >= 0)
        {
            return false;
        }

        foreach (var acronym in Acronyms)
        {
            if (acronym.Length == head.Length + tail.Length && acronym.AsSpan().StartsWith(head)
                && acronym.EndsWith(tail, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
