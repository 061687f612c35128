using NamRo.Reading.Ocr.Engine;
using NamRo.Reading.Raster;

namespace NamRo.Reading.Ocr;

/// <summary>
/// Puts right what the engine cannot see and the picture shows: it does not know the signs ≥ and ≤ (their bar is the difference between
/// "more than" and "at least"), it takes a short dash for a long one, and it loses count of the strokes of Roman numbers. Nothing is
/// guessed from the sense of the words.
/// </summary>
internal static class ShapeCheck
{
    /// <summary>Confidence of a number read by its strokes against the engine.</summary>
    private const double ByStrokes = 0.6;

    /// <summary>A dash narrower than this share of the type size is no em dash.</summary>
    private const double NarrowestEmDash = 0.72;

    /// <summary>The bar of ≥ is at least this share of the sign's width; the arms of a bare &gt; are narrower at their ends.</summary>
    private const double BarShare = 0.75;

    private const byte Darkest = 140;
    private const double PixelsPerPoint = PageRenderer.DotsPerInch / 72.0;
    private const string Lookalikes = "IVXHL1l|!";
    private const string AfterNumber = ".),;:";

    public static RecognizedWord Correct(GrayImage image, RecognizedWord word)
    {
        if (word.Text is "—" && word.FontSize > 0 && word.Area.Width < NarrowestEmDash * word.FontSize * PixelsPerPoint)
        {
            return word with { Text = "–" };
        }

        return word.Text[0] is '>' or '<' ? CorrectComparison(image, word) : CorrectRoman(image, word);
    }

    private static RecognizedWord CorrectComparison(GrayImage image, RecognizedWord word)
    {
        var sign = FirstSign(image, word.Area with { Top = word.LineArea.Top, Bottom = word.LineArea.Bottom });
        if (sign.Height < 8 || !HasBar(image, sign))
        {
            return word;
        }

        return word with { Text = (word.Text[0] == '>' ? "≥" : "≤") + word.Text[1..] };
    }

    /// <summary>The columns of ink up to the first blank one.</summary>
    private static PixelArea FirstSign(GrayImage image, PixelArea area)
    {
        var inside = area.ClipTo(image.Width, image.Height);
        var right = inside.Left + 1;
        while (right < inside.Right && InkBounds.Measure(image, inside with { Left = right - 1, Right = right + 1 }).Pixels > 0)
        {
            right++;
        }

        return InkBounds.Measure(image, inside with { Right = right }).Area;
    }

    /// <summary>Whether a row in the lowest third is inked nearly across.</summary>
    private static bool HasBar(GrayImage image, PixelArea sign)
    {
        for (var y = sign.Bottom - (sign.Height / 3); y < sign.Bottom; y++)
        {
            var dark = 0;
            foreach (var pixel in image.Row(y)[sign.Left..sign.Right])
            {
                dark += pixel < Darkest ? 1 : 0;
            }

            if (dark >= BarShare * sign.Width)
            {
                return true;
            }
        }

        return false;
    }

    private static RecognizedWord CorrectRoman(GrayImage image, RecognizedWord word)
    {
        var length = word.Text.TakeWhile(Lookalikes.Contains).Count();
        var (prefix, rest) = (word.Text[..length], word.Text[length..]);
        if (length == 0 || (!rest.StartsWith('/') && !rest.All(AfterNumber.Contains)))
        {
            return word;
        }

        var (letters, isFlagged) = RomanStrokes.Read(image, word.Area);
        var meant = isFlagged ? "1" : letters;
        var isPlausible = RowNumber.Parse(meant) is not null && (length == 1 || (meant.Length > 1 && !prefix.All(char.IsDigit)));
        return !isPlausible || meant == prefix
            ? word
            : word with { Text = meant + rest, Confidence = Math.Max(ByStrokes, word.Confidence) };
    }
}
