namespace NamRo.Reading.Raster;

/// <summary>
/// A ruling line in a picture. For a horizontal one Position, Thickness run down and From, To across; for a vertical one the other way
/// round.
/// </summary>
/// <param name="Position">The middle of the stroke, in pixels.</param>
/// <param name="Thickness">Pixels.</param>
internal readonly record struct RasterLine(bool IsHorizontal, double Position, int From, int To, int Thickness)
{
    public int Length => To - From;
}
