namespace NamRo.Language.Tests;

public sealed class SyllableTests
{
    [Theory]
    [InlineData("nghiêng")]
    [InlineData("Ủy")]
    [InlineData("uỷ")]
    [InlineData("khoẻ")]
    [InlineData("giếng")]
    [InlineData("gì")]
    [InlineData("quyết")]
    [InlineData("quốc")]
    [InlineData("QUẢNG")]
    [InlineData("khuỷu")]
    [InlineData("ngoằn")]
    [InlineData("thuở")]
    [InlineData("y")]
    [InlineData("yêu")]
    [InlineData("đăng")]
    [InlineData("huynh")]
    public void IsPossible_Syllables_AreAccepted(string word) => Assert.True(Syllable.IsPossible(word));

    [Theory]
    [InlineData("phờng")]
    [InlineData("ngi")]
    [InlineData("ghă")]
    [InlineData("nhac")]
    [InlineData("cỳ")]
    [InlineData("web")]
    [InlineData("sáà")]
    [InlineData("strm")]
    [InlineData("")]
    [InlineData("12")]
    public void IsPossible_OtherLetters_AreRejected(string word) => Assert.False(Syllable.IsPossible(word));

    [Fact]
    public void PlausibleShare_TellsTextFromBrokenExtraction()
    {
        const string good = "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị; 100% cán bộ, công chức có chữ ký số (DVC, TTHC).";
        const string broken = "2,-.% /&#0 &B 1 8%6 %6&31 AC- ;D- E9%6 2$# FG &HI.% AC- EJ K -LH &@%&1 MC EH%6 2&N# &8%6 M9# EJ =< O %6GI PQO=RO<=<>";
        Assert.InRange(Syllable.PlausibleShare(good), 0.95, 1);
        Assert.InRange(Syllable.PlausibleShare(broken), 0, 0.5);
        Assert.Equal(1, Syllable.PlausibleShare(""));
    }

    [Fact]
    public void PlausibleShare_SeedPlans_AreNearlyAllSyllables()
    {
        foreach (string file in TestData.Seeds())
        {
            Assert.InRange(Syllable.PlausibleShare(File.ReadAllText(file)), 0.93, 1);
        }
    }
}
