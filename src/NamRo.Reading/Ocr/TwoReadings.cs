using System.Globalization;
using System.Text;
using NamRo.Language;
using NamRo.Reading.Ocr.Engine;

namespace NamRo.Reading.Ocr;

/// <summary>
/// Weighs two readings of the same picture at two sizes. What both say is believed; where they differ, the better one is taken and
/// marked as doubtful. Only what was read is ever chosen: no word is made up or corrected.
/// </summary>
internal static class TwoReadings
{
    /// <summary>The most that a word is believed on which the readings differ.</summary>
    private const double Disputed = 0.49;

    private const double MarkSeenOnce = 0.7;

    /// <summary>Something that one reading alone saw, and hardly, is a speck.</summary>
    private const double Speck = 0.3;

    /// <summary>What a word gains by being a possible syllable, against the engine's confidence.</summary>
    private const double PossibleBonus = 0.15;

    private static readonly char[] Punctuation = ['.', ',', ';', ':', '(', ')', '“', '”', '"'];

    public static List<RecognizedWord> Weigh(List<RecognizedWord> first, IEnumerable<RecognizedWord> second)
    {
        var result = new List<RecognizedWord>();
        var rest = new List<RecognizedWord>(second);
        var waiting = new List<RecognizedWord>(first);
        while (waiting.Count > 0)
        {
            var (ours, theirs) = TakeGroup(waiting, rest);
            result.AddRange(Decide(ours, theirs));
        }

        result.AddRange(rest.Where(word => word.Confidence >= Speck && word.Text.Any(char.IsLetterOrDigit))
            .Select(word => word with { Confidence = Math.Min(word.Confidence, Disputed) }));
        return result;
    }

    /// <summary>The next word and all words of both readings that stand on the same ink.</summary>
    private static (List<RecognizedWord> Ours, List<RecognizedWord> Theirs) TakeGroup(
        List<RecognizedWord> waiting, List<RecognizedWord> rest)
    {
        var ours = new List<RecognizedWord> { waiting[0] };
        var theirs = new List<RecognizedWord>();
        waiting.RemoveAt(0);
        for (var before = 0; before < ours.Count + theirs.Count;)
        {
            before = ours.Count + theirs.Count;
            Move(rest, theirs, ours);
            Move(waiting, ours, theirs);
        }

        return (ours, theirs);
    }

    private static void Move(List<RecognizedWord> from, List<RecognizedWord> to, List<RecognizedWord> near)
    {
        to.AddRange(from.Where(word => near.Exists(other => IsSameInk(word, other))));
        from.RemoveAll(word => near.Exists(other => IsSameInk(word, other)));
    }

    private static bool IsSameInk(RecognizedWord word, RecognizedWord other)
    {
        var across = Math.Min(word.Area.Right, other.Area.Right) - Math.Max(word.Area.Left, other.Area.Left);
        var down = Math.Min(word.Area.Bottom, other.Area.Bottom) - Math.Max(word.Area.Top, other.Area.Top);
        return across * 2 > Math.Min(word.Area.Width, other.Area.Width) && down * 2 > Math.Min(word.Area.Height, other.Area.Height);
    }

    private static IEnumerable<RecognizedWord> Decide(List<RecognizedWord> ours, List<RecognizedWord> theirs)
    {
        if (theirs.Count == 0)
        {
            var isSpeck = ours.TrueForAll(word => word.Confidence < Speck || !word.Text.Any(char.IsLetterOrDigit));
            return isSpeck ? [] : ours.Select(word => word with { Confidence = Math.Min(word.Confidence, Disputed) });
        }

        if (ours.Select(word => word.Text).SequenceEqual(theirs.Select(word => word.Text)))
        {
            return ours.Zip(theirs, (our, their) => our with { Confidence = Math.Max(our.Confidence, their.Confidence) });
        }

        if (Letters(ours) == Letters(theirs) && string.Concat(ours.Select(word => word.Text)).All(sign => !char.IsLower(sign)))
        {
            // Capitals that differ in their marks alone: a mark may be overlooked, but none is seen where there is none.
            var marked = Marks(theirs) > Marks(ours) ? theirs : ours;
            return marked.Select(word => word with { Confidence = Math.Min(word.Confidence, MarkSeenOnce) });
        }

        var better = Score(theirs) > Score(ours) ? theirs : ours;
        return better.Select(word => word with
        {
            Confidence = Math.Min(word.Confidence, Disputed),
        });
    }

    private static string Letters(List<RecognizedWord> words) =>
        string.Join(' ', words.Select(word => string.Concat(Decompose(word).Where(sign => !IsMark(sign)))));

    private static int Marks(List<RecognizedWord> words) => words.Sum(word => Decompose(word).Count(IsMark));

    private static string Decompose(RecognizedWord word) => word.Text.Normalize(NormalizationForm.FormD);

    private static bool IsMark(char sign) => CharUnicodeInfo.GetUnicodeCategory(sign) == UnicodeCategory.NonSpacingMark;

    private static double Score(List<RecognizedWord> words) =>
        words.Average(word => word.Confidence + (Syllable.IsPossible(word.Text.Trim(Punctuation)) ? PossibleBonus : 0));
}
