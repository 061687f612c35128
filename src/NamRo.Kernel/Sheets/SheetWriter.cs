using System.Globalization;
using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace NamRo.Kernel.Sheets;

/// <summary>
/// Writes a workbook row by row, in constant memory. Text is always text: a value that begins with "=" stays what it is, also when the
/// cell is edited. Dispose to finish the file.
/// </summary>
public sealed class SheetWriter : IDisposable
{
    /// <summary>Rows of one sheet, Excel's limit, without the heading.</summary>
    public const int MostRows = 1_048_575;

    private const string ChoicesName = "Danh mục";
    private const int LongestSheetName = 31;
    private const string ContentType = "application/vnd.openxmlformats-officedocument.";
    private const string RelationType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string StylesPath = "/xl/styles.xml";
    private const string ChoicesPath = "/xl/worksheets/choices.xml";
    private const string RowsPath = "/xl/worksheets/rows.xml";
    private const string SheetType = "spreadsheetml.worksheet";

    private readonly IReadOnlyList<SheetColumn> columns;
    private readonly string name;
    private readonly Package package;
    private readonly Stream part;
    private readonly OpenXmlWriter writer;
    private int rows;

    /// <param name="target">Where the file goes; stays open. Written from front to back, so it need not be seekable.</param>
    /// <param name="name">Name of the sheet.</param>
    /// <param name="columns">In order; <see cref="Write"/> takes one value for each.</param>
    public SheetWriter(Stream target, string name, IReadOnlyList<SheetColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        this.columns = columns;
        this.name = NameOf(name);
        // Write-only, or the package would keep every part in memory until the end. Then one part is open at a time.
        package = Package.Open(target, FileMode.Create, FileAccess.Write);
        WritePart(StylesPath, "spreadsheetml.styles", SheetStyles.Write);
        WritePart(ChoicesPath, SheetType, WriteChoices);
        WriteWorkbook();
        part = package.CreatePart(new Uri(RowsPath, UriKind.Relative), ContentType + SheetType + "+xml",
            CompressionOption.Fast).GetStream();
        writer = OpenXmlWriter.Create(part);
        Begin();
    }

    /// <summary>
    /// Writes one row. Values: string, int, long, decimal, double, DateOnly, DateTimeOffset (its date in Vietnam), bool (Có or empty),
    /// null.
    /// </summary>
    public void Write(params ReadOnlySpan<object?> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, columns.Count, nameof(values));
        rows = rows < MostRows ? rows + 1 : throw new InvalidOperationException($"A sheet holds {MostRows} rows.");
        writer.WriteStartElement(new Row());
        for (var at = 0; at < values.Length; at++)
        {
            WriteCell(columns[at], values[at]);
        }

