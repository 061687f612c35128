namespace NamRo.Language;

/// <summary>Tells a person ("Phó Chủ tịch UBND phường", "Đồng chí Nguyễn Văn A") from a unit.</summary>
public static class PersonTitle
{
    private const int LongestName = 6;

    private static readonly PhraseTable Address = PhraseTable.Of("đồng chí | đ / c | đc | ông | bà | các đồng chí | các đ / c");

    private static readonly PhraseTable Titles = PhraseTable.Of("""
        chủ tịch | phó chủ tịch | ct | pct | bí thư | phó bí thư | tổng bí thư | chánh văn phòng | phó chánh văn phòng | chánh vp
        trưởng phòng | phó trưởng phòng | phó phòng | trưởng ban | phó trưởng ban
        phó ban | giám đốc | phó giám đốc | tổng giám đốc | phó tổng giám đốc | trưởng công an | phó trưởng công an | chỉ huy trưởng
        phó chỉ huy trưởng | hiệu trưởng | phó hiệu trưởng | thủ trưởng
        bộ trưởng | thứ trưởng | cục trưởng | phó cục trưởng | vụ trưởng | phó vụ trưởng | viện trưởng | phó viện trưởng | chi cục trưởng
        tổng cục trưởng | thủ tướng | phó thủ tướng | tổ trưởng | tổ phó
        chủ nhiệm | phó chủ nhiệm | trạm trưởng | đội trưởng | người đứng đầu | lãnh đạo | công chức | chuyên viên | cán bộ | ủy viên
        chánh thanh tra | chánh án | viện trưởng | kế toán trưởng | văn thư
        tổng biên tập | đại tá | thượng tá | trung tá | thiếu tá | trưởng đoàn | quyền chủ tịch | q . chủ tịch | chính trị viên
        trưởng thôn | phụ trách | thường trực ban | cá nhân
        """);

    private static readonly PhraseTable Surnames = PhraseTable.Of("""
        nguyễn | trần | lê | phạm | hoàng | huỳnh | phan | vũ | võ | đặng | bùi | đỗ | hồ | ngô | dương | lý | đinh | đoàn | trịnh | mai
        đào | cao | lương | hà | tạ | tô | chu | châu | thái | lâm | trương
        phùng | vương | quách | kiều | nghiêm | lưu | la | tăng | từ | mạc | khổng | ninh | hứa | lại | tống | triệu | ông | quản | cù
        giang | bạch | doãn | diệp | đàm | đồng | văn | thân | phí | lục | nông
        hoàng | sầm | lò | cầm | vi | giàng | vàng | sùng | thào | y | hạ | viên | kim | danh | thạch | sơn | trà | mã | âu | ứng | nhữ
        khuất | khúc | mẫn | cung | đậu | thiều | chử | lã | lữ | tôn | nhâm | uông
        """);

    /// <summary>Whether the text names a person: by an address, a title, or a Vietnamese name alone.</summary>
    public static bool IsPerson(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lexemes = Lexer.Read(text);
        return LengthAt(lexemes, 0) > 0 || IsPersonName(text);
    }

    /// <summary>Whether the text begins with an official's title ("PHÓ CHỦ TỊCH", "Chánh Văn phòng").</summary>
    public static bool StartsWithTitle(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Titles.LengthAt(Lexer.Read(text), 0) > 0;
    }

    /// <summary>Whether the whole text is a person's name: a surname and one to five more words, each with a capital.</summary>
    public static bool IsPersonName(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lexemes = Lexer.Read(text);
        return lexemes.Count is >= 2 and <= LongestName && lexemes.TrueForAll(l => l.IsWord && l.IsCapital)
            && Surnames.LengthAt(lexemes, 0) > 0
            && OrganWords.SelfNamed.LengthAt(lexemes, 0) == 0 && DocumentKinds.Table.LengthAt(lexemes, 0) == 0;
    }

    /// <summary>How many lexemes the address or title at a lexeme takes; 0 when there is none.</summary>
    internal static int LengthAt(IReadOnlyList<Lexeme> lexemes, int at) =>
        Math.Max(Address.LengthAt(lexemes, at), Titles.LengthAt(lexemes, at));

    /// <summary>"Đồng chí Nguyễn Văn A, Phó Chủ tịch": a person by name, whose title follows a comma.</summary>
    internal static bool HasPersonName(IReadOnlyList<Lexeme> lexemes, int from, int to)
    {
        for (var i = from; i + 1 < to; i++)
        {
            if (Surnames.LengthAt(lexemes, i) > 0 && lexemes[i].IsCapital && lexemes[i + 1].IsCapital
                && Address.LengthBefore(lexemes, i) > 0)
            {
                return true;
            }
        }

        return false;
    }
}
