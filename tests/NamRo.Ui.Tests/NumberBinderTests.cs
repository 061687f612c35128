using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using NamRo.Ui.Forms;

namespace NamRo.Ui.Tests;

/// <summary>A figure is read as the person meant it, or refused; it is never silently another figure.</summary>
public sealed class NumberBinderTests
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    [Theory]
    [InlineData("86,2", "86.2")]
    [InlineData("86.2", "86.2")]
    [InlineData("1.234", "1234")]
    [InlineData("1.234.567,5", "1234567.5")]
    [InlineData("12 500", "12500")]
    [InlineData("-3,25", "-3.25")]
    [InlineData("0", "0")]
    public void TryRead_Vietnamese_IsWhatWasMeant(string text, string expected)
    {
        Assert.True(NumberBinder.TryRead(text, Vietnamese, out var number));
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), number);
    }

    [Theory]
    [InlineData("1,234", "1234")]
    [InlineData("86.2", "86.2")]
    [InlineData("1,234,567.5", "1234567.5")]
    public void TryRead_English_IsWhatWasMeant(string text, string expected)
    {
        Assert.True(NumberBinder.TryRead(text, English, out var number));
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), number);
    }

    [Theory]
    [InlineData("1.23.4")]
    [InlineData("1,2,3")]
    [InlineData("12.34,5")]
    [InlineData("86%")]
    [InlineData("1e5")]
    [InlineData("tám")]
    [InlineData(",5")]
    [InlineData("99999999999999999999999999999999")]
    public void TryRead_Unclear_IsRefused(string text)
    {
        Assert.False(NumberBinder.TryRead(text, Vietnamese, out _));
    }

    [Fact]
    public void TryRead_AnythingWeWrite_IsReadBack()
    {
        Prop.ForAll<int, byte>((whole, cents) =>
        {
            var written = whole + ((cents % 100) / 100m * Math.Sign(whole));
            return NumberBinder.TryRead(written.ToString("N2", Vietnamese), Vietnamese, out var read) && read == written;
        }).QuickCheckThrowOnFailure();
    }
}
