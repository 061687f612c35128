using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace NamRo.Reading.Spreadsheets;

/// <summary>Reads XLSX and XLS: every visible sheet as titles, tables and notes, values as they are shown.</summary>
internal static class SpreadsheetReader
{
    private const int MostRows = 50_000;
    private const int MostColumns = 256;
    private const int MostCells = 1_000_000;
    private const int MostCharacters = 50_000_000;

    static SpreadsheetReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <exception cref="InvalidDataException">The file is broken or beyond the limits.</exception>
    /// <exception cref="InvalidPasswordException">The workbook is encrypted.</exception>
    public static DocumentReading Read(Stream stream, CancellationToken cancel)
    {
        var builder = new ReadingBuilder();
        foreach (var grid in ReadGrids(stream, builder, cancel))
        {
            foreach (var block in SheetLayout.Read(grid))
            {
                builder.Add(block);
            }
        }

        return builder.Build(SourceKind.Spreadsheet);
    }

    private static List<SheetGrid> ReadGrids(Stream stream, ReadingBuilder builder, CancellationToken cancel)
    {
        try
        {
            using var reader = ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { LeaveOpen = true });
            var grids = new List<SheetGrid>();
            do
            {
                if (reader.VisibleState == "visible")
                {
                    grids.Add(ReadGrid(reader, builder, cancel));
                }
            }
            while (reader.NextResult());
            return grids;
        }
        catch (Exception fault) when (
            fault is ExcelReaderException and not InvalidPasswordException or ArgumentException or NullReferenceException
            or IndexOutOfRangeException or InvalidOperationException or NotSupportedException or KeyNotFoundException
            or InvalidCastException or ArithmeticException)
        {
            throw new InvalidDataException("broken workbook", fault);
        }
    }

    private static SheetGrid ReadGrid(IExcelDataReader reader, ReadingBuilder builder, CancellationToken cancel)
    {
        var rows = new List<string[]>();
        var (widest, characters, isCut) = (0, 0, reader.FieldCount > MostColumns);
        while (reader.Read())
        {
            cancel.ThrowIfCancellationRequested();
            var row = ReadRow(reader);
            widest = Math.Max(widest, row.Length);
            characters += row.Sum(text => text.Length);
            if (rows.Count == MostRows || (long)rows.Count * widest > MostCells || characters > MostCharacters)
            {
                isCut = true;
                break;
            }

            rows.Add(row);
        }

        if (isCut)
        {
            builder.Add(
                new ReadingNotice(
                    "sheet.cut", $"Trang tính \"{reader.Name}\" quá lớn, chỉ đọc {rows.Count} dòng và {MostColumns} cột đầu."));
        }

        var merges = (reader.MergeCells ?? [])
            .Select(merge => new Merge(merge.FromRow, merge.FromColumn, merge.ToRow, Math.Min(merge.ToColumn, MostColumns)));
        return new SheetGrid(reader.Name, rows, [.. merges]);
    }

    /// <summary>The shown texts up to the last filled cell.</summary>
    private static string[] ReadRow(IExcelDataReader reader)
    {
        var row = new string[Math.Min(reader.FieldCount, MostColumns)];
        var filled = 0;
        for (var column = 0; column < row.Length; column++)
        {
            row[column] =
                PlainText.PipeTable.FoldParagraphs(CellFormat.Write(reader.GetValue(column), reader.GetNumberFormatString(column)));
            filled = row[column].Length > 0 ? column + 1 : filled;
        }

        return row[..filled];
    }
}
