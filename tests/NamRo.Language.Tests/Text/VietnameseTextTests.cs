using FsCheck;
using FsCheck.Fluent;

namespace NamRo.Language.Tests;

public sealed class VietnameseTextTests
{
    [Theory]
    [InlineData("Hoà bình", "Hòa bình")]
    [InlineData("Uỷ ban nhân dân", "Ủy ban nhân dân")]
    [InlineData("số hoá", "số hóa")]
    [InlineData("khoẻ", "khỏe")]
    [InlineData("Quí II", "Quý II")]
    [InlineData("kí số", "ký số")]
    [InlineData("tỉ lệ", "Tỷ lệ")]
    [InlineData("tuỳ thuộc", "tùy thuộc")]
    [InlineData("hòan thành, họat động, tòan trình", "hoàn thành hoạt động toàn trình")]
    [InlineData("Văn hóa – Xã hội", "văn hoá - xã hội")]
    [InlineData("Văn hóa-Xã hội", "Văn hóa - Xã hội")]
    [InlineData("HĐND&UBND", "HĐND và UBND")]
    [InlineData("HĐND & UBND", "HĐND và UBND")]
    [InlineData("**“Phi tiếp xúc”**", "phi tiếp xúc")]
    [InlineData("- Tỷ lệ hồ sơ.", "tỷ lệ hồ sơ")]
    [InlineData("a\u00A0b\n c", "A B C")]
    [InlineData("Chuye\u0302\u0309n đo\u0302\u0309i so\u0302\u0301", "Chuyển đổi số")]
    [InlineData("chuyển\u00AD đổi\u200B số", "chuyển đổi số")]
    public void Fold_SpellingsOfTheSameWords_AreOneKey(string one, string other) =>
        Assert.Equal(VietnameseText.Fold(other), VietnameseText.Fold(one));

    [Theory]
    [InlineData("Hòa", "Hóa")]
    [InlineData("thúy", "thúi")]
    [InlineData("1.5", "15")]
    [InlineData("57-NQ/TW", "57 NQ/TW")]
    [InlineData("cao", "cáo")]
    public void Fold_DifferentWords_StayDifferent(string one, string other) =>
        Assert.NotEqual(VietnameseText.Fold(other), VietnameseText.Fold(one));

    [Theory]
    [InlineData("giá", "giá")]
    [InlineData("Quản lý", "quản lý")]
    [InlineData("NGHIÊN CỨU", "nghiên cứu")]
    [InlineData("người khuyết tật", "người khuyết tật")]
    [InlineData("đơn vị", "đơn vị")]
    [InlineData("tỷ lệ ≥ 95,5%", "tỷ lệ ≥ 95,5%")]
    [InlineData("thuở, quyển, giếng, gìn, ngoằn", "thuở quyển giếng gìn ngoằn")]
    [InlineData("ngày 25/3/2026.", "ngày 25/3/2026")]
    public void Fold_WellSpeltWords_KeepTheirSpelling(string text, string key) => Assert.Equal(key, VietnameseText.Fold(text));

    [Theory]
    [InlineData("Ban Chỉ đạo CĐS", "Ban Chỉ đạo CDS", true)]
    [InlineData("BCĐ", "BCD", true)]
    [InlineData("đa", "da", false)]
    [InlineData("ĐẢNG", "DẢNG", false)]
    public void FoldLoose_OnlyAcronyms_LoseTheBar(string one, string other, bool same) =>
        Assert.Equal(same, VietnameseText.FoldLoose(one) == VietnameseText.FoldLoose(other));

    [Fact]
    public void WithoutAccents_GivesPlainLetters() => Assert.Equal("duong nguyen hue", VietnameseText.WithoutAccents("Đường Nguyễn Huệ"));

    [Theory]
    [InlineData("  Số\t01 \r\n của\u00A0UBND ", "Số 01 của UBND")]
    [InlineData("chuye\u0302\u0309n", "chuyển")]
    [InlineData("Uỷ ban", "Uỷ ban")]
    [InlineData("", "")]
    public void Normalize_KeepsTheLetters_AndUnifiesTheRest(string text, string expected) =>
        Assert.Equal(expected, VietnameseText.Normalize(text));

    [Fact]
    public void FoldMap_FoundPhrase_PointsIntoTheOriginal()
    {
        const string text = "Giao  Phòng Văn hoá – Xã hội chủ trì";
        FoldMap map = VietnameseText.FoldWithMap(text);
        TextRange? found = map.Find("phòng văn hóa - xã hội");
        Assert.Equal("Phòng Văn hoá – Xã hội", found?.Of(text));
        Assert.Null(map.Find("phòng vă"));
    }

    [Fact]
    public void FoldMap_DecomposedText_CountsTheOriginalUnits()
    {
        const string text = "a) Chuye\u0302\u0309n đo\u0302\u0309i so\u0302\u0301";
        Assert.Equal("đo\u0302\u0309i so\u0302\u0301", VietnameseText.FoldWithMap(text).Find("đổi số")?.Of(text));
    }

    [Fact]
    public void Fold_IsIdempotent_AndEveryMappedRangeIsInside() => Prop.ForAll<string>(text =>
    {
        text ??= "";
        FoldMap map = VietnameseText.FoldWithMap(text);
        bool inside = Enumerable.Range(0, map.Folded.Length).All(i =>
        {
            TextRange range = map.ToOriginal(new(i, i + 1));
            return range.From >= 0 && range.Length > 0 && range.To <= text.Length;
        });
        return inside && VietnameseText.Fold(map.Folded) == map.Folded && VietnameseText.Fold(text) == map.Folded;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Normalize_IsIdempotent() => Prop.ForAll<string>(text =>
        VietnameseText.Normalize(VietnameseText.Normalize(text ?? "")) == VietnameseText.Normalize(text ?? "")).QuickCheckThrowOnFailure();
}