        writer.WriteEndElement();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        writer.WriteEndElement();
        WriteValidations();
        writer.WriteEndElement();
        writer.Close();
        part.Dispose();
        package.Close();
    }

    private void Begin()
    {
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
        {
            WorkbookViewId = 0,
        }));
        writer.WriteElement(new Columns(columns.Select((column, at) => new Column
        {
            Min = (uint)at + 1,
            Max = (uint)at + 1,
            Width = column.Width,
            CustomWidth = true,
            Hidden = column.IsHidden,
            Style = SheetStyles.Of(column),
        })));
        writer.WriteStartElement(new SheetData());
        writer.WriteStartElement(new Row());
        foreach (var column in columns)
        {
            WriteText(column.Title, SheetStyles.Heading);
        }

        writer.WriteEndElement();
    }

    private void WriteCell(SheetColumn column, object? value)
    {
        switch (value)
        {
            case null or "" or false:
                writer.WriteElement(new Cell { StyleIndex = SheetStyles.Of(column) });
                break;
            case DateOnly date:
                WriteNumber((decimal)date.ToDateTime(TimeOnly.MinValue).ToOADate(), SheetStyles.Date);
                break;
            case DateTimeOffset instant:
                WriteCell(column, Time.WardClock.DateOf(instant));
                break;
            case int or long or decimal or double:
                var number = Convert.ToDecimal(value, CultureInfo.InvariantCulture);
                WriteNumber(column.Kind == SheetKind.Percent ? number / 100 : number, SheetStyles.Of(column));
                break;
            default:
                WriteText(value is true ? "Có" : (string)value, SheetStyles.Of(column));
                break;
        }
    }

    private void WriteNumber(decimal value, uint style) => writer.WriteElement(
        new Cell { CellValue = new CellValue(value.ToString(CultureInfo.InvariantCulture)), StyleIndex = style });

    private void WriteText(string text, uint style) => writer.WriteElement(new Cell(
        new InlineString(new Text(SheetText.Clean(text)) { Space = SpaceProcessingModeValues.Preserve }))
    {
        DataType = CellValues.InlineString,
        StyleIndex = style,
    });

    /// <summary>Drop-down lists live in a hidden sheet, one column each: written into the rule they could hold 255 characters.</summary>
    private void WriteChoices(OpenXmlWriter choices)
    {
        choices.WriteStartElement(new Worksheet());
        choices.WriteStartElement(new SheetData());
        for (var row = 0; row < columns.Max(column => column.Choices.Count); row++)
        {
            choices.WriteElement(new Row(columns.Select(column => new Cell(
                new InlineString(new Text(row < column.Choices.Count ? SheetText.Clean(column.Choices[row]) : "")))
            {
                DataType = CellValues.InlineString,
            })));
        }

        choices.WriteEndElement();
        choices.WriteEndElement();
    }

    private void WriteValidations()
    {
        var rules = columns.Select((column, at) => (column.Choices.Count, Letter: Letter(at))).Where(column => column.Count > 0)
            .Select(column => new DataValidation(new Formula1($"'{ChoicesName}'!${column.Letter}$1:${column.Letter}${column.Count}"))
            {
                Type = DataValidationValues.List,
                AllowBlank = true,
                ShowErrorMessage = false,
                SequenceOfReferences = new ListValue<StringValue> { InnerText = $"{column.Letter}2:{column.Letter}{MostRows + 1}" },
            }).ToList();
        if (rules.Count > 0)
        {
            writer.WriteElement(new DataValidations(rules) { Count = (uint)rules.Count });
        }
    }

    private void WriteWorkbook()
    {
        var book = WritePart("/xl/workbook.xml", "spreadsheetml.sheet.main", writer => writer.WriteElement(
            new Workbook(new DocumentFormat.OpenXml.Spreadsheet.Sheets(
                new Sheet { Name = name, SheetId = 1, Id = "rows" },
                new Sheet { Name = ChoicesName, SheetId = 2, Id = "choices", State = SheetStateValues.Hidden }))));
        package.CreateRelationship(book.Uri, TargetMode.Internal, RelationType + "officeDocument", "workbook");
        book.CreateRelationship(new Uri(RowsPath, UriKind.Relative), TargetMode.Internal, RelationType + "worksheet", "rows");
        book.CreateRelationship(new Uri(ChoicesPath, UriKind.Relative), TargetMode.Internal, RelationType + "worksheet", "choices");
        book.CreateRelationship(new Uri(StylesPath, UriKind.Relative), TargetMode.Internal, RelationType + "styles", "styles");
    }

    private PackagePart WritePart(string path, string type, Action<OpenXmlWriter> write)
    {
        var made = package.CreatePart(new Uri(path, UriKind.Relative), ContentType + type + "+xml", CompressionOption.Fast);
        using var stream = made.GetStream();
        using var content = OpenXmlWriter.Create(stream);
        write(content);
        return made;
    }

    private static string Letter(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : Letter((column / 26) - 1) + Letter(column % 26);

    private static string NameOf(string name)
    {
        var clean = new string([.. name.Where(letter =>
            !char.IsControl(letter) && !@"\/?*[]:'".Contains(letter, StringComparison.Ordinal))]);
        return clean.Length switch
        {
            0 => "Bảng",
            > LongestSheetName => clean[..LongestSheetName],
            _ => clean == ChoicesName ? clean + " 1" : clean,
        };
    }
}
