using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace NamRo.Measures.Tests;

public sealed class ParserTests
{
    [Theory]
    [InlineData("đếm(nhiệm_vụ)", "Số nhiệm vụ.")]
    [InlineData("DEM(nhiem_vu khi da_xong)", "Số nhiệm vụ đã xong.")]
    [InlineData("tỷ_lệ(nhiệm_vụ khi hạn trong_kỳ; đã_xong)", "Tỷ lệ (%) nhiệm vụ đã xong, trong số nhiệm vụ hạn trong kỳ.")]
    [InlineData("khác_nhau(nhiệm_vụ.đơn_vị khi trạng_thái = 'Quá hạn' và không đã_xong)",
        "Số đơn vị chủ trì khác nhau của nhiệm vụ trạng thái là “Quá hạn”, không đã xong.")]
    [InlineData("tổng(nhiệm_vụ.điểm) / đếm(cán_bộ) * 100", "(Tổng điểm của nhiệm vụ chia cho số cán bộ) nhân 100.")]
    [InlineData("đếm(nhiệm_vụ khi hạn < hôm_nay và (trạng_thái trong ('quá hạn'; 'đang làm') hoặc có đơn_vị))",
        "Số nhiệm vụ hạn trước ngày hôm nay, (trạng thái là “Quá hạn” hoặc “Đang làm” hoặc có đơn vị chủ trì).")]
    [InlineData("trung_bình(nhiệm_vụ.điểm khi điểm >= 0,5 và tên chứa \"số hóa\")", "Trung bình điểm của nhiệm vụ điểm ít nhất 0,5, tên có chữ “số hóa”.")]
    [InlineData("đếm(nhiệm_vụ khi hạn <= 30/6/2026)", "Số nhiệm vụ hạn không sau ngày 30/6/2026.")]
    [InlineData("tỉ_lệ(nhiệm_vụ; không đơn_vị bỏ_trống)", "Tỷ lệ (%) nhiệm vụ có đơn vị chủ trì, trong số nhiệm vụ.")]
    public void Parse_Expression_IsExplained(string text, string sentence) => Assert.Equal(sentence, MeasureSentence.Of(Sources.Read(text)));

    [Theory]
    [InlineData("", 0, "Cần một phép đếm")]
    [InlineData("5", 1, "đếm ít nhất một thứ")]
    [InlineData("đếm(nhiệm_vu_x)", 4, "Có phải là “nhiệm_vụ”?")]
    [InlineData("đếm(sổ)", 4, "Các nguồn có: nhiệm_vụ, cán_bộ.")]
    [InlineData("đếm(nhiệm_vụ khi han_chot trong_kỳ)", 17, "không có trường “han_chot”")]
    [InlineData("đếm(nhiệm_vụ khi tên trong_kỳ)", 17, "Chỉ trường ngày")]
    [InlineData("đếm(nhiệm_vụ khi trạng_thái = 'Trễ')", 30, "không có giá trị “Trễ”")]
    [InlineData("đếm(nhiệm_vụ khi điểm = 'năm')", 24, "cần một số")]
    [InlineData("đếm(nhiệm_vụ khi đơn_vị = 'x')", 17, "mã nội bộ")]
    [InlineData("đếm(nhiệm_vụ khi tên > 'x')", 21, "không so được")]
    [InlineData("tổng(nhiệm_vụ.tên)", 14, "không phải là số")]
    [InlineData("đếm(nhiệm_vụ", 12, "Cần dấu “)”")]
    [InlineData("đếm(nhiệm_vụ) đếm(cán_bộ)", 14, "Câu đã trọn")]
    [InlineData("đếm(nhiệm_vụ khi hạn = 31/2/2026)", 23, "không phải là ngày có thật")]
    [InlineData("đếm(nhiệm_vụ khi tên = 'x)", 23, "Thiếu dấu đóng")]
    [InlineData("đếm(nhiệm_vụ); drop table work.task", 13, "Câu đã trọn")]
    [InlineData("đếm(nhiệm_vụ khi điểm trong (1, 2))", 30, "dấu chấm phẩy")]
    [InlineData("tỷ_lệ(nhiệm_vụ)", 14, "điều kiện của phần được tính")]
    public void Parse_WrongExpression_SaysWhatAndWhere(string text, int from, string message)
    {
        var (measure, error) = Sources.Parser.Parse(text);

        Assert.Null(measure);
        Assert.Contains(message, error!.Message, StringComparison.Ordinal);
        Assert.Equal(from, error.From);
        Assert.InRange(error.From + error.Length, 0, text.Length);
    }

