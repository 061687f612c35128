using NamRo.Language;

namespace NamRo.Reading.Layout;

/// <summary>Lines that are read together: one column over the whole width, or two columns of which the left one is read first.</summary>
internal sealed record TextZone(IReadOnlyList<TextLine> Left, IReadOnlyList<TextLine> Right)
{
    public bool IsTwoColumns => Right.Count > 0;

    public double Top => Left.Concat(Right).Min(line => line.Box.Top);
}

/// <summary>
/// Finds where a page is set in two columns: the heading of a document (issuing body | national motto), its end (recipients | signature),
/// and text in
/// newspaper columns. Words after a wide gap in a single line (a label and its value) stay in that line.
/// </summary>
internal static class ColumnZones
{
    private const double GapShare = 1.0;
    private const double NarrowestGutter = 5;
    private const double GutterFrom = 0.22;
    private const double GutterTo = 0.75;
    private const double FarthestLine = 130;
    private const double FarthestLineAbove = 45;
    private const double SameMiddle = 22;
    private const double SameLeft = 4;
    private const int FewestTextRows = 4;

    private static readonly string[] Mottos =
        [
        VietnameseText.Fold("Cộng hòa xã hội chủ nghĩa Việt Nam"),
        VietnameseText.Fold("Đảng Cộng sản Việt Nam"),
        VietnameseText.Fold("Độc lập - Tự do - Hạnh phúc"),
    ];

    private static readonly string Recipients = VietnameseText.Fold("Nơi nhận");

    /// <summary>Zones from top to bottom.</summary>
    public static List<TextZone> Find(IReadOnlyList<TextLine> lines, TextBounds bounds)
    {
        var zones = new List<TextZone>();
        var single = new List<TextLine>();
        for (var i = 0; i < lines.Count;)
        {
            var zone = TryZone(lines, i, bounds);
            if (zone is null)
            {
                single.Add(lines[i++]);
                continue;
            }

            single.RemoveRange(single.Count - (i - zone.From), i - zone.From);
            Flush(zones, single);
            zones.Add(new TextZone(zone.Left, zone.Right));
            i = zone.End;
        }

        Flush(zones, single);
        return zones;
    }

    private static void Flush(List<TextZone> zones, List<TextLine> single)
    {
        if (single.Count > 0)
        {
            zones.Add(new TextZone([.. single], []));
            single.Clear();
        }
    }

    private static OpenZone? TryZone(IReadOnlyList<TextLine> lines, int at, TextBounds bounds)
    {
        if (OpenZone.At(lines, at, bounds) is not { } zone)
        {
            return null;
        }

        zone.ExtendDown();
        zone.ExtendUp();
        return zone.IsTwoColumns() ? zone : null;
    }

    /// <summary>Two columns growing line by line around a gutter that no word crosses.</summary>
    private sealed class OpenZone
    {
        private readonly IReadOnlyList<TextLine> lines;
        private double gutterLeft;
        private double gutterRight;
        private int rowsOfBoth;

        private OpenZone(IReadOnlyList<TextLine> lines, int at, double gutterLeft, double gutterRight)
        {
            this.lines = lines;
            (From, End) = (at, at);
            (this.gutterLeft, this.gutterRight) = (gutterLeft, gutterRight);
        }

        public int From { get; private set; }

        public int End { get; private set; }

        public List<TextLine> Left { get; } = [];

        public List<TextLine> Right { get; } = [];

        public static OpenZone? At(IReadOnlyList<TextLine> lines, int at, TextBounds bounds)
        {
            var words = lines[at].Words;
            var widest = 0;
            for (var i = 1; i < words.Count; i++)
            {
                if (widest == 0 || Gap(words, i) > Gap(words, widest))
                {
                    widest = i;
                }
            }

            if (widest == 0 || Gap(words, widest) < GapShare * lines[at].Size)
            {
                return null;
            }

            var gutter = (words[widest - 1].Box.Right + words[widest].Box.Left) / 2;
            var share = (gutter - bounds.Left) / Math.Max(1, bounds.Width);
            return share is > GutterFrom and < GutterTo
                ? new OpenZone(lines, at, words[widest - 1].Box.Right, words[widest].Box.Left)
                : null;
        }

