using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace NamRo.Kernel.Sheets;

/// <summary>The few looks of a written sheet, by their index in the workbook.</summary>
internal static class SheetStyles
{
    public const uint Heading = 1;
    public const uint Date = 4;

    private const uint Text = 2;
    private const uint Number = 3;
    private const uint Percent = 5;
    private const uint WrappedText = 6;

    /// <summary>Built into the format: "@", text that stays text when it is edited.</summary>
    private const uint TextFormat = 49;

    private const uint NumberFormat = 164;
    private const uint DateFormat = 165;
    private const uint PercentFormat = 166;

    public static uint Of(SheetColumn column) => column.Kind switch
    {
        SheetKind.Number => Number,
        SheetKind.Date => Date,
        SheetKind.Percent => Percent,
        _ => column.IsWrapped ? WrappedText : Text,
    };

    public static void Write(OpenXmlWriter writer)
    {
        writer.WriteElement(new Stylesheet(
            new NumberingFormats(
                new NumberingFormat { NumberFormatId = NumberFormat, FormatCode = "#,##0.######" },
                new NumberingFormat { NumberFormatId = DateFormat, FormatCode = "dd/mm/yyyy" },
                new NumberingFormat { NumberFormatId = PercentFormat, FormatCode = "0.##%" }),
            new Fonts(
                new Font(new FontSize { Val = 11 }, new FontName { Val = "Times New Roman" }),
                new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Times New Roman" })),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE8EEF5" }) { PatternType = PatternValues.Solid })),
            new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
                new CellFormat(),
                Look(TextFormat, isWrapped: true, font: 1, fill: 2),
                Look(TextFormat),
                Look(NumberFormat),
                Look(DateFormat),
                Look(PercentFormat),
                Look(TextFormat, isWrapped: true))));
    }

    private static CellFormat Look(uint format, bool isWrapped = false, uint font = 0, uint fill = 0) =>
        new(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = isWrapped })
        {
            NumberFormatId = format,
            ApplyNumberFormat = true,
            FontId = font,
            ApplyFont = true,
            FillId = fill,
            ApplyFill = true,
            ApplyAlignment = true,
        };
}
