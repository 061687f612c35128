using NamRo.Reading.Pdf.Syntax;

namespace NamRo.Reading.Pdf;

/// <summary>A page: its dictionary and the attributes it may inherit (ISO 32000-1, 7.7.3).</summary>
/// <param name="Rotation">0, 90, 180 or 270 degrees clockwise.</param>
internal sealed record PdfPage(PdfDictionary Dictionary, PdfDictionary Resources, PageBox Box, int Rotation);

/// <summary>The visible part of a page in its own coordinates, y upwards.</summary>
internal readonly record struct PageBox(double Left, double Bottom, double Right, double Top)
{
    public static readonly PageBox Letter = new(0, 0, 612, 792);

    public double Width => Right - Left;

    public double Height => Top - Bottom;
}

/// <summary>Walks the tree of pages; a tree that runs in circles or has too many leaves is cut or refused.</summary>
internal sealed class PageTree(PdfFile file, int maximumPages)
{
    private const int MaximumDepth = 60;
    private const double SmallestSide = 3;

    private readonly List<PdfPage> pages = [];
    private readonly HashSet<PdfDictionary> visited = [];

    /// <summary>All pages in order.</summary>
    /// <exception cref="ReadingException">More pages than allowed.</exception>
    public IReadOnlyList<PdfPage> Pages()
    {
        var catalogue = file.Dictionary(file.Trailer, "Root");
        if (file.Dictionary(catalogue, "Pages") is { } root)
        {
            Walk(root, [], 0);
        }

        return pages;
    }

    private void Walk(PdfDictionary node, Dictionary<string, PdfValue> inherited, int depth)
    {
        if (depth > MaximumDepth || !visited.Add(node))
        {
            return;
        }

        var attributes = new Dictionary<string, PdfValue>(inherited, StringComparer.Ordinal);
        foreach (var key in new[] { "Resources", "MediaBox", "CropBox", "Rotate" })
        {
            if (node[key] is { } value)
            {
                attributes[key] = value;
            }
        }

        if (file.Get<PdfArray>(node, "Kids") is { } kids)
        {
            foreach (var kid in kids.Items)
            {
                if (file.Resolve(kid) is PdfDictionary child)
                {
                    Walk(child, attributes, depth + 1);
                }
            }

            return;
        }

        if (pages.Count == maximumPages)
        {
            throw new ReadingException($"Tệp có hơn {maximumPages} trang; hãy tách thành các tệp nhỏ hơn.");
        }

        pages.Add(Leaf(node, new PdfDictionary(attributes)));
    }

    private PdfPage Leaf(PdfDictionary node, PdfDictionary attributes)
    {
        var media = BoxOf(attributes, "MediaBox") ?? PageBox.Letter;
        var crop = BoxOf(attributes, "CropBox") is { } cropped ? Intersect(media, cropped) ?? media : media;
        var rotation = ((int)file.Number(attributes, "Rotate") % 360 + 360) % 360 / 90 * 90;
        return new PdfPage(node, file.Dictionary(attributes, "Resources") ?? PdfDictionary.Empty, crop, rotation);
    }

    private PageBox? BoxOf(PdfDictionary attributes, string key)
    {
        var numbers = file.Numbers(attributes[key]);
        if (numbers.Length != 4)
        {
            return null;
        }

        var box = new PageBox(
            Math.Min(numbers[0], numbers[2]),
            Math.Min(numbers[1], numbers[3]),
            Math.Max(numbers[0], numbers[2]),
            Math.Max(numbers[1], numbers[3]));
        return box.Width > SmallestSide && box.Height > SmallestSide ? box : null;
    }

    private static PageBox? Intersect(PageBox one, PageBox other)
    {
        var box = new PageBox(
            Math.Max(one.Left, other.Left),
            Math.Max(one.Bottom, other.Bottom),
            Math.Min(one.Right, other.Right),
            Math.Min(one.Top, other.Top));
        return box.Width > SmallestSide && box.Height > SmallestSide ? box : null;
    }
}
