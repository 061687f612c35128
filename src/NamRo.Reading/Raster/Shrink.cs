namespace NamRo.Reading.Raster;

/// <summary>Makes a picture two thirds as large: each 3 x 3 pixels become 2 x 2, by area.</summary>
internal static class Shrink
{
    public const int From = 3;

    public const int To = 2;

    public static GrayImage ToTwoThirds(GrayImage image)
    {
        var (across, down) = (Math.Max(1, image.Width / From), Math.Max(1, image.Height / From));
        var result = new GrayImage(across * To, down * To);
        if (image.Width < From || image.Height < From)
        {
            result.Pixels.AsSpan().Fill(GrayImage.White);
            return result;
        }

        for (var y = 0; y < down; y++)
        {
            var first = image.Row(y * From);
            var second = image.Row((y * From) + 1);
            var third = image.Row((y * From) + 2);
            var upper = result.Row(y * To);
            var lower = result.Row((y * To) + 1);
            for (var x = 0; x < across; x++)
            {
                Mix(first.Slice(x * From, From), second.Slice(x * From, From), upper.Slice(x * To, To));
                Mix(third.Slice(x * From, From), second.Slice(x * From, From), lower.Slice(x * To, To));
            }
        }

        return result;
    }

    /// <summary>One and a half rows of three pixels become one row of two: weights 4, 2 and 2, 1 of 9.</summary>
    private static void Mix(ReadOnlySpan<byte> whole, ReadOnlySpan<byte> half, Span<byte> target)
    {
        target[0] = (byte)(((4 * whole[0]) + (2 * whole[1]) + (2 * half[0]) + half[1] + 4) / 9);
        target[1] = (byte)(((4 * whole[2]) + (2 * whole[1]) + (2 * half[2]) + half[1] + 4) / 9);
    }
}
