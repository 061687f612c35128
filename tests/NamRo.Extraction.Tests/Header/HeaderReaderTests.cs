using NamRo.Reading;

namespace NamRo.Extraction.Tests;

public sealed class HeaderReaderTests
{
    private static readonly string[] WardHead =
    [
        "ỦY BAN NHÂN DÂN\nPHƯỜNG SÔNG TRĂNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 45/KH-UBND", "Sông Trăng, ngày 05 tháng 02 năm 2026",
        "KẾ HOẠCH", "Phát triển công dân số năm 2026",
    ];

    [Fact]
    public void Read_WardPlan_GivesItsHead()
    {
        var header = Header([.. WardHead, "Thực hiện Kế hoạch số 12/KH-UBND ngày 02/01/2026 của UBND thành phố về công dân số, UBND phường ban hành Kế hoạch:", "I. MỤC TIÊU"]);
        Assert.Equal(
            ("45/KH-UBND", new DateOnly(2026, 2, 5), "Sông Trăng", "Ủy ban nhân dân phường Sông Trăng", "Kế hoạch", "Phát triển công dân số năm 2026"),
            (header.Number, header.IssuedOn, header.Place, header.Authority, header.Kind, header.Subject));
        Assert.Equal(["12/KH-UBND"], header.LegalBases);
    }

    [Theory]
    [InlineData("UBND TỈNH ĐỒNG XA  SỞ CÔNG THƯƠNG", "Sở Công thương")]
    [InlineData("UBND THÀNH PHỐ BẾN CẢNG ỦY BAN NHÂN DÂN PHƯỜNG SÔNG TRĂNG", "Ủy ban nhân dân phường Sông Trăng")]
    [InlineData("ĐẢNG BỘ THÀNH PHỐ BẾN CẢNG ĐẢNG ỦY PHƯỜNG SÔNG TRĂNG", "Đảng ủy phường Sông Trăng")]
    [InlineData("BỘ TƯ PHÁP", "Bộ Tư pháp")]
    [InlineData("CHÍNH PHỦ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Chính phủ")]
    public void Read_TwoOrgansOrColumnsOnOneLine_TakesTheIssuingOne(string line, string authority) =>
        Assert.Equal(authority, Header(line, "Số: 3/KH-X", "Bến Cảng, ngày 1 tháng 2 năm 2026", "KẾ HOẠCH", "Về dữ liệu", "I. NỘI DUNG").Authority, ignoreCase: true);

    [Fact]
    public void Read_ColumnsRanTogether_NumberPlaceAndDateComeApart()
    {
        var header = Header(
            "UBND XÃ ĐỒI SIM CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 7/KH-UBND Đồi Sim, ngày 9 tháng 1 năm 2026", "KẾ HOẠCH", "Cải cách hành chính năm 2026", "I. MỤC TIÊU");
        Assert.Equal(("7/KH-UBND", "Đồi Sim", new DateOnly(2026, 1, 9), "Ủy ban nhân dân XÃ ĐỒI SIM"), (header.Number, header.Place, header.IssuedOn, Upper(header.Authority, "xã đồi sim")));
    }

    [Fact]
    public void Read_BlanksInTheHead_StayEmptyAndAreFound()
    {
        var (header, findings) = HeaderReader.Read(Reading("Số:     /KH-UBND", "Sông Trăng, ngày     tháng 02 năm 2026", "KẾ HOẠCH", "Công dân số năm 2026", "I. MỤC TIÊU"));
        Assert.Null(header.Number);
        Assert.Null(header.IssuedOn);
        Assert.Equal(["document.number-blank", "document.date-blank"], findings.Select(f => f.Rule));
    }

    [Fact]
    public void Read_DateBlankInTheHead_TakesThatOfTheAppendixLine() => Assert.Equal(
        new DateOnly(2026, 2, 17),
        Header("Số: /KH-UBND", "Sông Trăng, ngày tháng 02 năm 2026", "KẾ HOẠCH", "Công dân số", "I. MỤC TIÊU", "Phụ lục", "(kèm theo Kế hoạch số /KH-UBND ngày 17 tháng 02 năm 2026 của UBND phường)").IssuedOn);

    [Theory]
    [InlineData("004_chromium.pdf")]
    [InlineData("004_table.xlsx")]
    public void Read_OnlyATableOfTasks_HasNoHeadAndSaysSo(string sample)
    {
        var (header, findings) = HeaderReader.Read(DocumentReader.Read(Repository.Data("samples", sample), ReadingOptions.Default));
        Assert.Equal((null, null, null), (header.Authority, header.Kind, header.Subject));
        Assert.Equal(["document.head-missing"], findings.Select(finding => finding.Rule));
    }

    [Fact]
    public void Read_TableWithoutAHead_HasNoTitle()
    {
        var header = Header("TT", "Nội dung", "Cơ quan chủ trì", "Kết quả cần đạt", "Thời gian hoàn thành", "I", "Nâng cao nhận thức về chuyển đổi số");
        Assert.Equal((null, null), (header.Kind, header.Subject));
    }

    [Fact]
    public void Read_AppendixAlone_BelongsToTheDocumentItNames()
    {
        var header = Header("PHỤ LỤC I", "DANH MỤC NHIỆM VỤ TRỌNG TÂM", "(Ban hành kèm theo Quyết định số 99/QĐ-UBND ngày 03/3/2026 của UBND xã Đồi Sim)", "1. Nhiệm vụ thứ nhất");
        Assert.Equal(
            ("99/QĐ-UBND", new DateOnly(2026, 3, 3), "Quyết định", "Ủy ban nhân dân xã Đồi Sim", "DANH MỤC NHIỆM VỤ TRỌNG TÂM"),
            (header.Number, header.IssuedOn, header.Kind, header.Authority, header.Subject));
    }

