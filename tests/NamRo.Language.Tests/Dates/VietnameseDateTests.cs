namespace NamRo.Language.Tests;

public sealed class VietnameseDateTests
{
    [Theory]
    [InlineData("Phường A, ngày 25 tháng 3 năm 2026", 25, 3, 2026)]
    [InlineData("ngày 25/3/2026", 25, 3, 2026)]
    [InlineData("25-3-2026", 25, 3, 2026)]
    [InlineData("25.3.2026", 25, 3, 2026)]
    [InlineData("tháng 3/2026", null, 3, 2026)]
    [InlineData("tháng 03 năm 2026", null, 3, 2026)]
    [InlineData("ngày tháng 03 năm 2026", null, 3, 2026)]
    [InlineData("ngày      tháng      năm 2026", null, null, 2026)]
    [InlineData("ngày .... tháng 01 năm 2026", null, 1, 2026)]
    [InlineData("ngày … tháng … năm 2026", null, null, 2026)]
    public void FindFirst_ReadsItsParts(string text, int? day, int? month, int? year)
    {
        var date = VietnameseDate.FindFirst(text);
        Assert.NotNull(date);
        Assert.Equal((day, month, year), (date.Value.Day, date.Value.Month, date.Value.Year));
        Assert.Equal(day is null, date.Value.Value is null);
    }

    [Theory]
    [InlineData("Nghị định 179/2025/NĐ-CP")]
    [InlineData("45/13/2026")]
    [InlineData("hỗ trợ 24/7")]
    public void FindAll_OtherFigures_AreNoDates(string text) => Assert.Empty(VietnameseDate.FindAll(text));

    [Fact]
    public void Value_DayThatDoesNotExist_IsNull() => Assert.Null(VietnameseDate.FindFirst("ngày 31/6/2026")!.Value.Value);

    [Fact]
    public void FindFirst_ItsPlace_IsThatOfItsWords()
    {
        const string Text = "hoàn thành trước ngày 30/6/2026.";
        var date = VietnameseDate.FindFirst(Text)!.Value;
        Assert.Equal("ngày 30/6/2026", date.Range.Of(Text));
    }
}
