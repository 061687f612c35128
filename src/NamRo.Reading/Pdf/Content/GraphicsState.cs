using NamRo.Reading.Pdf.Fonts;

namespace NamRo.Reading.Pdf.Content;

/// <summary>The part of the graphics state that words and ruling lines depend on (ISO 32000-1, 8.4 and 9.3).</summary>
internal struct GraphicsState
{
    public Matrix Transform;
    public PdfFont? Font;
    public double FontSize;
    public double CharacterSpacing;
    public double WordSpacing;
    public double HorizontalScale;
    public double Leading;
    public double Rise;
    public int RenderingMode;
    public double LineWidth;

    /// <summary>0 is black, 1 is white (paper).</summary>
    public double StrokeLightness;
    public double FillLightness;

    public static GraphicsState Initial(Matrix transform) => new() { Transform = transform, HorizontalScale = 1, LineWidth = 1 };
}
