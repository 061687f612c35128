using NamRo.Reading.Ocr.Engine;
using NamRo.Reading.Raster;

namespace NamRo.Reading.Ocr;

/// <summary>Reads the words of a prepared page: each cell of a table by itself, everything else as a page.</summary>
internal sealed class PageText(PreparedPage page, EnginePair engines, CancellationToken cancel)
{
    /// <summary>White paper around what the engine is given.</summary>
    private const int Margin = 16;

    /// <summary>Letters of a cell may reach over its bottom line (tails, dots below).</summary>
    private const int Overhang = 3;

    /// <summary>Less ink than this is no letter: at 300 dots an inch a full stop of small print has about 25 pixels.</summary>
    private const int LeastInk = 20;

    /// <summary>So much ink in which nothing was read is worth a person's look.</summary>
    private const int NoticedInk = 400;

    /// <summary>A line in which the engine is less sure of a word than this is read a second time.</summary>
    private const double Sure = 0.91;

    /// <summary>How much more than its ink is cut out of a picture for a line.</summary>
    private const int Slack = 3;

    /// <summary>Marks over capitals reach so far above a line, as a share of its height.</summary>
    private const double MarkShare = 0.3;

    private const double CapitalShare = 0.7;

    private const int FewestCapitals = 4;

    /// <summary>So many words tell whether a page reads as sense.</summary>
    private const int FirstWords = 25;

    private readonly List<RecognizedWord> words = [];
    private int lines;

    /// <summary>Whether reading stops when the first words are nonsense (the page may lie on its side).</summary>
    public bool GivesUp { get; init; }

    /// <summary>How many inked areas gave no words.</summary>
    public int UnreadAreas { get; private set; }

    private bool IsNonsense => GivesUp && words.Count >= FirstWords && words.Average(word => word.Confidence) < ReadingDirection.Suspicious;

    /// <summary>All words of the page in its own pixels; null when it was given up.</summary>
    public IReadOnlyList<RecognizedWord>? Read()
    {
        foreach (var table in page.Tables.TakeWhile(_ => !IsNonsense))
        {
            ReadTable(table);
        }

        if (!IsNonsense)
        {
            ReadOutsideTables();
        }

        return IsNonsense ? null : words;
    }

    private void ReadTable(PageTable table)
    {
        var numbers = new NumberColumn(table);
        foreach (var cell in table.Cells.TakeWhile(_ => !IsNonsense))
        {
            cancel.ThrowIfCancellationRequested();
            var found = ReadCell(cell);
            if (numbers.IsPart(cell))
            {
                numbers.Add(cell, found, ReadNumber(cell));
            }
            else
            {
                Keep(found);
            }
        }

        Keep(numbers.Settle());
    }

    private List<RecognizedWord> ReadCell(PixelArea cell)
    {
        var ink = InkBounds.MeasureCell(page.Image, cell with { Bottom = cell.Bottom + Overhang });
        if (ink.Pixels < LeastInk)
        {
            return [];
        }

        foreach (var segmentation in (Segmentation[])[Segmentation.Block, Segmentation.Line, Segmentation.Sparse])
        {
            if (ReadTwice(page.Image, ink.Area, segmentation) is { Count: > 0 } found)
            {
                return found;
            }
        }

        UnreadAreas += ink.Pixels >= NoticedInk ? 1 : 0;
        return [];
    }

    private List<RecognizedWord> ReadNumber(PixelArea cell)
    {
        var ink = InkBounds.MeasureCell(page.Image, cell with { Bottom = cell.Bottom + Overhang });
        return ink.Pixels < LeastInk ? [] : ReadArea(engines.Numbers, ink.Area, Segmentation.Line);
    }

    private void ReadOutsideTables()
    {
        var rest = page.Image.Copy();
        foreach (var table in page.Tables)
        {
            rest.Blank(table.Area.Grow(Overhang));
        }

        foreach (var block in TextBlocks.Find(rest).TakeWhile(_ => !IsNonsense))
        {
            cancel.ThrowIfCancellationRequested();
            ReadBlock(rest, block);
        }
    }

    private void ReadBlock(GrayImage rest, TextBlock block)
    {
        var ink = InkBounds.Measure(rest, block.Area);
        if (ink.Pixels < LeastInk)
        {
            return;
        }

        var found = ReadTwice(rest, ink.Area, block.IsUneven ? Segmentation.Page : Segmentation.Block);
        Keep(found);
        UnreadAreas += found.Count == 0 && ink.Pixels >= NoticedInk ? 1 : 0;
    }

    private List<RecognizedWord> ReadTwice(GrayImage image, PixelArea area, Segmentation segmentation)
    {
        var picture = image.Crop(area, Margin);
        var read = new List<RecognizedWord>();
        foreach (var line in engines.Words.Read(picture, segmentation).GroupBy(word => word.Line))
        {
            var first = line.ToList();
            var isSure = first.TrueForAll(word => word.Confidence >= Sure) && !IsCapitals(first);
            read.AddRange(isSure ? first : TwoReadings.Weigh(first, ReadAgain(picture, first)));
        }

        return [.. read.Select(word => ShapeCheck.Correct(image, word.Shift(area.Left - Margin, area.Top - Margin)))];
    }

    /// <summary>
    /// Reads a line once more at another size: what is misread for its shape alone comes out differently then. Over capitals more of
    /// the picture is taken, because the engine gives their marks to the line above where lines stand close.
    /// </summary>
    private IEnumerable<RecognizedWord> ReadAgain(GrayImage picture, List<RecognizedWord> line)
    {
        var ink = line[0].LineArea;
        var above = IsCapitals(line) ? (int)(ink.Height * MarkShare) : 0;
        var area = (ink with { Top = ink.Top - above }).Grow(Slack).ClipTo(picture.Width, picture.Height);
        return engines.Words.Read(Shrink.ToTwoThirds(picture.Crop(area, Margin)), Segmentation.Line).Select(word => word with
        {
            Line = line[0].Line,
            Area = Enlarge(word.Area).Shift(area.Left - Margin, area.Top - Margin),
            LineArea = line[0].LineArea,
        });
    }

    private static bool IsCapitals(List<RecognizedWord> line)
    {
        var letters = line.SelectMany(word => word.Text).Where(char.IsLetter).ToList();
        return letters.Count >= FewestCapitals && letters.Count(char.IsUpper) >= CapitalShare * letters.Count;
    }

    private static PixelArea Enlarge(PixelArea area) => new(
        area.Left * Shrink.From / Shrink.To,
        area.Top * Shrink.From / Shrink.To,
        area.Right * Shrink.From / Shrink.To,
        area.Bottom * Shrink.From / Shrink.To);

    private List<RecognizedWord> ReadArea(TesseractEngine engine, PixelArea area, Segmentation segmentation)
    {
        var found = engine.Read(page.Image.Crop(area, Margin), segmentation);
        return [.. found.Select(word => word.Shift(area.Left - Margin, area.Top - Margin))];
    }

    /// <summary>Takes words over; the numbers of their lines are made unique on the page.</summary>
    private void Keep(List<RecognizedWord> found)
    {
        if (found.Count > 0)
        {
            words.AddRange(found.Select(word => word with { Line = word.Line + lines }));
            lines += found.Max(word => word.Line) + 1;
        }
    }
}
