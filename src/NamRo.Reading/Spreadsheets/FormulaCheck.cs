using System.Xml;
using NamRo.Reading.Packages;

namespace NamRo.Reading.Spreadsheets;

/// <summary>
/// Finds formulas whose result is not in the file: programs that make workbooks often leave it to be computed on opening.
/// </summary>
internal static class FormulaCheck
{
    /// <summary>One notice with the number of such cells, or none.</summary>
    public static IEnumerable<ReadingNotice> Find(OfficePackage package)
    {
        var count = package.Names("xl/worksheets/").Sum(part => CountIn(package, part));
        if (count > 0)
        {
            yield return new ReadingNotice(
                "sheet.formula-without-value",
                $"{count} ô công thức chưa có kết quả lưu trong tệp nên đọc là trống; hãy mở tệp bằng Excel, lưu lại rồi gửi lại.");
        }
    }

    private static int CountIn(OfficePackage package, string part)
    {
        using var sheet = package.Open(part);
        if (sheet is null)
        {
            return 0;
        }

        using var reader = XmlTree.Open(sheet);
        var (count, isOpenFormula) = (0, false);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "c":
                    count += isOpenFormula ? 1 : 0;
                    isOpenFormula = false;
                    break;
                case "f":
                    isOpenFormula = true;
                    break;
                case "v":
                    isOpenFormula &= reader.IsEmptyElement;
                    break;
            }
        }

        return count + (isOpenFormula ? 1 : 0);
    }
}