    [Fact]
    public void Read_DecisionThatCarriesAPlan_IsTheDecision()
    {
        var header = Header(
            "ỦY BAN NHÂN DÂN TỈNH ĐỒNG XA", "Số: 812/QĐ-UBND", "Đồng Xa, ngày 20 tháng 01 năm 2026", "QUYẾT ĐỊNH", "Ban hành Kế hoạch dữ liệu số năm 2026", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐỒNG XA",
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", "Căn cứ Nghị định số 47/2024/NĐ-CP ngày 09/5/2024 của Chính phủ quy định về cơ sở dữ liệu quốc gia;",
            "Theo đề nghị của Giám đốc Sở Khoa học và Công nghệ tại Tờ trình số 55/TTr-SKHCN ngày 10/01/2026.", "QUYẾT ĐỊNH:", "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch.",
            "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Thị Ánh", "KẾ HOẠCH", "Dữ liệu số năm 2026", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Văn Khác");
        Assert.Equal(("Quyết định", "Ban hành Kế hoạch dữ liệu số năm 2026"), (header.Kind, header.Subject));
        Assert.Equal(["47/2024/NĐ-CP"], header.LegalBases);
        Assert.Equal(("Lê Thị Ánh", "Phó Chủ tịch"), (header.Signer, header.SignerTitle));
    }

    [Theory]
    [InlineData("Phó Chủ tịch", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")]
    [InlineData("Chủ tịch", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")]
    [InlineData("Phó Bí thư Thường trực", "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ THƯỜNG TRỰC")]
    [InlineData("Phó Chủ tịch", "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH")]
    [InlineData("Giám đốc", "GIÁM ĐỐC")]
    public void Read_SignatureBlock_NamesPersonAndTitle(string title, params string[] block)
    {
        var header = Header([.. WardHead, "I. MỤC TIÊU", "Nơi nhận:", "- Như trên;", "- Lưu: VT.", .. block, "(Đã ký)", "Đoàn Thị Hạnh Dung", "Phụ lục"]);
        Assert.Equal("Đoàn Thị Hạnh Dung", header.Signer);
        Assert.Equal(title, header.SignerTitle, ignoreCase: true);
    }

    [Fact]
    public void Read_NumberInsideATitle_IsNested()
    {
        var header = Header(
            [.. WardHead, "Căn cứ Nghị quyết số 50/NQ-CP ngày 17/4/2020 của Chính phủ ban hành Chương trình hành động thực hiện Nghị quyết số 52-NQ/TW ngày 27/9/2019 của Bộ Chính trị;",
            "Căn cứ Nghị quyết số 57-NQ/TW của Bộ Chính trị và Nghị quyết số 71/NQ-CP của Chính phủ;", "I. MỤC TIÊU"]);
        Assert.Equal(["50/NQ-CP", "57-NQ/TW", "71/NQ-CP"], header.LegalBases);
        Assert.Equal(["52-NQ/TW"], header.NestedLegalBases);
    }

    [Fact]
    public void Read_SubjectAndBasesRanTogether_ComeApart()
    {
        var header = Header("Số 18 /KH–UBND", "Đồi Sim, ngày 3 tháng 02 năm 2026", "KẾ HOẠCH", "Chuyển đổi số năm 2026 Căn cứ Kế hoạch số 05/KH- UBND ngày 08/1/2026 của UBND tỉnh;", "I. MỤC TIÊU");
        Assert.Equal(("18/KH-UBND", "Chuyển đổi số năm 2026"), (header.Number, header.Subject));
        Assert.Equal(["05/KH-UBND"], header.LegalBases);
    }

    [Fact]
    public void Read_BasesInASectionOfTheirOwn_AreFound()
    {
        var header = Header([.. WardHead, "I. CĂN CỨ PHÁP LÝ", "- Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị;", "1. Quyết định số 749/QĐ-TTg ngày 03/6/2020;", "II. MỤC TIÊU", "- Kế hoạch số 1/KH-X"]);
        Assert.Equal(["57-NQ/TW", "749/QĐ-TTg"], header.LegalBases);
    }

    [Fact]
    public void Read_AdjustedPlan_NamesWhatOrdersTheAdjustment() => Assert.Equal(
        ["15-TB/BCĐ"],
        Header("Số: 3/KH-UBND", "Đồi Sim, ngày 1 tháng 2 năm 2026", "KẾ HOẠCH", "Chuyển đổi số năm 2026 (điều chỉnh theo Thông báo số 15-TB/BCĐ ngày 20/01/2026)", "I. MỤC TIÊU").Amends);

    [Fact]
    public void Read_EmptyOrStrangeText_IsEmpty()
    {
        Assert.Equal(new DocumentHeader().Number, Header(" ").Number);
        Assert.Null(Header("Xin chào", "1. Một", "2. Hai").Kind);
    }

    private static string? Upper(string? text, string tail) => text is not null && text.EndsWith(tail, StringComparison.OrdinalIgnoreCase) ? text[..^tail.Length] + tail.ToUpperInvariant() : text;

    private static DocumentHeader Header(params string[] paragraphs) => HeaderReader.Read(Reading(paragraphs)).Header;

    private static DocumentReading Reading(params string[] paragraphs)
    {
        var builder = new ReadingBuilder();
        foreach (var paragraph in paragraphs)
        {
            builder.Add(new Paragraph(paragraph));
        }

        return builder.Build(SourceKind.PlainText);
    }
}
