namespace NamRo.Language;

/// <summary>Finds measured quantities: "tối thiểu 90%", "từ 3-5 vấn đề", "tăng từ 60% lên 75%", "≥ 84%".</summary>
public static class Quantities
{
    /// <summary>
    /// Every quantity of running text in order. Numbers that belong to names, codes, dates, years and list marks are left out, and so
    /// is a bare number that neither a unit follows nor a comparator precedes.
    /// </summary>
    public static IReadOnlyList<Quantity> FindIn(string text) => new QuantityFinder(text, isCell: false).Find();

    /// <summary>
    /// Every quantity of a table cell, where a bare number counts: "≥80%", "12", "≤ 3 Đông Nam Á; ≤ 50 thế giới", "100% (2025-2027)".
    /// </summary>
    public static IReadOnlyList<Quantity> FindInCell(string cell) => new QuantityFinder(cell, isCell: true).Find();
}
