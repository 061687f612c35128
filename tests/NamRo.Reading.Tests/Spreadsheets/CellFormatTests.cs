using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using NamRo.Reading.Spreadsheets;

namespace NamRo.Reading.Tests.Spreadsheets;

/// <summary>Values come out as a Vietnamese user sees them in the sheet.</summary>
public sealed class CellFormatTests
{
    [Theory]
    [InlineData(0.95, "0%", "95%")]
    [InlineData(0.9411, "0.00%", "94,11%")]
    [InlineData(3450, "#,##0", "3.450")]
    [InlineData(1234567.5, "#,##0.00", "1.234.567,50")]
    [InlineData(0.1, "General", "0,1")]
    [InlineData(83.77, null, "83,77")]
    [InlineData(12, "General", "12")]
    [InlineData(7, "00", "07")]
    [InlineData(10, "0\" hồ sơ\"", "10 hồ sơ")]
    [InlineData(-5, "#,##0;-#,##0", "-5")]
    [InlineData(1500, "_(* #,##0_);_(* \\(#,##0\\);_(* \"-\"??_);_(@_)", "1.500")]
    public void Numbers_follow_their_format(double number, string? format, string shown) => Assert.Equal(shown, CellFormat.Write(number, format));

    [Theory]
    [InlineData("2026-12-31", "dd/mm/yyyy", "31/12/2026")]
    [InlineData("2026-12-31", "m/d/yyyy", "31/12/2026")]
    [InlineData("2026-12-01", "mm/yyyy", "12/2026")]
    [InlineData("2026-12-01", "mmm-yy", "12/2026")]
    [InlineData("2026-12-31", "[$-42A]dd \"tháng\" mm \"năm\" yyyy", "31/12/2026")]
    [InlineData("2026-12-31T08:30", "dd/mm/yyyy hh:mm", "31/12/2026 08:30")]
    public void Dates_are_written_day_first(string date, string format, string shown) =>
        Assert.Equal(shown, CellFormat.Write(DateTime.Parse(date, CultureInfo.InvariantCulture), format));

    [Fact]
    public void Any_number_and_format_is_written_without_a_fault()
    {
        Prop.ForAll<double, string>((number, format) => CellFormat.Write(number, format) is not null).QuickCheckThrowOnFailure();
    }
}
