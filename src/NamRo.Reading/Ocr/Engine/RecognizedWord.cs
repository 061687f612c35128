using NamRo.Reading.Raster;

namespace NamRo.Reading.Ocr.Engine;

/// <summary>A word as the engine saw it.</summary>
/// <param name="Area">Its ink, in pixels of the picture given to the engine.</param>
/// <param name="Line">The line it stands on, numbered from 0 in the order found.</param>
/// <param name="LineArea">The ink of that whole line.</param>
/// <param name="Confidence">0 to 1, as the engine judges it.</param>
/// <param name="FontSize">Points, from the height of the line.</param>
internal sealed record RecognizedWord(string Text, PixelArea Area, int Line, PixelArea LineArea, double Confidence, double FontSize)
{
    public RecognizedWord Shift(int x, int y) => this with { Area = Area.Shift(x, y), LineArea = LineArea.Shift(x, y) };
}
