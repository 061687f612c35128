using NamRo.Language;

namespace NamRo.Extraction;

/// <summary>Tells lead from co-ordinating units where one cell or sentence names both.</summary>
internal static class UnitRoles
{
    private static readonly string[] LeadWords = ["chủ trì:", "chủ trì", "Chủ trì:", "Chủ trì", "CT:"];
    private static readonly string[] TogetherWords = [
        "phối hợp với", "phối hợp:", "phối hợp", "Phối hợp với", "Phối hợp:", "Phối hợp", "PH:"];

    /// <summary>The units of a row or block, from whichever of its unit fields are filled.</summary>
    public static (IReadOnlyList<string> Leads, IReadOnlyList<string> Cos) Of(Func<FieldRole, string?> field)
    {
        var lead = field(FieldRole.LeadUnit);
        if (field(FieldRole.LeadAndCoUnit) is { } both)
        {
            return Divide(both);
        }

        if (lead is not null && MarksRoles(lead))
        {
            var (leads, cos) = DivideMarked(lead);
            return (leads, [.. cos, .. OrganNames.Split(field(FieldRole.CoUnit) ?? string.Empty)]);
        }

        return (OrganNames.Split(lead ?? string.Empty), OrganNames.Split(field(FieldRole.CoUnit) ?? string.Empty));
    }

    private static bool MarksRoles(string cell) =>
        cell.Contains("(chủ trì", StringComparison.OrdinalIgnoreCase) || cell.Contains("(phối hợp", StringComparison.OrdinalIgnoreCase);

    /// <summary>"X (chủ trì), Y (phối hợp)".</summary>
    private static (IReadOnlyList<string> Leads, IReadOnlyList<string> Cos) DivideMarked(string cell)
    {
        var leads = new List<string>();
        var cos = new List<string>();
        var from = 0;
        for (var open = cell.IndexOf('('); open >= 0; open = cell.IndexOf('(', open + 1))
        {
            var close = cell.IndexOf(')', open);
            var mark = close < 0 ? string.Empty : cell[(open + 1)..close].ToLowerInvariant();
            if (mark.StartsWith("chủ trì", StringComparison.Ordinal) || mark.StartsWith("phối hợp", StringComparison.Ordinal))
            {
                var names = OrganNames.Split(cell[from..open].Trim(' ', ',', ';', '\n'));
                (mark[0] == 'c' ? leads : cos).AddRange(names);
                from = close + 1;
            }
        }

        return (leads, cos);
    }

    /// <summary>
    /// "Chủ trì: X; phối hợp: Y, Z" or "X chủ trì, phối hợp với Y"; without such words the first unit leads and the others help.
    /// </summary>
    public static (IReadOnlyList<string> Leads, IReadOnlyList<string> Cos) Divide(string cell)
    {
        if (MarksRoles(cell))
        {
            return DivideMarked(cell);
        }

        var together = FirstOf(cell, TogetherWords);
        if (together.At < 0)
        {
            var all = OrganNames.Split(Without(cell, LeadWords));
            return all.Count < 2 ? (all, []) : ([all[0]], [.. all.Skip(1)]);
        }

        var lead = Without(cell[..together.At], LeadWords).Trim(' ', ',', ';', '-', '\n', '(', ':');
        var co = cell[(together.At + together.Length)..].Trim(' ', ',', ';', ':', '\n', ')', '.');
        return (OrganNames.Split(lead), OrganNames.Split(co));
    }

    private static (int At, int Length) FirstOf(string text, string[] words)
    {
        var best = (At: -1, Length: 0);
        foreach (var word in words)
        {
            var at = text.IndexOf(word, StringComparison.Ordinal);
            if (at >= 0 && (best.At < 0 || at < best.At || (at == best.At && word.Length > best.Length)))
            {
                best = (at, word.Length);
            }
        }

        return best;
    }

    private static string Without(string text, string[] words)
    {
        var found = FirstOf(text, words);
        if (found.At < 0)
        {
            return text;
        }

        var before = text[..found.At].TrimEnd(' ', ':', '-', ',');
        var unitLabel = FieldLexicon.Classify(before) == FieldRole.LeadUnit && before.Length < 20;
        return unitLabel || before.Trim(' ', '-', '+').Length == 0 ? text[(found.At + found.Length)..].TrimStart(' ', ':') : before;
    }
}
