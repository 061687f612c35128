using System.Globalization;
using System.Text;
using ExcelDataReader;
using NamRo.Kernel.Outcomes;

namespace NamRo.Kernel.Sheets;

/// <summary>What a reader accepts.</summary>
/// <param name="MostRows">Rows with content.</param>
/// <param name="MostBytes">Size of the file.</param>
public sealed record SheetLimits(int MostRows = 20_000, long MostBytes = 20L * 1024 * 1024);

/// <summary>
/// Reads the first visible sheet that has the headings, from XLSX, XLS or CSV. A file from outside may be anything: what is not a sheet or
/// is beyond the limits gives one refusal.
/// </summary>
public static class SheetReader
{
    /// <summary>The heading may stand below a title, a motto and an organ's name.</summary>
    private const int MostRowsBeforeHeading = 30;

    private const int MostColumns = 256;
    private const int MostCellCharacters = SheetText.LongestCell;
    private const int MostSheets = 50;

    static SheetReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="file">Seekable; stays open.</param>
    /// <param name="columns">Looked for. The row with the most of their headings is the heading; required ones must be there.</param>
    /// <param name="limits">Null: the usual ones.</param>
    /// <param name="cancel">Stops between rows.</param>
    public static Outcome<SheetContent> Read(Stream file, IReadOnlyList<SheetColumn> columns, SheetLimits? limits,
        CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(columns);
        limits ??= new SheetLimits();
        if (file.Length == 0 || file.Length > limits.MostBytes)
        {
            return new Refusal(file.Length == 0 ? "Tệp rỗng, không có gì để đọc. Hãy chọn tệp khác."
                : $"Tệp lớn hơn {limits.MostBytes / (1024 * 1024)} MB. Hãy chia nhỏ rồi nhập từng phần.");
        }

        try
        {
            using var reader = Open(file, cancel);
            return ReadSheets(reader, new SheetHeadings(columns), limits, cancel);
        }
        catch (ExcelDataReader.Exceptions.InvalidPasswordException)
        {
            return new Refusal("Tệp có mật khẩu. Hãy bỏ mật khẩu rồi tải lại.");
        }
        catch (Exception fault) when (fault is not OperationCanceledException and not OutOfMemoryException && IsOfTheFile(fault))
        {
            return new Refusal("Tệp không phải là bảng tính Excel hoặc CSV, hoặc đã hỏng. Hãy mở bằng Excel, lưu lại rồi tải lên.");
        }
    }

    /// <summary>What the library throws on broken workbooks, found by feeding it some.</summary>
    private static bool IsOfTheFile(Exception fault) => fault is ExcelDataReader.Exceptions.ExcelReaderException or InvalidDataException
        or System.Xml.XmlException or ArgumentException or NullReferenceException or IndexOutOfRangeException or InvalidOperationException
        or NotSupportedException or KeyNotFoundException or InvalidCastException or ArithmeticException or FormatException
        or EndOfStreamException;

    private static IExcelDataReader Open(Stream file, CancellationToken cancel)
    {
        file.Position = 0;
        Span<byte> head = stackalloc byte[4];
        var count = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        file.Position = 0;
        var configuration = new ExcelReaderConfiguration { LeaveOpen = true, AutodetectSeparators = [';', ',', '\t'] };
        switch (head[..count])
        {
            case [0x50, 0x4B, ..]:
                SheetPackage.Check(file, cancel);
                return ExcelReaderFactory.CreateOpenXmlReader(file, configuration);
            case [0xD0, 0xCF, 0x11, 0xE0]:
                return ExcelReaderFactory.CreateBinaryReader(file, configuration);
            default:
                SheetPackage.CheckText(file);
                return ExcelReaderFactory.CreateCsvReader(file, configuration);
        }
    }

    private static Outcome<SheetContent> ReadSheets(IExcelDataReader reader, SheetHeadings headings, SheetLimits limits,
        CancellationToken cancel)
    {
        Refusal? first = null;
        var sheets = 0;
        do
        {
            if (reader.VisibleState is not ("visible" or null or ""))
            {
                continue;
            }

            var rows = ReadRows(reader, limits, cancel);
            var heading = headings.Find(rows.Take(MostRowsBeforeHeading));
            if (heading.Missing is null)
            {
                var content = heading.Content(reader.Name ?? "", rows);
                return content.Rows.Count <= limits.MostRows ? content
                    : Refusal.With($"Trang tính có hơn {limits.MostRows} dòng. Hãy chia nhỏ rồi nhập từng phần.");
            }

            first ??= heading.Missing;
        }
        while (++sheets < MostSheets && reader.NextResult());
        return first ?? new Refusal("Tệp không có trang tính nào để đọc.");
    }

    /// <summary>Rows with content, some more than allowed at most.</summary>
    private static List<RawRow> ReadRows(IExcelDataReader reader, SheetLimits limits, CancellationToken cancel)
    {
        var rows = new List<RawRow>();
        for (var number = 1; rows.Count <= limits.MostRows + MostRowsBeforeHeading && reader.Read(); number++)
        {
            cancel.ThrowIfCancellationRequested();
            var cells = new object?[Math.Min(reader.FieldCount, MostColumns)];
            var isEmpty = true;
            for (var column = 0; column < cells.Length; column++)
            {
                cells[column] = ValueOf(reader, column);
                isEmpty &= cells[column] is null;
            }

            if (!isEmpty)
            {
                rows.Add(new RawRow(number, cells));
            }
        }

        return rows;
    }

    private static object? ValueOf(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        null => null,
        string text => string.IsNullOrWhiteSpace(text) ? null : text[..Math.Min(text.Length, MostCellCharacters + 1)],
        double number => NumberOf(number, reader.GetNumberFormatString(column)),
        int number => NumberOf(number, null),
        bool flag => flag ? "Có" : "Không",
        TimeSpan time => time.ToString(@"hh\:mm", CultureInfo.InvariantCulture),
        var other => other,
    };

    private static object NumberOf(double number, string? format) => Math.Abs(number) < (double)decimal.MaxValue / 2
        ? new SheetRow.PlainNumber((decimal)number, format?.Contains('%', StringComparison.Ordinal) == true)
        : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A row as the file has it.</summary>
    internal sealed record RawRow(int Number, object?[] Cells);
}
