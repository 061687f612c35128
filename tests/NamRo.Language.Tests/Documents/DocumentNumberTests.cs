namespace NamRo.Language.Tests;

public sealed class DocumentNumberTests
{
    [Theory]
    [InlineData("Kế hoạch số 110/KH-UBND ngày 25/3/2026 của UBND phường Lê Chân về chuyển đổi số", "Kế hoạch", "110/KH-UBND", "2026-03-25", "UBND phường Lê Chân")]
    [InlineData("Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị về đột phá", "Nghị quyết", "57-NQ/TW", "2024-12-22", "Bộ Chính trị")]
    [InlineData("theo Nghị quyết 57- NQ/TW của Bộ Chính trị", "Nghị quyết", "57-NQ/TW", null, "Bộ Chính trị")]
    [InlineData("Nghị quyết số 71/NQ-CP ngày 01/4/2025 của Chính phủ sửa đổi, bổ sung", "Nghị quyết", "71/NQ-CP", "2025-04-01", "Chính phủ")]
    [InlineData("Thông báo số 02-TB/BĐC ngày 19/03/2026 của BCD", "Thông báo", "02-TB/BĐC", "2026-03-19", "BCD")]
    [InlineData("Công văn số 2920/VP-VX ngày 20/03/2026 về việc rà soát", "Công văn", "2920/VP-VX", "2026-03-20", null)]
    [InlineData("Nghị định số 179/2025/NĐ-CP ngày 01 tháng 7 năm 2025 của Chính phủ quy định", "Nghị định", "179/2025/NĐ-CP", "2025-07-01", "Chính phủ")]
    [InlineData("Chương trình công tác số 01-Ctr/BCĐ ngày 09/01/2026 của Ban chỉ đạo của Thành ủy về", "Chương trình công tác", "01-Ctr/BCĐ", "2026-01-09", "Ban chỉ đạo của Thành ủy")]
    [InlineData("QĐ 749/QĐ-TTg", "QĐ", "749/QĐ-TTg", null, null)]
    [InlineData("Luật Khoa học số 93/2025/QH15 ngày 27/6/2025", null, "93/2025/QH15", "2025-06-27", null)]
    [InlineData("Công văn số 1061/SKH-CN-QLCL ngày 25/03/2026", "Công văn", "1061/SKH-CN-QLCL", "2026-03-25", null)]
    [InlineData("Số: 15 /KH-UBND", null, "15/KH-UBND", null, null)]
    [InlineData("Thông báo kết luận số 01-TB/CQTTBCĐ ngày 16/01/2026 của đồng chí Bí thư", "Thông báo kết luận", "01-TB/CQTTBCĐ", "2026-01-16", "đồng chí Bí thư")]
    [InlineData("Đề án 06/CP", "Đề án", "06/CP", null, null)]
    [InlineData("Kế hoạch số 12–KH/TU", "Kế hoạch", "12-KH/TU", null, null)]
    public void FindFirst_NamesTheDocument(string text, string? kind, string number, string? issuedOn, string? organ)
    {
        var found = DocumentNumber.FindFirst(text);
        Assert.NotNull(found);
        Assert.Equal(
            (kind, number, issuedOn, organ),
            (found.Kind, found.Number, found.IssuedOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), found.Organ));
    }

    [Theory]
    [InlineData("Số: /KH-UBND", "/KH-UBND")]
    [InlineData("Số:       /KH-UBND", "/KH-UBND")]
    [InlineData("Số ....../QĐ-UBND", "/QĐ-UBND")]
    [InlineData("Số:     -KH/ĐU", "-KH/ĐU")]
    [InlineData("(Kèm theo Kế hoạch số        /KH-UBND ngày     tháng  8  năm 2025 của UBND phường Hải Dương)", "/KH-UBND")]
    public void FindFirst_RunningNumberLeftBlank_IsBlank(string text, string symbol)
    {
        var found = DocumentNumber.FindFirst(text);
        Assert.NotNull(found);
        Assert.True(found.IsBlank);
        Assert.Equal(symbol, found.Symbol);
    }

    [Theory]
    [InlineData("ngày 25/3/2026, đạt 84%, tốc độ 100 Mb/s, 24/7, 3-5 mô hình")]
    [InlineData("giai đoạn 2025-2030, TCVN ISO 9001:2015, mạng 5G, 01 Gbps/s")]
    [InlineData("Phòng Văn hóa - Xã hội, 02 lần/năm, 1/3 số hộ")]
    public void FindAll_OrdinaryFigures_AreNoDocuments(string text) => Assert.Empty(DocumentNumber.FindAll(text));

    [Fact]
    public void FindAll_SeveralInASentence_InOrder()
    {
        const string Text = "Thực hiện Kế hoạch số 49/KH-UBND ngày 12/02/2026 của Ủy ban nhân dân thành phố về việc Thực hiện Nghị quyết 57-NQ/TW ngày 22/12/2024";
        var found = DocumentNumber.FindAll(Text);
        Assert.Equal(["49/KH-UBND", "57-NQ/TW"], found.Select(d => d.Number));
        Assert.Equal("Ủy ban nhân dân thành phố", found[0].Organ);
        Assert.Equal("49/KH-UBND", found[0].NumberRange.Of(Text));
    }
}
