using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace NamRo.Language.Tests;

public sealed class VietnameseNumberTests
{
    [Theory]
    [InlineData("01", "1")]
    [InlineData("3.450", "3450")]
    [InlineData("3.000", "3000")]
    [InlineData("3,000", "3000")]
    [InlineData("95,5", "95.5")]
    [InlineData("94.11", "94.11")]
    [InlineData("94,117", "94.117")]
    [InlineData("0.125", "0.125")]
    [InlineData("0,7", "0.7")]
    [InlineData("1.234.567,8", "1234567.8")]
    [InlineData("1,234,567.8", "1234567.8")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("2026", "2026")]
    [InlineData("một", "1")]
    [InlineData("ba", "3")]
    [InlineData("mười", "10")]
    [InlineData("mười hai", "12")]
    [InlineData("mười lăm", "15")]
    [InlineData("hai mươi", "20")]
    [InlineData("Hai mươi lăm", "25")]
    [InlineData("hai mươi mốt", "21")]
    [InlineData("một trăm linh năm", "105")]
    [InlineData("ba trăm hai mươi tư", "324")]
    [InlineData("hai nghìn ba trăm", "2300")]
    [InlineData("một triệu hai trăm nghìn", "1200000")]
    public void Parse_Numbers_GiveTheirValue(string text, string value) =>
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), VietnameseNumber.Parse(text));

    [Theory]
    [InlineData("1.2.3")]
    [InlineData("12.34.567")]
    [InlineData("5G")]
    [InlineData("57-NQ/TW")]
    [InlineData("một cửa")]
    [InlineData("")]
    [InlineData("%")]
    [InlineData("1234567890123456789012345")]
    public void Parse_AnythingElse_IsNull(string text) => Assert.Null(VietnameseNumber.Parse(text));

    [Theory]
    [InlineData("triệu đồng", 1_000_000)]
    [InlineData("tỉ đồng", 1_000_000_000)]
    [InlineData("nghìn lượt", 1_000)]
    [InlineData("doanh nghiệp", 1)]
    [InlineData(null, 1)]
    public void Magnitude_OfAUnit(string? unit, long factor) => Assert.Equal(factor, VietnameseNumber.Magnitude(unit));

    [Fact]
    public void FindAll_GivesDigitsAndWords() =>
        Assert.Equal([3_450m, 25m, 95.5m], VietnameseNumber.FindAll("3.450 hồ sơ, hai mươi lăm lớp, đạt 95,5%").Select(number => number.Value));

    [Fact]
    public void Parse_WholeNumbersGroupedByStops_ComeBack() => Prop.ForAll<int>(number =>
    {
        long whole = Math.Abs((long)number);
        string grouped = whole.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '.');
        return VietnameseNumber.Parse(grouped) == whole;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Parse_TwoDecimalsAfterAComma_ComeBack() => Prop.ForAll<int>(number =>
    {
        decimal value = Math.Abs((long)number) / 100m;
        return VietnameseNumber.Parse(value.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',')) == value;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void ReadStart_AnyText_StaysInside() => Prop.ForAll<string>(text =>
        VietnameseNumber.ReadStart(text ?? "") is not { } found || (found.Range.Length > 0 && found.Range.To <= text!.Length))
        .QuickCheckThrowOnFailure();
}
