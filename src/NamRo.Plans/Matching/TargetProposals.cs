using NamRo.Language;
using NamRo.Plans.Domain;

namespace NamRo.Plans.Matching;

/// <summary>Proposes the targets a task serves: those that share the words which few targets of the plan have.</summary>
internal static class TargetProposals
{
    private const int MostProposed = 3;

    /// <summary>Share of a target's rare words that the task must have too.</summary>
    private const double Enough = 0.45;

    /// <summary>A word in more than this share of the targets says nothing.</summary>
    private const double Common = 0.3;

    private const int ShortestWord = 2;

    public static IReadOnlyList<Guid> For(TaskContent task, IReadOnlyList<PlanRow> targets)
    {
        var words = WordsOf($"{task.Text} {task.Output}");
        var byTarget = targets.Select(target => (target.Id, Words: WordsOf(target.Content.Text))).ToList();
        var spread = byTarget.SelectMany(target => target.Words).GroupBy(word => word, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var limit = Math.Max(1, targets.Count * Common);
        return [.. byTarget.Select(target => (target.Id, Score: Share(target.Words, words, spread, limit)))
            .Where(target => target.Score >= Enough).OrderByDescending(target => target.Score).Take(MostProposed)
            .Select(target => target.Id)];
    }

    private static double Share(HashSet<string> target, HashSet<string> task, Dictionary<string, int> spread, double limit)
    {
        var rare = target.Where(word => spread[word] <= limit).ToList();
        var whole = rare.Sum(word => 1.0 / spread[word]);
        return rare.Count < 3 ? 0 : rare.Where(task.Contains).Sum(word => 1.0 / spread[word]) / whole;
    }

    /// <summary>Pairs of syllables: most Vietnamese words have two.</summary>
    private static HashSet<string> WordsOf(string text)
    {
        var syllables = VietnameseText.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(syllable => syllable.Length >= ShortestWord && !char.IsDigit(syllable[0])).ToList();
        return [.. syllables.Zip(syllables.Skip(1), (one, other) => $"{one} {other}")];
    }
}
