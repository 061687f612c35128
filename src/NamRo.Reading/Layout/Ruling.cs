namespace NamRo.Reading.Layout;

/// <summary>
/// A straight line along one axis, in points. A horizontal one runs over X at a fixed Y, a vertical one over Y at a fixed X.
/// </summary>
/// <param name="Position">Y of a horizontal line, X of a vertical one (the middle of its stroke).</param>
/// <param name="From">The smaller end on the other axis.</param>
/// <param name="To">The larger end.</param>
internal readonly record struct Ruling(bool IsHorizontal, double Position, double From, double To)
{
    public double Length => To - From;

    public static Ruling Horizontal(double y, double left, double right) => new(true, y, Math.Min(left, right), Math.Max(left, right));

    public static Ruling Vertical(double x, double top, double bottom) => new(false, x, Math.Min(top, bottom), Math.Max(top, bottom));
}
