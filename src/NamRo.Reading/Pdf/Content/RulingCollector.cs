using NamRo.Reading.Layout;

namespace NamRo.Reading.Pdf.Content;

/// <summary>Follows paths as they are built and keeps what may be the border of a cell: straight strokes and thin filled boxes.</summary>
internal sealed class RulingCollector
{
    private const int MaximumRulings = 100_000;
    private const int MaximumPoints = 10_000;
    private const double ThickestBorder = 4;
    private const double StraightTolerance = 0.6;
    private const double PaperLightness = 0.94;

    private readonly List<(double X, double Y, bool StartsSubpath)> points = [];
    private readonly List<Ruling> rulings = [];

    public IReadOnlyList<Ruling> Rulings => rulings;

    /// <summary>How many paths were painted; letters turned into outlines are many.</summary>
    public int PaintedPaths { get; private set; }

    public void MoveTo(double x, double y) => AddPoint(x, y, startsSubpath: true);

    public void LineTo(double x, double y) => AddPoint(x, y, startsSubpath: points.Count == 0);

    /// <summary>A curve is no border; the path goes on from its end.</summary>
    public void CurveTo(double x, double y) => AddPoint(x, y, startsSubpath: true);

    public void Close()
    {
        var start = points.FindLastIndex(point => point.StartsSubpath);
        if (start >= 0 && start < points.Count - 1)
        {
            AddPoint(points[start].X, points[start].Y, startsSubpath: false);
        }
    }

    public void Rectangle(in Matrix transform, double x, double y, double width, double height)
    {
        var (x0, y0) = transform.Apply(x, y);
        var (x1, y1) = transform.Apply(x + width, y);
        var (x2, y2) = transform.Apply(x + width, y + height);
        var (x3, y3) = transform.Apply(x, y + height);
        MoveTo(x0, y0);
        LineTo(x1, y1);
        LineTo(x2, y2);
        LineTo(x3, y3);
        LineTo(x0, y0);
    }

    public void Stroke(double lineWidth, double lightness)
    {
        if (lightness > PaperLightness || lineWidth > ThickestBorder)
        {
            return;
        }

        for (var i = 1; i < points.Count; i++)
        {
            if (!points[i].StartsSubpath)
            {
                AddStraight(points[i - 1].X, points[i - 1].Y, points[i].X, points[i].Y);
            }
        }
    }

    public void Fill(double lightness)
    {
        if (lightness > PaperLightness)
        {
            return;
        }

        for (var start = 0; start < points.Count;)
        {
            var end = start + 1;
            while (end < points.Count && !points[end].StartsSubpath)
            {
                end++;
            }

            AddThinBox(start, end);
            start = end;
        }
    }

    public void EndPath(bool isPainted)
    {
        PaintedPaths += isPainted ? 1 : 0;
        points.Clear();
    }

    private void AddPoint(double x, double y, bool startsSubpath)
    {
        if (points.Count < MaximumPoints && double.IsFinite(x) && double.IsFinite(y))
        {
            points.Add((x, y, startsSubpath));
        }
    }

    private void AddStraight(double x0, double y0, double x1, double y1)
    {
        if (rulings.Count >= MaximumRulings)
        {
            return;
        }

        if (Math.Abs(y1 - y0) <= StraightTolerance && Math.Abs(x1 - x0) > StraightTolerance)
        {
            rulings.Add(Ruling.Horizontal((y0 + y1) / 2, x0, x1));
        }
        else if (Math.Abs(x1 - x0) <= StraightTolerance && Math.Abs(y1 - y0) > StraightTolerance)
        {
            rulings.Add(Ruling.Vertical((x0 + x1) / 2, y0, y1));
        }
    }

    private void AddThinBox(int start, int end)
    {
        if (end - start is < 4 or > 6 || rulings.Count >= MaximumRulings)
        {
            return;
        }

        var box = new Box(double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        for (var i = start; i < end; i++)
        {
            box = box.Union(new Box(points[i].X, points[i].Y, points[i].X, points[i].Y));
        }

        // A small square is a corner of a border or a dot of a dotted one: it may belong to either direction.
        if (box.Height <= ThickestBorder)
        {
            rulings.Add(Ruling.Horizontal(box.MiddleY, box.Left, box.Right));
        }

        if (box.Width <= ThickestBorder)
        {
            rulings.Add(Ruling.Vertical(box.MiddleX, box.Top, box.Bottom));
        }
    }
}