    [Fact]
    public void Parse_AtTheLimits_IsReadAndBeyondThemRefused()
    {
        string Nested(int depth) => new string('(', depth) + "đếm(nhiệm_vụ)" + new string(')', depth);
        string Many(int count) => string.Join('+', Enumerable.Repeat("đếm(nhiệm_vụ)", count));

        Assert.Null(Sources.Parser.Parse(Nested(MeasureParser.DeepestNesting)).Error);
        Assert.Contains("tầng", Sources.Parser.Parse(Nested(MeasureParser.DeepestNesting + 1)).Error!.Message, StringComparison.Ordinal);
        Assert.Null(Sources.Parser.Parse(Many(MeasureParser.MostAggregates)).Error);
        Assert.NotNull(Sources.Parser.Parse(Many(MeasureParser.MostAggregates + 1)).Error);
        Assert.Null(Sources.Parser.Parse("đếm(nhiệm_vụ)".PadRight(MeasureParser.LongestText)).Error);
        Assert.NotNull(Sources.Parser.Parse("đếm(nhiệm_vụ)".PadRight(MeasureParser.LongestText + 1)).Error);
    }

    [Fact]
    public void Parse_UnreadableCharacter_IsRefused() =>
        Assert.All(["\ud800", "\0", "\u001b"], letter => Assert.NotNull(Sources.Parser.Parse($"đếm(nhiệm_vụ khi tên = '{letter}')").Error));

    [Fact]
    public void Parse_AnyCharacters_NeverThrowsAndNeverLetsAValueIntoTheStatement()
    {
        string[] words = ["đếm", "(", ")", "tỷ_lệ", "tổng", "nhiệm_vụ", "cán_bộ", ".", ";", "khi", "và", "hoặc", "không", "có", "hạn", "tên", "điểm",
            "đã_xong", "trạng_thái", "trong_kỳ", "trong", "bỏ_trống", "chứa", "=", "<>", "<=", "+", "/", "*", "5", "0,5", "30/6/2026", "hôm_nay",
            "'Quá hạn'", "'x'' or 1=1 --'", "\"); drop table t\"", "--", "/*", "$1", "\\", "“", "é", "\ud800"];
        var generator = Gen.ArrayOf(Gen.Elements(words)).Select(parts => string.Join(' ', parts));
        var wild = ArbMap.Default.GeneratorFor<string>().Where(text => text is not null);

        Prop.ForAll(Gen.OneOf(generator, wild).ToArbitrary(), text => Survives(text)).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));
    }

    [Fact]
    public void Parse_MutatedGoodExpressions_NeverThrows()
    {
        const string Good = "tỷ_lệ(nhiệm_vụ khi hạn trong_kỳ và tên chứa 'a'; đã_xong) + 2 * tổng(nhiệm_vụ.điểm khi điểm trong (1; 2))";
        var random = new System.Random(57);
        for (var round = 0; round < 50_000; round++)
        {
            var text = new StringBuilder(Good);
            for (var change = random.Next(1, 5); change > 0; change--)
            {
                var at = random.Next(text.Length);
                _ = random.Next(3) switch
                {
                    0 => text.Remove(at, 1),
                    1 => text.Insert(at, (char)random.Next(32, 0x1FFF)),
                    _ => text.Insert(at, Good.AsSpan(random.Next(Good.Length / 2), random.Next(Good.Length / 2))),
                };
            }

            Assert.True(Survives(text.ToString()), text.ToString());
        }
    }

    private static bool Survives(string text)
    {
        var (measure, error) = Sources.Parser.Parse(text);
        if (measure is null)
        {
            return error!.Message.Length > 0 && error.From >= 0 && error.From + error.Length <= Math.Max(text.Length, MeasureParser.LongestText);
        }

        var scope = new MeasureScope([Guid.Empty], MeasurePeriod.Year(2026), new DateOnly(2026, 6, 1));
        var sql = MeasureCompiler.Compile(measure, scope).Sql;
        return MeasureSentence.Of(measure).Length > 0 && sql.All(letter => char.IsAsciiLetterOrDigit(letter) || " ._,()*$<>=:".Contains(letter, StringComparison.Ordinal))
            && !sql.Contains("--", StringComparison.Ordinal) && sql.Count(letter => letter == '(') == sql.Count(letter => letter == ')');
    }
}