        public void ExtendDown()
        {
            while (End < lines.Count && TryTake(lines[End], isAbove: false))
            {
                End++;
            }
        }

        /// <summary>
        /// The column on the right may begin higher ("TM. ..." above "Nơi nhận"), and a long first line may leave a narrow gap.
        /// </summary>
        public void ExtendUp()
        {
            while (From > 0 && TryTake(lines[From - 1], isAbove: true))
            {
                From--;
            }
        }

        public bool IsTwoColumns()
        {
            if (rowsOfBoth == 0)
            {
                return false;
            }

            var left = Left.Select(line => VietnameseText.Fold(line.Text)).ToList();
            var right = Right.Select(line => VietnameseText.Fold(line.Text)).ToList();
            return left.Exists(text => text.StartsWith(Recipients, StringComparison.Ordinal))
                || right.Exists(text => Array.Exists(Mottos, motto => text.Contains(motto, StringComparison.Ordinal)))
                || IsNewspaper();
        }

        private bool IsNewspaper() =>
            rowsOfBoth >= FewestTextRows
            && rowsOfBoth * 5 > (End - From) * 3
            && !Left.Exists(line => line.Text.EndsWith(':'))
            && Left.Average(line => line.Text.Length) > 25 && Right.Average(line => line.Text.Length) > 25;

        private bool TryTake(TextLine line, bool isAbove)
        {
            var middle = (gutterLeft + gutterRight) / 2;
            var left = line.Words.Where(word => word.Box.MiddleX < middle).ToList();
            var right = line.Words.Where(word => word.Box.MiddleX >= middle).ToList();
            var newLeft = Math.Max(gutterLeft, left.Count == 0 ? double.MinValue : left.Max(word => word.Box.Right));
            var newRight = Math.Min(gutterRight, right.Count == 0 ? double.MaxValue : right.Min(word => word.Box.Left));
            if (newRight - newLeft < NarrowestGutter || !IsNearby(line, isAbove) || !Fits(left, right, isAbove))
            {
                return false;
            }

            (gutterLeft, gutterRight) = (newLeft, newRight);
            Place(Left, left, isAbove);
            Place(Right, right, isAbove);
            rowsOfBoth += left.Count > 0 && right.Count > 0 ? 1 : 0;
            return true;
        }

        private bool IsNearby(TextLine line, bool isAbove)
        {
            if (From == End)
            {
                return true;
            }

            return isAbove
                ? lines[From].Box.Top - line.Box.Bottom < FarthestLineAbove
                : line.Box.Top - lines[End - 1].Box.Bottom < FarthestLine;
        }

        /// <summary>A line on one side only belongs to the zone when it is set like the column it stands in.</summary>
        private bool Fits(List<Word> left, List<Word> right, bool isAbove)
        {
            if (left.Count > 0 && right.Count > 0)
            {
                return !isAbove || left.Count + right.Count < 3 || Gap(left, right) > NarrowestGutter;
            }

            if (left.Count > 0)
            {
                return !isAbove && IsSetLike(Left, new TextLine(left), fewestOfSameLeft: 1);
            }

            return IsSetLike(Right, new TextLine(right), fewestOfSameLeft: isAbove ? int.MaxValue : 2);
        }

        private static bool IsSetLike(List<TextLine> column, TextLine line, int fewestOfSameLeft)
        {
            if (column.Count == 0)
            {
                return false;
            }

            var middle = column.Average(other => other.Box.MiddleX);
            return Math.Abs(line.Box.MiddleX - middle) < SameMiddle
                || column.Count(other => Math.Abs(other.Box.Left - line.Box.Left) < SameLeft) >= fewestOfSameLeft;
        }

        private static void Place(List<TextLine> column, List<Word> words, bool isAbove)
        {
            if (words.Count > 0)
            {
                column.Insert(isAbove ? 0 : column.Count, new TextLine(words));
            }
        }

        private static double Gap(List<Word> left, List<Word> right) => right[0].Box.Left - left[^1].Box.Right;

        private static double Gap(IReadOnlyList<Word> words, int at) => words[at].Box.Left - words[at - 1].Box.Right;
    }
}
