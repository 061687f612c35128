using System.Globalization;
using System.Text.RegularExpressions;
using NamRo.Language;
using NamRo.Targets.Contracts;

namespace NamRo.Targets.Domain;

/// <summary>A canonical indicator that a target may be.</summary>
/// <param name="Score">0 to 1.</param>
/// <param name="Reasons">Why, in Vietnamese, strongest first.</param>
internal sealed record IndicatorProposal(Indicator Indicator, double Score, IReadOnlyList<string> Reasons);

/// <summary>
/// Proposes which canonical indicator a target is. It only proposes: a person confirms. The indicator's own phrases weigh most, the words
/// that both share weigh by how rare they are in the catalogue.
/// </summary>
internal sealed partial class IndicatorMatcher(IReadOnlyList<Indicator> catalogue)
{
    public const int MostProposals = 3;

    /// <summary>From here on all phrases of the indicator are there, and most of its words.</summary>
    private const double CertainScore = 0.75;

    /// <summary>As far behind must the next one be.</summary>
    private const double CertainLead = 0.15;

    private const double PhraseWeight = 0.6;
    private const double LeastScore = 0.35;
    private const int ShortestWord = 2;
    private const int MostWordsShown = 5;

    private readonly Dictionary<string, int> frequency = catalogue.SelectMany(indicator => WordsOf(indicator.Name).Distinct())
        .GroupBy(word => word, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    /// <summary>The likeliest first; none when nothing fits.</summary>
    public IReadOnlyList<IndicatorProposal> Propose(string text, FigureKind kind, string measureUnit)
    {
        var key = Plain(text);
        var words = WordsOf(text).ToHashSet(StringComparer.Ordinal);
        return [.. catalogue.Where(indicator => Fits(indicator, kind, measureUnit))
            .Select(indicator => Compare(indicator, key, words, text)).Where(proposal => proposal.Score >= LeastScore)
            .OrderByDescending(proposal => proposal.Score).ThenBy(proposal => proposal.Indicator.Code, StringComparer.Ordinal)
            .Take(MostProposals)];
    }

    /// <summary>The indicator that a person would not doubt; null: somebody must look.</summary>
    public static Indicator? CertainOf(IReadOnlyList<IndicatorProposal> proposals) => proposals switch
    {
        [{ Score: >= CertainScore } first] => first.Indicator,
        [{ Score: >= CertainScore } first, var second, ..] when first.Score - second.Score >= CertainLead => first.Indicator,
        _ => null,
    };

    /// <summary>Figures in different units cannot be the same indicator.</summary>
    public static bool Fits(Indicator indicator, FigureKind kind, string measureUnit) => indicator.Kind == kind
        && (kind == FigureKind.YesNo || VietnameseText.AreSame(indicator.MeasureUnit, measureUnit)
            || (kind == FigureKind.Share && measureUnit.StartsWith('%')));

    private IndicatorProposal Compare(Indicator indicator, string key, HashSet<string> words, string text)
    {
        var found = indicator.Words.Select(phrases => phrases.Split('|')
            .FirstOrDefault(phrase => key.Contains($" {phrase} ", StringComparison.Ordinal))).ToList();
        var hits = found.OfType<string>().ToList();
        var phraseScore = found.Count == 0 ? 0 : (double)hits.Count / found.Count;
        var own = WordsOf(indicator.Name).Distinct().ToList();
        var shared = own.Where(words.Contains).OrderByDescending(Rarity).ToList();
        var wordScore = own.Count == 0 ? 0 : shared.Sum(Rarity) / own.Sum(Rarity);

        // A phrase that must be there and is not makes it another indicator, however many words they share.
        var score = (phraseScore == 1 ? PhraseWeight : PhraseWeight * phraseScore / 2) + ((1 - PhraseWeight) * wordScore);
        return new(indicator, Math.Round(score, 2), Reasons(indicator, hits, shared, text));
    }

    private static List<string> Reasons(Indicator indicator, List<string> hits, List<string> shared, string text)
    {
        var reasons = new List<string>();
        if (hits.Count > 0)
        {
            reasons.Add("có cụm " + string.Join(", ", hits.Select(hit => $"“{AsWritten(text, hit)}”")));
        }

        if (shared.Count > 0)
        {
            reasons.Add("chung từ " + string.Join(", ", shared.Take(MostWordsShown).Select(word => AsWritten(text, word))));
        }

        reasons.Add(indicator.Kind == FigureKind.YesNo ? "cùng là việc đạt hoặc chưa đạt" : $"cùng đơn vị “{indicator.MeasureUnit}”");
        return reasons;
    }

    /// <summary>The words of the target, with their accents, that stand behind a plain phrase.</summary>
    private static string AsWritten(string text, string phrase)
    {
        var written = Word().Matches(VietnameseText.Normalize(text)).Select(match => match.Value).ToList();
        var plain = written.ConvertAll(word => VietnameseText.WithoutAccents(word));
        var sought = phrase.Split(' ');
        for (var at = 0; at + sought.Length <= plain.Count; at++)
        {
            if (plain.Skip(at).Take(sought.Length).SequenceEqual(sought, StringComparer.Ordinal))
            {
                return string.Join(' ', written.Skip(at).Take(sought.Length)).ToLower(CultureInfo.GetCultureInfo("vi-VN"));
            }
        }

        return phrase;
    }

    private double Rarity(string word) => Math.Log(1 + ((double)catalogue.Count / frequency.GetValueOrDefault(word, 1)));

    private static string Plain(string text) => $" {string.Join(' ', WordsOf(text, 1))} ";

    private static IEnumerable<string> WordsOf(string text, int shortest = ShortestWord) =>
        Word().Matches(VietnameseText.WithoutAccents(text)).Select(match => match.Value).Where(word => word.Length >= shortest);

    [GeneratedRegex(@"[\p{L}\p{N}/]+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
