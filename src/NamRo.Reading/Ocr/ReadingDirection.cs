using NamRo.Reading.Ocr.Engine;
using NamRo.Reading.Raster;

namespace NamRo.Reading.Ocr;

/// <summary>Which way up a page lies: wide annexes are often scanned sideways, sheets upside down.</summary>
internal static class ReadingDirection
{
    /// <summary>Below this mean confidence a page may be turned, and the other directions are tried.</summary>
    public const double Suspicious = 0.7;

    private const int SampleSide = 1_100;
    private const double MarginOfVictory = 0.15;

    /// <summary>By how many right angles the page must be turned clockwise; a sample of its ink is read in all four directions.</summary>
    public static int Find(GrayImage image, EnginePair engines)
    {
        var sample = image.Crop(DensestArea(image), 0);
        var scores = Enumerable.Range(0, 4)
            .Select(turns => Score(engines.Words.Read(QuarterTurn.Turn(sample, turns), Segmentation.Sparse)))
            .ToList();
        var best = scores.IndexOf(scores.Max());
        return scores[best] > scores[0] + MarginOfVictory ? best : 0;
    }

    /// <summary>Mean confidence over letters; short scraps count little, because garbage consists of them.</summary>
    private static double Score(IReadOnlyList<RecognizedWord> words)
    {
        double letters = words.Sum(word => word.Text.Length);
        return letters == 0 ? 0 : words.Where(word => word.Text.Length > 1).Sum(word => word.Confidence * word.Text.Length) / letters;
    }

    private static PixelArea DensestArea(GrayImage image)
    {
        var (best, bestInk) = (default(PixelArea), -1);
        for (var top = 0; top == 0 || top + SampleSide <= image.Height; top += SampleSide / 2)
        {
            for (var left = 0; left == 0 || left + SampleSide <= image.Width; left += SampleSide / 2)
            {
                var area = new PixelArea(left, top, left + SampleSide, top + SampleSide);
                var ink = InkBounds.Measure(image, area).Pixels;
                if (ink > bestInk)
                {
                    (best, bestInk) = (area, ink);
                }
            }
        }

        return best;
    }
}
