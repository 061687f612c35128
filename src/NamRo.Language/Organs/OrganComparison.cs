namespace NamRo.Language;

/// <summary>
/// Compares organ names: abbreviations are read as the initials of the words they stand for, the level is compared only where both name
/// it.
/// </summary>
internal static class OrganComparison
{
    private const double SlipSimilarity = 0.88;
    private const double Lead = 0.06;
    private const int WordLimit = 40;
    private const int CutNameLength = 12;
    private const double CutSimilarity = 0.95;

    public static bool AreSame(string one, string other)
    {
        var first = OrganKey.Of(one);
        var second = OrganKey.Of(other);
        return first.Words.Count > 0 && second.Words.Count > 0 && first.Words.Count <= WordLimit && second.Words.Count <= WordLimit
            && AgreeWherePresent(first.Level, second.Level) && AgreeWherePresent(first.Place, second.Place)
            && Align(first.Words, second.Words);
    }

    public static string? Match(string name, IEnumerable<string> candidates)
    {
        var list = candidates.Distinct(StringComparer.Ordinal).ToList();
        var exact = list.Where(c => VietnameseText.AreSame(c, name)).ToList();
        if (exact.Count > 0)
        {
            return exact[0];
        }

        var same = list.Where(c => AreSame(name, c)).ToList();
        if (same.Count > 0)
        {
            return same.Count == 1 ? same[0] : null;
        }

        var ranked = list.Select(c => (Name: c, Score: Similarity(name, c))).OrderByDescending(c => c.Score).ToList();
        var isClear = ranked.Count > 0 && ranked[0].Score >= SlipSimilarity
            && (ranked.Count == 1 || ranked[0].Score - ranked[1].Score >= Lead);
        return isClear ? ranked[0].Name : null;
    }

    private static bool AgreeWherePresent(string one, string other) => one.Length == 0 || other.Length == 0 || one == other;

    /// <summary>Whether two rows of words agree, where an abbreviation on either side stands for as many words as it has letters.</summary>
    private static bool Align(IReadOnlyList<OrganWord> one, IReadOnlyList<OrganWord> other)
    {
        var reached = new bool[one.Count + 1, other.Count + 1];
        reached[0, 0] = true;
        for (var i = 0; i <= one.Count; i++)
        {
            for (var j = 0; j <= other.Count; j++)
            {
                if (!reached[i, j] || i == one.Count || j == other.Count)
                {
                    continue;
                }

                if (one[i].Key == other[j].Key)
                {
                    reached[i + 1, j + 1] = true;
                }

                if (one[i].IsAbbreviation && Spells(one[i].Key, other, j) is var after and > 0)
                {
                    reached[i + 1, after] = true;
                }

                if (other[j].IsAbbreviation && Spells(other[j].Key, one, i) is var next and > 0)
                {
                    reached[next, j + 1] = true;
                }
            }
        }

        return reached[one.Count, other.Count];
    }

    /// <summary>
    /// The word after those whose initials an abbreviation spells (an abbreviation among them gives all its letters); 0 when it does not.
    /// </summary>
    private static int Spells(string abbreviation, IReadOnlyList<OrganWord> words, int from)
    {
        var at = 0;
        var i = from;
        while (at < abbreviation.Length && i < words.Count)
        {
            var piece = words[i].IsAbbreviation ? words[i].Bare : words[i].Bare[..1];
            if (string.CompareOrdinal(abbreviation, at, piece, 0, piece.Length) != 0)
            {
                return 0;
            }

            at += piece.Length;
            i++;
        }

        return at == abbreviation.Length ? i : 0;
    }

    private static string Own(string name) => string.Join(' ', OrganKey.Of(name).Words.Select(w => w.Key));

    /// <summary>
    /// 1 minus the edit distance over the longer length, on the names without their level; a name cut off at its cell's edge counts as
    /// nearly equal.
    /// </summary>
    private static double Similarity(string one, string other)
    {
        var (a, b) = (Own(one), Own(other));
        var longest = Math.Max(a.Length, b.Length);
        if (longest is 0 or > 300)
        {
            return 0;
        }

        if (a.Length >= CutNameLength
            && VietnameseText.WithoutAccents(other).StartsWith(VietnameseText.WithoutAccents(one), StringComparison.Ordinal))
        {
            return CutSimilarity;
        }

        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        var current = new int[b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return 1 - ((double)previous[b.Length] / longest);
    }
}
