namespace NamRo.Reading.Pdf.Content;

/// <summary>An affine map of the plane, written [a b c d e f] as PDF does: x' = a x + c y + e, y' = b x + d y + f.</summary>
internal readonly record struct Matrix(double A, double B, double C, double D, double E, double F)
{
    public static readonly Matrix Identity = new(1, 0, 0, 1, 0, 0);

    /// <summary>First this map, then the next one.</summary>
    public Matrix Then(in Matrix next) => new(
        A * next.A + B * next.C,
        A * next.B + B * next.D,
        C * next.A + D * next.C,
        C * next.B + D * next.D,
        E * next.A + F * next.C + next.E,
        E * next.B + F * next.D + next.F);

    public (double X, double Y) Apply(double x, double y) => (A * x + C * y + E, B * x + D * y + F);
}
