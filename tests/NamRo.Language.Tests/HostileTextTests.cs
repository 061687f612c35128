using FsCheck;
using FsCheck.Fluent;

namespace NamRo.Language.Tests;

/// <summary>Whatever stands in a cell: no reader throws, every range lies in the text, every answer is the same the second time.</summary>
public sealed class HostileTextTests
{
    private static readonly string[] Pieces =
    [
        "ngày", "tháng", "năm", "quý", "Quý", "II", "H", "31", "12", "2026", "30/6", "/", "-", ",", ";", "(", ")", "và", "đến", "từ", "trước", "hằng", "6", "đầu", "kể", "thường xuyên", "theo",
        "Phòng", "Văn phòng", "UBND", "HĐND", "các", "ban", "đơn vị", "phường", "Số:", "110/KH-UBND", "-NQ/TW", "của", "Chính phủ", "\n", "\t", "…", "9999999999", "0", "\u0301", "\uD800", "Đồng chí", ":",
    ];

    private static readonly Arbitrary<string> Cells = Gen.Elements(Pieces).ListOf().Select(p => string.Join(' ', p)).ToArbitrary();

    [Fact]
    public void Deadline_AnyWords_NeverThrowsAndNeverEndsBeforeItBegins() => Prop.ForAll(Cells, words =>
    {
        var deadline = Deadline.Parse(words, new DateOnly(2026, 3, 25), 2026);
        _ = deadline.Describe();
        return deadline == Deadline.Parse(words, new DateOnly(2026, 3, 25), 2026)
            && (deadline.Due is null || deadline.From is null || deadline.Due >= deadline.From);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Deadline_AnyCharacters_NeverThrows() => Prop.ForAll<string>(words => Deadline.Parse(words ?? string.Empty).Describe().Length > 0).QuickCheckThrowOnFailure();

    [Fact]
    public void Ranges_AnyWords_LieInTheText() => Prop.ForAll(Cells, words =>
        VietnameseDate.FindAll(words).All(d => Lies(d.Range, words))
        && DocumentNumber.FindAll(words).All(d => Lies(d.Range, words) && Lies(d.NumberRange, words))
        && OrganNames.FindIn(words).All(r => Lies(r, words))).QuickCheckThrowOnFailure();

    [Fact]
    public void Split_AnyWords_GivesVerbatimPieces() => Prop.ForAll(Cells, words =>
    {
        var whole = VietnameseText.Normalize(words);
        return OrganNames.Split(words).All(name => name.Length > 0 && whole.Contains(name, StringComparison.Ordinal));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void AreSame_AnyWords_IsSymmetric() => Prop.ForAll(Cells, Cells, (one, other) =>
        OrganNames.AreSame(one, other) == OrganNames.AreSame(other, one)).QuickCheckThrowOnFailure();

    private static bool Lies(TextRange range, string text) => range.From >= 0 && range.From < range.To && range.To <= text.Length;
}
