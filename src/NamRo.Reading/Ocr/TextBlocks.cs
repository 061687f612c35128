using NamRo.Reading.Raster;

namespace NamRo.Reading.Ocr;

/// <summary>A part of a page to be read by itself.</summary>
/// <param name="IsUneven">More than plain lines: the engine must look for its structure.</param>
internal readonly record struct TextBlock(PixelArea Area, bool IsUneven);

/// <summary>
/// Cuts what stands outside tables into blocks of plain lines. Two columns whose lines stand at different heights (addressees beside a
/// signature) would be read as one muddled line: there no blank row parts the lines, but a blank gap parts the columns.
/// </summary>
internal static class TextBlocks
{
    private const byte Darkest = 140;

    /// <summary>Fewer ink pixels across a page or a column are dust.</summary>
    private const int Dust = 2;

    /// <summary>A strip as high as this is no plain text.</summary>
    private const double HugeStrip = 5;

    /// <summary>Lines of two columns that stand farther apart than this share of a line are different lines.</summary>
    private const double LargestDrift = 0.15;

    /// <summary>Lines lower than this are dots and dashes, no measure for the usual line, in pixels at 300 dots an inch.</summary>
    private const int LowestLine = 22;

    /// <summary>Wider than any space between words.</summary>
    private const int ColumnGap = 56;

    /// <summary>Lower parts are tone marks of the next line, no line.</summary>
    private const double SmallestPart = 0.45;

    private const int DeepestCut = 6;

    /// <summary>From top to bottom.</summary>
    public static IReadOnlyList<TextBlock> Find(GrayImage image)
    {
        var page = new PixelArea(0, 0, image.Width, image.Height);
        var strips = Strips(image, page);
        var heights = strips.Select(strip => strip.Height).Where(height => height >= LowestLine).Order().ToList();
        var usual = heights.Count == 0 ? LowestLine : heights[heights.Count / 2];
        var blocks = new List<TextBlock>();
        Add(image, strips, usual, blocks, 0);
        return blocks;
    }

    /// <summary>
    /// Neighbouring plain strips become one block; where lines stand at different heights, all strips that share the gap beside them
    /// are cut along it.
    /// </summary>
    private static void Add(GrayImage image, List<PixelArea> strips, int usual, List<TextBlock> blocks, int depth)
    {
        var first = 0;
        while (first < strips.Count)
        {
            var uneven = depth < DeepestCut ? strips.FindIndex(first, strip => FindGutter(image, strip) is not null) : -1;
            if (uneven < 0)
            {
                AddPlain(strips[first..], usual, blocks);
                return;
            }

            var gutter = FindGutter(image, strips[uneven]) ?? default;
            var (from, to) = (uneven, uneven + 1);
            while (from > first && Narrow(image, strips[from - 1], gutter) is { } above)
            {
                (from, gutter) = (from - 1, above);
            }

            while (to < strips.Count && Narrow(image, strips[to], gutter) is { } below)
            {
                (to, gutter) = (to + 1, below);
            }

            AddPlain(strips[first..from], usual, blocks);
            var zone = strips[from] with { Bottom = strips[to - 1].Bottom };
            Add(image, Strips(image, zone with { Right = gutter.From }), usual, blocks, depth + 1);
            Add(image, Strips(image, zone with { Left = gutter.To }), usual, blocks, depth + 1);
            first = to;
        }
    }

    private static void AddPlain(List<PixelArea> strips, int usual, List<TextBlock> blocks)
    {
        PixelArea? plain = null;
        foreach (var strip in strips)
        {
            if (strip.Height <= HugeStrip * usual)
            {
                plain = plain?.Union(strip) ?? strip;
                continue;
            }

            if (plain is { } above)
            {
                blocks.Add(new TextBlock(above, false));
                plain = null;
            }

            blocks.Add(new TextBlock(strip, true));
        }

        if (plain is { } area)
        {
            blocks.Add(new TextBlock(area, false));
        }
    }

