using NamRo.Reading.Pdf.Fonts;

namespace NamRo.Reading.Pdf.Content;

/// <summary>A glyph as it lands on the displayed page.</summary>
/// <param name="X">Its origin on the baseline, points.</param>
/// <param name="EndX">Where its advance ends, spacing left out.</param>
/// <param name="DirectionX">Unit vector of the reading direction; (1, 0) is upright text.</param>
/// <param name="Size">Height of the font, points.</param>
internal readonly record struct ShownGlyph(
    string Text,
    double X,
    double Y,
    double EndX,
    double EndY,
    double DirectionX,
    double DirectionY,
    double Size,
    FontStyle Style);
