using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NamRo.Reading.Ocr;
using NamRo.Reading.Raster;

namespace NamRo.Reading.Tests.Ocr;

public sealed class RasterTests
{
    [Theory]
    [InlineData(1.3)]
    [InlineData(-0.6)]
    [InlineData(0)]
    public void Skew_OfTiltedLines_IsFoundToATenthOfADegree(double degrees)
    {
        var image = Paper(1600, 1200);
        for (var line = 0; line < 20; line++)
        {
            for (var x = 200; x < 1400; x++)
            {
                var y = 150 + (line * 45) + (int)Math.Round((x - 200) * Math.Tan(degrees * Math.PI / 180));
                image.Blacken(new(x, y, x + 1, y + 6));
            }
        }

        var measured = Skew.Measure(InkMap.Threshold(image));
        var straight = Skew.Straighten(image, measured);

        Assert.InRange(measured, degrees - 0.1, degrees + 0.1);
        Assert.InRange(Skew.Measure(InkMap.Threshold(straight)), -0.1, 0.1);
    }

    [Fact]
    public void Lines_OfATable_AreFoundAndErased_LettersOnThemStay()
    {
        var image = Paper(800, 600);
        foreach (var y in (int[])[100, 250, 400])
        {
            image.Blacken(new(100, y, 700, y + 4));
        }

        foreach (var x in (int[])[100, 400, 696])
        {
            image.Blacken(new(x, 100, x + 4, 404));
        }

        image.Blacken(new(200, 225, 206, 270));
        var page = PreparedPage.From(image, 72.0 / 300);

        Assert.Equal(6, page.Lines.Count);
        Assert.Equal(4, Assert.Single(page.Tables).Cells.Count);
        Assert.Equal(0, InkBounds.Measure(page.Image, new(120, 90, 190, 120)).Pixels);
        Assert.True(InkBounds.Measure(page.Image, new(195, 220, 212, 275)).Pixels > 200);
    }

    [Fact]
    public void Lines_BrokenByFadedInk_AreOne()
    {
        var image = Paper(900, 300);
        for (var x = 50; x < 850; x += 100)
        {
            image.Blacken(new(x, 150, x + 96, 153));
        }

        var line = Assert.Single(LineFinder.Find(InkMap.Threshold(image)));

        Assert.InRange(line.From, 48, 52);
        Assert.InRange(line.To, 844, 848);
    }

    [Fact]
    public void Paper_WithAShadow_BecomesWhite_AndInkStaysDark()
    {
        var image = new GrayImage(960, 480);
        for (var y = 0; y < image.Height; y++)
        {
            for (var x = 0; x < image.Width; x++)
            {
                image.Pixels[(y * image.Width) + x] = (byte)(250 - (x / 8));
            }
        }

        image.Blacken(new(900, 200, 910, 240), 40);
        PaperTone.Flatten(image);

        Assert.True(image.Pixels[(100 * image.Width) + 930] > 235);
        Assert.True(image.Pixels[(220 * image.Width) + 905] < 110);
    }

    [Fact]
    public void QuarterTurns_FourTimes_IsTheSamePicture() =>
        Prop.ForAll<byte[], PositiveInt>((bytes, width) =>
        {
            var (across, down) = ((width.Get % 9) + 1, (bytes.Length % 7) + 1);
            var pixels = Enumerable.Range(0, across * down).Select(i => bytes.Length == 0 ? (byte)i : bytes[i % bytes.Length]).ToArray();
            var image = new GrayImage(across, down, pixels);
            var turned = QuarterTurn.Turn(QuarterTurn.Turn(QuarterTurn.Turn(image, 1), 1), 2);
            return turned.Width == image.Width && turned.Pixels.AsSpan().SequenceEqual(pixels)
                && QuarterTurn.Turn(QuarterTurn.Turn(image, 3), 1).Pixels.AsSpan().SequenceEqual(pixels);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Pixmap_KeepsTheRedChannel()
    {
        using var stream = new MemoryStream([.. "P6\n2 1\n255\n"u8, 250, 10, 20, 30, 40, 50]);

        var image = PortablePixmap.ReadRedChannel(stream, 100);

        Assert.Equal([250, 30], image!.Pixels);
    }

    [Fact]
    public void Pixmap_LargerThanAllowed_IsNotRead()
    {
        using var stream = new MemoryStream(Encoding.ASCII.GetBytes("P6\n90000 90000\n255\n"));

        Assert.Null(PortablePixmap.ReadRedChannel(stream, 1_000_000));
    }

    [Fact]
    public void Pixmap_OfAnyBytes_IsReadOrRefused() =>
        Prop.ForAll<byte[]>(bytes =>
        {
            using var stream = new MemoryStream([.. "P6\n"u8, .. bytes]);
            try
            {
                return PortablePixmap.ReadRedChannel(stream, 10_000) is null or { Width: > 0 };
            }
            catch (Exception failure) when (failure is InvalidDataException or EndOfStreamException)
            {
                return true;
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Columns_WhoseLinesStandAtDifferentHeights_AreCutApart()
    {
        var image = Paper(1200, 500);
        for (var line = 0; line < 4; line++)
        {
            image.Blacken(new(100, 60 + (line * 60), 500, 100 + (line * 60)));
            image.Blacken(new(700, 85 + (line * 60), 1100, 125 + (line * 60)));
        }

        image.Blacken(new(100, 400, 1100, 440));
        var blocks = TextBlocks.Find(image);

        Assert.Equal(3, blocks.Count);
        Assert.All(blocks.Take(2), block => Assert.True(block.Area.Right <= 700 || block.Area.Left >= 500));
    }

    [Fact]
    public void AnyNoise_IsPreparedWithoutFailure()
    {
        var random = new Random(7);
        foreach (var (width, height) in ((int, int)[])[(1, 1), (3, 900), (900, 2), (400, 300)])
        {
            var image = new GrayImage(width, height);
            random.NextBytes(image.Pixels);
            var page = PreparedPage.From(image, 72.0 / 300);
            Assert.Equal(width, page.Image.Width);
            Assert.Equal(width, PreparedPage.From(new GrayImage(width, height), 0.24).Image.Width);
        }
    }

    private static GrayImage Paper(int width, int height)
    {
        var image = new GrayImage(width, height);
        image.Pixels.AsSpan().Fill(GrayImage.White);
        return image;
    }
}

internal static class Drawing
{
    public static void Blacken(this GrayImage image, PixelArea area, byte tone = 20)
    {
        for (var y = area.Top; y < Math.Min(image.Height, area.Bottom); y++)
        {
            image.Row(y)[area.Left..Math.Min(image.Width, area.Right)].Fill(tone);
        }
    }
}
