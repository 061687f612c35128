namespace NamRo.Language;

/// <summary>
/// Tên loại văn bản: the kinds of administrative, Party and legal documents (Nghị định 30/2020/NĐ-CP, Điều 7, and the Party's own list).
/// </summary>
public static class DocumentKinds
{
    internal static readonly PhraseTable Table = PhraseTable.Of("""
        nghị quyết | nghị quyết liên tịch | nghị định | quyết định | chỉ thị | quy chế | quy định | thông cáo | thông báo
        thông báo kết luận
        hướng dẫn | hướng dẫn liên ngành | chương trình | chương trình hành động | chương trình công tác | chương trình phối hợp
        kế hoạch | kế hoạch hành động | kế hoạch liên tịch | kế hoạch phối hợp | kế hoạch triển khai | phương án | đề án | dự án | báo cáo
        biên bản | tờ trình
        hợp đồng | công điện | bản ghi nhớ | bản thỏa thuận | giấy ủy quyền | giấy mời | giấy giới thiệu | giấy nghỉ phép | phiếu gửi
        phiếu chuyển
        phiếu báo | thư công | công văn | văn bản | luật | bộ luật | pháp lệnh | hiến pháp | thông tư | thông tư liên tịch | kết luận
        lệnh
        khung kế hoạch | danh mục | thông tri | cương lĩnh | quy hoạch | công thư | QĐ | NQ | KH | CV | TB | CT | NĐ | TT | CTr | KL
        """);

    /// <summary>Whether the whole text is the name of a kind ("KẾ HOẠCH", "Nghị quyết").</summary>
    public static bool IsKind(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lexemes = Lexer.Read(text);
        return lexemes.Count > 0 && Table.LengthAt(lexemes, 0) == lexemes.Count;
    }

    /// <summary>How many UTF-16 units the name of a kind takes at the start of the text; 0 when it begins otherwise.</summary>
    public static int LengthAtStart(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lexemes = Lexer.Read(text);
        var length = Table.LengthAt(lexemes, 0);
        return length == 0 ? 0 : lexemes[length - 1].To;
    }
}
