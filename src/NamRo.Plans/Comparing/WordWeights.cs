namespace NamRo.Plans.Comparing;

/// <summary>
/// How much a feature says about which row it is: the rarer among the rows of both plans, the more (inverse document frequency).
/// </summary>
internal sealed class WordWeights
{
    private const double Hollow = 0.25;
    private const double SingleSyllable = 0.5;

    /// <summary>Figures change from version to version; the words around them stay.</summary>
    private const double Figure = 0.3;

    private static readonly HashSet<string> HollowSyllables = new(
        PhraseBook.Lines("hollow.txt").SelectMany(line => line.Split(' ')), StringComparer.Ordinal);

    private readonly Dictionary<string, int> rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> known = new(StringComparer.Ordinal);
    private readonly int count;

    public WordWeights(IEnumerable<Wording> wordings)
    {
        foreach (var wording in wordings)
        {
            count++;
            foreach (var feature in wording.Features)
            {
                rows[feature] = rows.GetValueOrDefault(feature) + 1;
            }
        }
    }

    public double Of(string feature)
    {
        if (!known.TryGetValue(feature, out var weight))
        {
            known[feature] = weight = Weigh(feature);
        }

        return weight;
    }

    public double Of(IEnumerable<string> features) => features.Sum(Of);

    private double Weigh(string feature)
    {
        var rarity = Math.Log(1 + ((double)(count + 1) / (rows.GetValueOrDefault(feature) + 1)));
        var gap = feature.IndexOf(' ', StringComparison.Ordinal);
        var kind = gap < 0 ? SingleSyllable * Fullness(feature) : Fullness(feature[..gap], feature[(gap + 1)..]);
        return rarity * kind;
    }

    private static double Fullness(string one, string other) => (Fullness(one) + Fullness(other)) / 2;

    private static double Fullness(string syllable) =>
        char.IsAsciiDigit(syllable[0]) && char.IsAsciiDigit(syllable[^1]) ? Figure : HollowSyllables.Contains(syllable) ? Hollow : 1;
}
