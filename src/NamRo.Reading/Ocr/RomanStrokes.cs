using NamRo.Reading.Raster;

namespace NamRo.Reading.Ocr;

/// <summary>
/// Reads a Roman number by its strokes. The engine loses count of upright strokes (III as II or HI), on which the order of sections and
/// the quarter of a deadline hang; where the strokes stand in the upper, middle and lower part of the letters tells I, V and X apart.
/// </summary>
internal sealed class RomanStrokes
{
    private const byte Darkest = 140;
    private const double UpperPart = 0.27;
    private const double MiddlePart = 0.52;
    private const double LowerPart = 0.78;

    /// <summary>An upright stroke leans at most so far between two of these heights, as a share of the letter's height (italics).</summary>
    private const double Lean = 0.09;

    /// <summary>From the upper to the lower part; a slash leans more.</summary>
    private const double WholeLean = 0.16;

    /// <summary>Share of the first upright stroke's width that the next ones have; the slash of a serif type is thinner.</summary>
    private const double ThinnestUpright = 0.65;

    /// <summary>A wider run is a crossbar (H).</summary>
    private const double WidestStroke = 0.42;

    /// <summary>The arms of a V come together by this from the upper to the middle part.</summary>
    private const double Convergence = 0.8;

    private const int LowestLetter = 14;
    private const int MostStrokes = 40;

    private readonly int height;
    private readonly List<Stroke> upper;
    private readonly List<Stroke> middle;
    private readonly List<Stroke> lower;

    private RomanStrokes(GrayImage image, PixelArea word, PixelArea firstLetter)
    {
        height = firstLetter.Height;
        upper = Strokes(image, word, firstLetter.Top + (int)(UpperPart * height));
        middle = Strokes(image, word, firstLetter.Top + (int)(MiddlePart * height));
        lower = Strokes(image, word, firstLetter.Top + (int)(LowerPart * height));
    }

    /// <summary>
    /// The Roman number at the beginning of a word's picture ("" where none can be made out), and whether a lone stroke has the flag of
    /// a 1.
    /// </summary>
    public static (string Letters, bool IsFlagged) Read(GrayImage image, PixelArea word)
    {
        var inside = word.ClipTo(image.Width, image.Height);
        var right = inside.Left;
        while (right < inside.Right && CountInk(image, inside, right) == 0)
        {
            right++;
        }

        var left = right;
        while (right < inside.Right && CountInk(image, inside, right) > 0)
        {
            right++;
        }

        var first = InkBounds.Measure(image, inside with { Left = left, Right = Math.Max(left + 1, right) }).Area;
        if (first.Height < LowestLetter)
        {
            return ("", false);
        }

        var strokes = new RomanStrokes(image, inside, first);
        var letters = strokes.Letters();
        return (letters, letters == "I" && strokes.HasFlag(image, first));
    }

    private string Letters()
    {
        var letters = "";
        var thinnest = 0.0;
        if (Math.Max(upper.Count, Math.Max(middle.Count, lower.Count)) > MostStrokes)
        {
            return letters;
        }

        for (int u = 0, m = 0, l = 0; u < upper.Count && m < middle.Count && l < lower.Count;)
        {
            if (IsCross(u, m, l))
            {
                (letters, u, m, l) = (letters + "X", u + 2, m + 1, l + 2);
            }
            else if (IsWedge(u, m, l))
            {
                (letters, u, m, l) = (letters + "V", u + 2, m + 2, l + 1);
            }
            else if (IsUpright(u, m, l) && middle[m].Width >= thinnest)
            {
                thinnest = Math.Max(thinnest, ThinnestUpright * middle[m].Width);
                (letters, u, m, l) = (letters + "I", u + 1, m + 1, l + 1);
            }
            else
            {
                break;
            }
        }

        return letters;
    }

    private bool IsUpright(int u, int m, int l) =>
        upper[u].Width <= WidestStroke * height && middle[m].Width <= WidestStroke * height
        && Math.Abs(upper[u].Middle - middle[m].Middle) <= Lean * height
        && Math.Abs(middle[m].Middle - lower[l].Middle) <= Lean * height
        && Math.Abs(upper[u].Middle - lower[l].Middle) <= WholeLean * height;

    private bool IsWedge(int u, int m, int l) =>
        u + 1 < upper.Count && m + 1 < middle.Count
        && middle[m].Middle > upper[u].Middle && middle[m + 1].Middle < upper[u + 1].Middle
        && middle[m + 1].Middle - middle[m].Middle < Convergence * (upper[u + 1].Middle - upper[u].Middle)
        && lower[l].Middle > middle[m].Middle && lower[l].Middle < middle[m + 1].Middle;

    private bool IsCross(int u, int m, int l) =>
        u + 1 < upper.Count && l + 1 < lower.Count && middle[m].Width <= WidestStroke * height
        && middle[m].Middle > upper[u].Middle && middle[m].Middle < upper[u + 1].Middle
        && middle[m].Middle > lower[l].Middle && middle[m].Middle < lower[l + 1].Middle
        && (m + 1 >= middle.Count || middle[m + 1].Middle > upper[u + 1].Middle);

    /// <summary>A 1 has a flag to the left of its top and nothing to the right; an I has both or neither.</summary>
    private bool HasFlag(GrayImage image, PixelArea letter)
    {
        var top = letter with { Bottom = letter.Top + Math.Max(1, (int)(0.22 * height)) };
        var ink = InkBounds.Measure(image, top).Area;
        var stem = middle[0];
        var (toLeft, toRight) = (stem.From - ink.Left, ink.Right - stem.To);
        return toLeft > 0.08 * height && toRight < toLeft / 2;
    }

    private static List<Stroke> Strokes(GrayImage image, PixelArea word, int y)
    {
        var strokes = new List<Stroke>();
        var row = image.Row(Math.Min(y, image.Height - 1));
        var from = -1;
        for (var x = word.Left; x <= word.Right; x++)
        {
            var isInk = x < word.Right && row[x] < Darkest;
            if (isInk && from < 0)
            {
                from = x;
            }
            else if (!isInk && from >= 0)
            {
                strokes.Add(new Stroke(from, x));
                from = -1;
            }
        }

        strokes.RemoveAll(stroke => stroke.Width < 2);
        return strokes;
    }

    private static int CountInk(GrayImage image, PixelArea area, int x)
    {
        var count = 0;
        for (var y = area.Top; y < area.Bottom; y++)
        {
            count += image.Pixels[(y * image.Width) + x] < Darkest ? 1 : 0;
        }

        return count;
    }

    private readonly record struct Stroke(int From, int To)
    {
        public int Width => To - From;

        public double Middle => (From + To) / 2.0;
    }
}
