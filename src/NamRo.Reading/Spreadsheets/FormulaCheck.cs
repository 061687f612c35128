using System.Xml.Linq;
using NamRo.Reading.Packages;

namespace NamRo.Reading.Spreadsheets;

/// <summary>Finds formulas whose result is not in the file: programs that make workbooks often leave it to be computed on opening.</summary>
internal static class FormulaCheck
{
    private static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>One notice with the number of such cells, or none.</summary>
    public static IEnumerable<ReadingNotice> Find(OfficePackage package)
    {
        var count = package.Names("xl/worksheets/").Sum(part => CountIn(package.Load(part)));
        if (count > 0)
        {
            yield return new ReadingNotice(
                "sheet.formula-without-value",
                $"{count} ô công thức chưa có kết quả lưu trong tệp nên đọc là trống; hãy mở tệp bằng Excel, lưu lại rồi gửi lại.");
        }
    }

    private static int CountIn(XElement? sheet) =>
        sheet?.Descendants(Sheet + "c").Count(cell => cell.Element(Sheet + "f") is not null && string.IsNullOrEmpty(cell.Element(Sheet + "v")?.Value)) ?? 0;
}
