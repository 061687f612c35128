using NamRo.Reading.Ocr;
using NamRo.Reading.Raster;

namespace NamRo.Reading.Tests.Ocr;

/// <summary>Roman numbers in pictures of words: on them hangs the quarter of a deadline.</summary>
public sealed class RomanStrokesTests
{
    [Fact]
    public void SteepSlashOfASerifType_IsNoThirdStroke()
    {
        var picture = Picture("strokes/quarter_two.txt");
        Assert.Equal(("II", false), RomanStrokes.Read(picture, new PixelArea(0, 0, picture.Width, picture.Height)));
    }

    /// <summary>"#" is ink: "II/2026." as it was scanned.</summary>
    private static GrayImage Picture(string path)
    {
        var lines = File.ReadAllLines(TestData.PathOf(path));
        var width = lines.Max(line => line.Length);
        return new GrayImage(width, lines.Length, [.. lines.SelectMany(line => line.PadRight(width, '.')).Select(sign => sign == '#' ? (byte)0 : GrayImage.White)]);
    }
}
