namespace NamRo.Reading.Raster;

/// <summary>
/// Finds the straight horizontal and vertical lines of a deskewed page: long runs of ink with small gaps, side by side in few rows.
/// </summary>
internal static class LineFinder
{
    /// <summary>Breaks inside one run (faded ink), in pixels at 300 dots an inch.</summary>
    private const int LargestGap = 5;

    /// <summary>A run is mostly ink.</summary>
    private const double LeastInkShare = 0.85;

    /// <summary>Shorter runs are strokes of letters.</summary>
    private const int ShortestRun = 70;

    /// <summary>Thicker than this is a bar or a picture, no ruling line.</summary>
    private const int LargestThickness = 16;

    /// <summary>Above and below a line stands paper; a row of letters that touch has their strokes on one side at least.</summary>
    private const int Beside = 4;

    private const double MostInkBeside = 0.25;

    /// <summary>No row of letters is longer: words stand apart.</summary>
    private const int LongestWord = 450;

    /// <summary>Two pieces of one line may be this far apart along it, and this far aside (a page that is slightly bent).</summary>
    private const int LargestBreak = 24;

    private const int LargestStep = 5;

    public static IReadOnlyList<RasterLine> Find(InkMap ink) =>
        [.. FindAlongRows(ink, isHorizontal: true), .. FindAlongRows(ink.Transpose(), isHorizontal: false)];

    private static List<RasterLine> FindAlongRows(InkMap ink, bool isHorizontal)
    {
        var open = new List<Strip>();
        var closed = new List<Strip>();
        var runs = new List<(int From, int To)>();
        for (var y = 0; y < ink.Height; y++)
        {
            runs.Clear();
            CollectRuns(ink.Row(y), runs);
            foreach (var (from, to) in runs)
            {
                AddRun(open, y, from, to);
            }

            for (var i = open.Count - 1; i >= 0; i--)
            {
                if (open[i].Bottom < y - 1)
                {
                    closed.Add(open[i]);
                    open.RemoveAt(i);
                }
            }
        }

        closed.AddRange(open);
        var lines = closed.Where(strip => strip.IsLine && !(isHorizontal && IsWord(ink, strip)))
            .Select(strip => strip.ToLine(isHorizontal));
        return Join([.. lines.OrderBy(line => line.From).ThenBy(line => line.Position)]);
    }

    private static bool IsWord(InkMap ink, Strip strip) =>
        strip.To - strip.From <= LongestWord
            && Math.Max(InkShare(ink, strip, strip.Top - Beside), InkShare(ink, strip, strip.Bottom + Beside)) > MostInkBeside;

    private static double InkShare(InkMap ink, Strip strip, int y) => y < 0 || y >= ink.Height ? 0
        : (double)ink.Row(y)[strip.From..strip.To].Count((byte)1) / (strip.To - strip.From);

    private static void CollectRuns(ReadOnlySpan<byte> row, List<(int From, int To)> runs)
    {
        for (var x = NextInk(row, 0); x < row.Length;)
        {
            var from = x;
            var (to, inked) = (x, 0);
            while (x < row.Length && x - to <= LargestGap)
            {
                if (row[x] != 0)
                {
                    inked++;
                    to = x + 1;
                }

                x++;
            }

            if (to - from >= ShortestRun && inked >= LeastInkShare * (to - from))
            {
                runs.Add((from, to));
            }

            x = NextInk(row, x);
        }
    }

    private static int NextInk(ReadOnlySpan<byte> row, int from)
    {
        var next = from >= row.Length ? -1 : row[from..].IndexOf((byte)1);
        return next < 0 ? row.Length : from + next;
    }

    private static void AddRun(List<Strip> open, int y, int from, int to)
    {
        var home = open.Find(strip => strip.From <= to + LargestGap && from <= strip.To + LargestGap);
        if (home is null)
        {
            open.Add(new Strip(y, from, to));
        }
        else
        {
            home.Add(y, from, to);
        }
    }

    /// <summary>Joins pieces that continue each other.</summary>
    private static List<RasterLine> Join(List<RasterLine> pieces)
    {
        var lines = new List<RasterLine>();
        foreach (var piece in pieces)
        {
            var before = lines.FindIndex(line =>
                Math.Abs(line.Position - piece.Position) <= LargestStep && piece.From - line.To <= LargestBreak);
            if (before < 0)
            {
                lines.Add(piece);
                continue;
            }

            var line = lines[before];
            double share = (double)piece.Length / (piece.Length + line.Length);
            lines[before] = line with
            {
                Position = (line.Position * (1 - share)) + (piece.Position * share),
                To = Math.Max(line.To, piece.To),
                Thickness = Math.Max(line.Thickness, piece.Thickness),
            };
        }

        return lines;
    }

    /// <summary>Runs that touch each other in neighbouring rows.</summary>
    private sealed class Strip
    {
        private long inked;
        private double weightedRow;

        public Strip(int y, int from, int to)
        {
            (Top, From, To) = (y, from, to);
            Add(y, from, to);
        }

        public int From { get; private set; }

        public int To { get; private set; }

        public int Top { get; }

        public int Bottom { get; private set; }

        /// <summary>
        /// Thin on the whole: its area over its length, which a slight slope does not change, and its extent, which bounds the slope.
        /// </summary>
        public bool IsLine => Thickness <= LargestThickness && Bottom - Top <= LargestThickness + ((To - From) / 100);

        private int Thickness => (int)Math.Ceiling((double)inked / (To - From));

        public void Add(int y, int from, int to)
        {
            From = Math.Min(From, from);
            To = Math.Max(To, to);
            Bottom = y;
            inked += to - from;
            weightedRow += (double)y * (to - from);
        }

        public RasterLine ToLine(bool isHorizontal) => new(isHorizontal, weightedRow / inked, From, To, Thickness);
    }
}
