using NamRo.Reading.Ocr.Engine;
using NamRo.Reading.Raster;

namespace NamRo.Reading.Ocr;

/// <summary>
/// The first, narrow column of a table, which numbers its rows. Lone figures are what the engine reads worst (II as H, 3 as E), and
/// what can be checked best: each is read twice, by two engines, and judged by its neighbours, because the next number is known.
/// </summary>
internal sealed class NumberColumn(PageTable table)
{
    /// <summary>Wider than this share of the table is no number column.</summary>
    private const double WidestShare = 0.13;

    /// <summary>A title row's cell next to the number is at least this share of the table wide.</summary>
    private const double TitleShare = 0.7;

    /// <summary>What two engines agree on with this confidence stands, even against the sequence: the document itself may skip.</summary>
    private const double Certain = 0.8;

    /// <summary>Confidence of a number that only its neighbours tell.</summary>
    private const double BySequence = 0.6;

    private const double NotUnderstood = 0.49;

    private const int Tolerance = 12;

    private readonly List<Row> rows = [];

    public bool IsPart(PixelArea cell) => cell.Left - table.Area.Left <= Tolerance && cell.Width <= WidestShare * table.Area.Width;

    /// <summary>Adds a row's cell with what both engines found in it.</summary>
    public void Add(PixelArea cell, List<RecognizedWord> words, List<RecognizedWord> numbers)
    {
        if (words.Count + numbers.Count > 0)
        {
            rows.Add(new Row(words, numbers, IsTitleRow(cell)));
        }
    }

    /// <summary>The words of the column, each row's number as it is best known.</summary>
    public List<RecognizedWord> Settle()
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (!rows[i].IsText)
            {
                rows[i].Settled = Choose(i);
            }
        }

        var result = new List<RecognizedWord>();
        foreach (var row in rows)
        {
            var firstLine = result.Count == 0 ? 0 : result[^1].Line + 1;
            result.AddRange(row.Result().Select(word => word with { Line = word.Line + firstLine }));
        }

        return result;
    }

    private bool IsTitleRow(PixelArea cell) => table.Cells.Any(other =>
        Math.Abs(other.Top - cell.Top) <= Tolerance && other.Left > cell.Left && other.Width >= TitleShare * table.Area.Width);

    private RowNumber? Choose(int index)
    {
        var row = rows[index];
        var expected = Expected(index).ToList();
        var candidates = row.Candidates.OrderBy(number => number.IsRoman == row.IsTitle ? 0 : 1).ToList();
        foreach (var candidate in candidates)
        {
            if ((expected.Count == 0 && !row.IsLetter) || expected.Exists(candidate.IsSame))
            {
                return candidate;
            }
        }

        // Only where the row before and the row after agree on what must stand between them.
        var between = BetweenNeighbours(index);
        if (row.IsLetter)
        {
            return between;
        }

        var isCertain = candidates.Count > 0 && candidates.TrueForAll(candidates[0].IsSame) && row.Confidence >= Certain;
        return between is not null && !isCertain ? between : candidates.Count > 0 ? candidates[0] : null;
    }

    /// <summary>
    /// What may follow: the next number of either kind, and 1 at the start of a section. Empty when nothing is known yet.
    /// </summary>
    private IEnumerable<RowNumber> Expected(int index)
    {
        var before = rows.Take(index).Where(row => row.Settled is not null).Select(row => row.Settled!.Value).ToList();
        if (before.Count == 0)
        {
            yield break;
        }

        yield return before[^1].Next;
        if (before[^1].IsRoman)
        {
            yield return new RowNumber(false, 1, "");
        }

        foreach (var number in before.Where(number => number.IsRoman != before[^1].IsRoman).TakeLast(1))
        {
            yield return number.Next;
        }
    }

    private RowNumber? BetweenNeighbours(int index)
    {
        var before = index > 0 ? rows[index - 1].Settled : null;
        var after = index + 1 < rows.Count ? rows[index + 1].Candidates : [];
        if (before is { } previous)
        {
            return after.Any(previous.Next.Next.IsSame) ? previous.Next : null;
        }

        var following = index == 0 && index + 2 < rows.Count ? rows[index + 2].Candidates : [];
        var next = after.FirstOrDefault(number => number.Value > 1 && following.Any(number.Next.IsSame));
        return next.Value > 1 ? next.Previous : null;
    }

    /// <summary>One numbered row.</summary>
    private sealed class Row(List<RecognizedWord> words, List<RecognizedWord> numbers, bool isTitle)
    {
        public bool IsTitle => isTitle;

        public RowNumber? Settled { get; set; }

        /// <summary>A heading (STT) or a text, to be left as it was read.</summary>
        public bool IsText { get; } = words.Count > 0
            && (words[^1].Line > words[0].Line || (Joined(words).Length > 1 && !RowNumber.CouldBe(Joined(words))));

        /// <summary>A lone letter may be a misread figure, or a letter that numbers the row: only the sequence can tell.</summary>
        public bool IsLetter { get; } = Joined(words) is [var sign] && char.IsLetter(sign) && !RowNumber.CouldBe(Joined(words));

        public double Confidence => words.Concat(numbers).Min(word => word.Confidence);

        public IReadOnlyList<RowNumber> Candidates { get; } =
            [.. ((string[])[Joined(words), Joined(numbers)]).SelectMany(RowNumber.Guess).Distinct()];

        public IEnumerable<RecognizedWord> Result()
        {
            if (Settled is not { } number)
            {
                // Not understood as a number: kept as read, and doubtful.
                return IsText || IsLetter
                    ? words
                    : words.Select(word => word with { Confidence = Math.Min(word.Confidence, NotUnderstood) });
            }

            var read = words.Count > 0 ? words : numbers;
            var area = read.Select(word => word.Area).Aggregate((one, other) => one.Union(other));
            var confidence = read.Min(word => word.Confidence);
            var isConfirmed = Candidates.Any(number.IsSame);
            return [read[0] with
            {
                Text = number.ToString(),
                Area = area,
                Line = 0,
                LineArea = area,
                Confidence = isConfirmed ? Math.Max(confidence, BySequence) : BySequence,
            }];
        }

        private static string Joined(List<RecognizedWord> words) => string.Concat(words.Select(word => word.Text));
    }
}
