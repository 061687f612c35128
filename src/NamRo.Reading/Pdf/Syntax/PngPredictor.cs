namespace NamRo.Reading.Pdf.Syntax;

/// <summary>Undoes the PNG predictors (ISO 32000-1, 7.4.4.4): each row names its own.</summary>
internal static class PngPredictor
{
    private const int MaximumRowBytes = 1 << 20;

    public static byte[] Undo(byte[] bytes, int columns, int colors, int bitsPerComponent)
    {
        var rowBits = (long)columns * colors * bitsPerComponent;
        if (rowBits is <= 0 or > MaximumRowBytes * 8L)
        {
            return [];
        }

        var row = (int)((rowBits + 7) / 8);
        var pixel = Math.Max(1, colors * bitsPerComponent / 8);
        var rows = bytes.Length / (row + 1);
        var decoded = new byte[rows * row];
        for (var r = 0; r < rows; r++)
        {
            ReadOnlySpan<byte> above = r == 0 ? [] : decoded.AsSpan((r - 1) * row, row);
            UndoRow(bytes.AsSpan(r * (row + 1), row + 1), decoded.AsSpan(r * row, row), above, pixel);
        }

        return decoded;
    }

    private static void UndoRow(ReadOnlySpan<byte> coded, Span<byte> row, ReadOnlySpan<byte> above, int pixel)
    {
        for (var i = 0; i < row.Length; i++)
        {
            int left = i >= pixel ? row[i - pixel] : 0;
            int up = above.IsEmpty ? 0 : above[i];
            int corner = above.IsEmpty || i < pixel ? 0 : above[i - pixel];
            var guess = coded[0] switch
            {
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, corner),
                _ => 0,
            };
            row[i] = (byte)(coded[i + 1] + guess);
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var estimate = left + up - corner;
        var toLeft = Math.Abs(estimate - left);
        var toUp = Math.Abs(estimate - up);
        var toCorner = Math.Abs(estimate - corner);
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
}