    /// <summary>
    /// The gap beside which the lines of a strip stand at different heights; null where the strip is one line, with whatever spaces.
    /// </summary>
    private static (int From, int To)? FindGutter(GrayImage image, PixelArea strip)
    {
        var columns = Columns(image, strip);
        for (var i = 0; i + 1 < columns.Count; i++)
        {
            var parts = Strips(image, columns[i]).Concat(Strips(image, columns[i + 1])).ToList();
            var line = parts.Max(part => (int?)part.Height) ?? 0;
            parts.RemoveAll(part => part.Height <= SmallestPart * line);
            var isBesideOther = parts.Exists(part => part.Left == columns[i].Left) && parts.Exists(part => part.Left != columns[i].Left);
            if (isBesideOther && (parts.Count > 2 || Drift(parts[0], parts[1]) > LargestDrift * line))
            {
                return (columns[i].Right, columns[i + 1].Left);
            }
        }

        return null;
    }

    /// <summary>What of a gap stays blank in another strip; null when too little does.</summary>
    private static (int From, int To)? Narrow(GrayImage image, PixelArea strip, (int From, int To) gutter)
    {
        var blank = (From: gutter.From, To: gutter.From);
        var best = blank;
        for (var x = gutter.From; x < gutter.To; x++)
        {
            var dark = 0;
            for (var y = strip.Top; y < strip.Bottom; y++)
            {
                dark += image.Pixels[(y * image.Width) + x] < Darkest ? 1 : 0;
            }

            blank = dark <= Dust ? (blank.From, x + 1) : (x + 1, x + 1);
            best = blank.To - blank.From > best.To - best.From ? blank : best;
        }

        return best.To - best.From >= ColumnGap ? best : null;
    }

    /// <summary>By how much one strip stands higher than another, where both its top and its bottom do.</summary>
    private static int Drift(PixelArea one, PixelArea other)
    {
        var (top, bottom) = (one.Top - other.Top, one.Bottom - other.Bottom);
        return Math.Sign(top) == Math.Sign(bottom) ? Math.Min(Math.Abs(top), Math.Abs(bottom)) : 0;
    }

    /// <summary>Runs of rows that hold ink.</summary>
    private static List<PixelArea> Strips(GrayImage image, PixelArea area)
    {
        var strips = new List<PixelArea>();
        var top = -1;
        for (var y = area.Top; y <= area.Bottom; y++)
        {
            var isInked = y < area.Bottom && CountDark(image.Row(y)[area.Left..area.Right]) > Dust;
            if (isInked && top < 0)
            {
                top = y;
            }
            else if (!isInked && top >= 0)
            {
                strips.Add(area with { Top = top, Bottom = y });
                top = -1;
            }
        }

        return strips;
    }

    private static List<PixelArea> Columns(GrayImage image, PixelArea strip)
    {
        var dark = new int[strip.Width];
        for (var y = strip.Top; y < strip.Bottom; y++)
        {
            var row = image.Row(y)[strip.Left..strip.Right];
            for (var x = 0; x < row.Length; x++)
            {
                dark[x] += row[x] < Darkest ? 1 : 0;
            }
        }

        var columns = new List<PixelArea>();
        var (left, end) = (-1, -1);
        for (var x = 0; x < dark.Length; x++)
        {
            if (dark[x] <= Dust)
            {
                continue;
            }

            if (left >= 0 && x - end > ColumnGap)
            {
                columns.Add(strip with { Left = strip.Left + left, Right = strip.Left + end });
                left = x;
            }

            left = left < 0 ? x : left;
            end = x + 1;
        }

        return left < 0 ? columns : [.. columns, strip with { Left = strip.Left + left, Right = strip.Left + end }];
    }

    private static int CountDark(ReadOnlySpan<byte> row)
    {
        var dark = 0;
        foreach (var pixel in row)
        {
            dark += pixel < Darkest ? 1 : 0;
        }

        return dark;
    }
}
