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

    private readonly List<RecognizedWord> words = [];
    private int unreadAreas;
    private int lines;

    /// <summary>All words of the page in its own pixels, and how many inked areas gave none.</summary>
    public (IReadOnlyList<RecognizedWord> Words, int UnreadAreas) Read()
    {
        foreach (var table in page.Tables)
        {
            ReadTable(table);
        }

        ReadOutsideTables();
        return (words, unreadAreas);
    }

    private void ReadTable(CellGrid table)
    {
        var numbers = new NumberColumn(table);
        foreach (var cell in table.Cells)
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
            if (ReadArea(engines.Words, ink.Area, segmentation) is { Count: > 0 } found)
            {
                return found;
            }
        }

        unreadAreas += ink.Pixels >= NoticedInk ? 1 : 0;
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

        var ink = InkBounds.Measure(rest, new PixelArea(0, 0, rest.Width, rest.Height));
        if (ink.Pixels < LeastInk)
        {
            return;
        }

        cancel.ThrowIfCancellationRequested();
        var found = engines.Words.Read(rest, Segmentation.Page);
        Keep([.. found]);
        if (found.Count == 0)
        {
            unreadAreas++;
        }
    }

    private List<RecognizedWord> ReadArea(TesseractEngine engine, PixelArea area, Segmentation segmentation)
    {
        var (shiftX, shiftY) = (area.Left - Margin, area.Top - Margin);
        return
        [
            .. engine.Read(page.Image.Crop(area, Margin), segmentation)
                .Select(word => word with { Area = word.Area.Shift(shiftX, shiftY), LineArea = word.LineArea.Shift(shiftX, shiftY) }),
        ];
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
