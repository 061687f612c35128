using System.Globalization;
using NamRo.Language;

namespace NamRo.Plans.Comparing;

/// <summary>Says to a person why two rows are held to be the same.</summary>
internal static class MatchReasons
{
    private const int MostPhrases = 3;
    private const int LeastWords = 2;
    private const int MostWords = 9;

    public static IReadOnlyList<string> Of(RowText one, RowText other, WordWeights weights)
    {
        var reasons = new List<string>();
        var phrases = SharedPhrases(one.Wording, other.Wording, weights);
        if (phrases.Count > 0)
        {
            reasons.Add("Cùng nói: " + string.Join(", ", phrases.Select(phrase => $"“{phrase}”")));
        }

        var (left, right) = (one.Row, other.Row);
        if (one.References.Intersect(other.References).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } references)
        {
            reasons.Add("Cùng dẫn văn bản " + string.Join(", ", references.Select(number => number.ToUpper(CultureInfo.InvariantCulture))));
        }

        if (left.Value is { } value && value == right.Value && string.Equals(left.MeasureUnit, right.MeasureUnit, StringComparison.Ordinal))
        {
            reasons.Add($"Cùng mức {value.ToString("0.####", CultureInfo.GetCultureInfo("vi-VN"))} {left.MeasureUnit}".TrimEnd());
        }

        if (left.Number is { } number && string.Equals(number, right.Number, StringComparison.Ordinal))
        {
            reasons.Add($"Cùng số {number}");
        }

        if (left.LeadUnits.Count > 0 && FieldComparison.AreSameUnits(left.LeadUnits, right.LeadUnits))
        {
            reasons.Add("Cùng đơn vị chủ trì");
        }

        if (left.Deadline.Kind != DeadlineKind.None && left.Deadline == right.Deadline)
        {
            reasons.Add("Cùng thời hạn");
        }

        return reasons;
    }

    /// <summary>The weightiest runs of words that both have, in the words of the second.</summary>
    private static List<string> SharedPhrases(Wording one, Wording other, WordWeights weights)
    {
        var found = new List<(string Text, double Weight)>();
        for (var at = 0; at < other.Words.Count;)
        {
            var end = at;
            var weight = 0.0;
            while (end + 1 < other.Words.Count && end - at + 1 < MostWords
                && one.Features.Contains($"{other.Words[end].Key} {other.Words[end + 1].Key}"))
            {
                weight += weights.Of($"{other.Words[end].Key} {other.Words[end + 1].Key}");
                end++;
            }

            if (end - at + 1 >= LeastWords)
            {
                found.Add((VietnameseText.Normalize(other.Words[at].Range.Union(other.Words[end].Range).Of(other.Text)), weight));
            }

            at = end + 1;
        }

        return [.. found.OrderByDescending(phrase => phrase.Weight).Take(MostPhrases).Select(phrase => phrase.Text)
            .Distinct(StringComparer.OrdinalIgnoreCase)];
    }
}
