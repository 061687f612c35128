namespace NamRo.Reading.Pdf.Content;

/// <summary>The way from a page's own coordinates to points from the top left corner as displayed.</summary>
internal static class PageSheet
{
    public static Matrix ToDisplay(PdfPage page)
    {
        var box = page.Box;
        return page.Rotation switch
        {
            90 => new Matrix(0, 1, 1, 0, -box.Bottom, -box.Left),
            180 => new Matrix(-1, 0, 0, 1, box.Right, -box.Bottom),
            270 => new Matrix(0, -1, -1, 0, box.Top, box.Right),
            _ => new Matrix(1, 0, 0, -1, -box.Left, box.Top),
        };
    }

    public static (double Width, double Height) Size(PdfPage page) =>
        page.Rotation is 90 or 270 ? (page.Box.Height, page.Box.Width) : (page.Box.Width, page.Box.Height);
}
