namespace NamRo.Reading.Raster;

/// <summary>Turns pictures by right angles.</summary>
internal static class QuarterTurn
{
    /// <summary>Turns clockwise.</summary>
    /// <param name="turns">How many right angles, 0 to 3.</param>
    public static GrayImage Turn(GrayImage image, int turns)
    {
        if (turns == 0)
        {
            return image;
        }

        var (width, height) = (image.Width, image.Height);
        var result = turns == 2 ? new GrayImage(width, height) : new GrayImage(height, width);
        for (var y = 0; y < height; y++)
        {
            var row = image.Row(y);
            for (var x = 0; x < width; x++)
            {
                var (toX, toY) = turns switch
                {
                    1 => (height - 1 - y, x),
                    2 => (width - 1 - x, height - 1 - y),
                    _ => (y, width - 1 - x),
                };
                result.Pixels[(toY * result.Width) + toX] = row[x];
            }
        }

        return result;
    }
}
