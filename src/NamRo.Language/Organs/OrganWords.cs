namespace NamRo.Language;

/// <summary>The vocabulary of organ names: what they begin with, what qualifies them, what they are made of.</summary>
internal static class OrganWords
{
    /// <summary>Heads that name an organ by themselves; only the level ("phường") may follow.</summary>
    public static readonly PhraseTable SelfNamed = PhraseTable.Of("""
        công an | ban chỉ huy quân sự | bộ chỉ huy quân sự | ban chqs | bchqs | ubnd | ủy ban nhân dân | hđnd | hội đồng nhân dân
        ủy ban mttq | ubmttq | ubmttqvn | mttq
        ủy ban mặt trận tổ quốc | ủy ban mặt trận | mặt trận tổ quốc | đảng ủy | thành ủy | tỉnh ủy | huyện ủy | quận ủy | đảng bộ
        thường trực đảng ủy
        thường trực hđnd | thường trực hội đồng nhân dân | thường trực ubnd | đoàn thanh niên | đoàn tncs | đoàn tncshcm
        hội liên hiệp phụ nữ | hội lhpn | hội phụ nữ
        hội nông dân | hội cựu chiến binh | hội ccb | hội người cao tuổi | hội chữ thập đỏ | hội khuyến học | liên đoàn lao động
        công đoàn | trạm y tế
        kho bạc nhà nước | kho bạc | bảo hiểm xã hội | bhxh | cơ quan thuế | thuế cơ sở | bưu điện | điện lực | vnpt | viettel | mobifone
        fpt | vietnamobile
        chính phủ | quốc hội | tòa án | tòa án nhân dân | viện kiểm sát | viện kiểm sát nhân dân | ban chỉ đạo | bcđ | bộ phận một cửa
        trung tâm phục vụ hành chính công
        ttpvhcc | thanh tra | ban thường vụ đảng ủy | ban thường vụ | ban bí thư | bộ chính trị | tổng cục thống kê | cơ quan thống kê
        văn phòng chính phủ
        ngân hàng nhà nước | ngân hàng chính sách xã hội | hải quan | bộ đội biên phòng | đài truyền thanh | đài phát thanh và truyền hình
        tổ công nghệ số cộng đồng | tổ chuyển đổi số cộng đồng | tổ dân phố | xã đoàn | phường đoàn | thành đoàn | tỉnh đoàn
        huyện đoàn | đoàn xã | đoàn phường | văn phòng tỉnh ủy | văn phòng thành ủy | văn phòng đảng ủy | tổ giúp việc | bộ phận giúp việc
        cơ quan thường trực
        """);

    /// <summary>Heads that need a name after them.</summary>
    public static readonly PhraseTable Named = PhraseTable.Of("""
        phòng | ban | sở | bộ | cục | vụ | viện | tổng cục | chi cục | trung tâm | văn phòng | vp | p | tt | trường | đoàn | hội
        hội đồng | liên hiệp | liên minh | liên đoàn | tổ | đội
        ngân hàng | công ty | tập đoàn | tổng công ty | hợp tác xã | bệnh viện | học viện | đại học | trường đại học | nhà văn hóa
        thư viện | bảo tàng | báo | đài
        hiệp hội | quỹ | chi bộ | chi hội | hạt | đồn | chi nhánh | ban quản lý | bql | ban chỉ huy | ban tổ chức | tổ công tác
        tổ công nghệ số | tổ công nghệ số cộng đồng
        tổ dân phố | tổ chuyển đổi số | bộ phận | bộ tư lệnh | ủy ban | cơ quan | doanh nghiệp | thuế | khối | cổng thông tin điện tử
        nhà máy | khu di tích
        """);

    /// <summary>Words after which a head is an ordinary word: "phòng chống", "ban hành", "hội nghị".</summary>
    public static readonly PhraseTable NoOrgan = PhraseTable.Of("""
        phòng chống | phòng, chống | phòng ngừa | phòng cháy | phòng bệnh | phòng thủ | phòng họp | phòng máy | phòng học | phòng dịch
        phòng thí nghiệm | ban hành | ban đầu | ban bố | ban ngày
        sở hữu | sở thích | sở tại | sở dĩ | bộ chỉ số | bộ tiêu chí | bộ tiêu chuẩn | bộ mã | bộ dữ liệu | bộ máy | bộ môn | bộ câu hỏi
        bộ lọc | bộ quy tắc | bộ tài liệu | bộ thủ tục
        bộ nhận diện | bộ công cụ | bộ sản phẩm | viện dẫn | viện trợ | vụ việc | vụ án | vụ kiện | cục bộ | cục diện | trường hợp
        trường số | hội nghị | hội thảo | hội thi | hội nhập | hội tụ
        hội họp | hội viên | hội đàm | hội chợ | hội trường | hội ý | đoàn kết | đoàn viên | đoàn tụ | tổ chức | tổ hợp | đội ngũ
        quỹ đất | quỹ thời gian | báo cáo | báo chí | báo động | báo điện tử
        khối lượng | đài thọ | viện phí | hội đồng khoa học tự nhiên | bộ phận cán bộ | bộ phận người dân | bộ phận không nhỏ | ban tặng
        phòng tránh | trường phái | bộ luật | vụ mùa | tt | p
        """);

    /// <summary>What opens a collective name.</summary>
    public static readonly PhraseTable Many = PhraseTable.Of("""
        các | những | toàn thể | tất cả các | tất cả | một số | toàn bộ các | toàn bộ | 100 % các | mỗi | từng | các đồng chí
        """);

    /// <summary>The nouns of collective names ("các phòng, ban, đơn vị").</summary>
    public static readonly PhraseTable Collective = PhraseTable.Of("""
        phòng | ban | phòng ban | ngành | đơn vị | cơ quan | sở | đoàn thể | tổ chức | trung tâm | trường | trường học | nhà trường
        địa phương | xã | phường | đặc khu | doanh nghiệp | hội | cá nhân
        bộ phận | bộ | thành viên | tổ dân phố | thôn | khu dân cư | khu phố | bản | ấp | tổ công nghệ số cộng đồng | cơ sở
        hộ kinh doanh | hợp tác xã | ban ngành | sở ngành | hộ gia đình
        tổ chức chính trị - xã hội | tổ chức chính trị xã hội | đoàn thể chính trị - xã hội | ban đảng | lực lượng | cán bộ | công chức
        chuyên viên | bên | chủ thể | ubnd | viện | viện nghiên cứu | chi bộ | đảng bộ | chi hội | chi đoàn | cấp ủy | tổ chức đảng
        """);

    /// <summary>What may stand between a head and "thuộc phường" without naming one organ.</summary>
    public static readonly PhraseTable Qualifier = PhraseTable.Of("""
        thuộc | trực thuộc | liên quan | có liên quan | có | trên địa bàn | trên | của | và | phường | xã | thành phố | tỉnh | khác
        chuyên môn | sự nghiệp | chức năng | trong | tại | được | ở
        """);

    public static readonly PhraseTable Level = PhraseTable.Of("""
        phường | xã | thành phố | tỉnh | quận | huyện | đặc khu | thị xã | thị trấn | trung ương | tp | cấp xã | cấp tỉnh | cấp huyện
        khu vực | nhà nước | việt nam | địa phương
        """);

    /// <summary>Fields of work as names of organs spell them, also in lower case.</summary>
    public static readonly PhraseTable Field = PhraseTable.Of("""
        văn hóa | xã hội | văn xã | kinh tế | hạ tầng | đô thị | phục vụ | hành chính công | hành chính | dịch vụ công | dịch vụ
        sự nghiệp công | sự nghiệp | công ích | thể thao | truyền thông
        thông tin | quản lý | dự án | đầu tư | xây dựng | nội vụ | tài chính | kế hoạch | y tế | giáo dục | đào tạo | tư pháp
        nông nghiệp | môi trường | khoa học | công nghệ | dân tộc
        tôn giáo | công thương | thương mại | du lịch | lao động | thương binh | chỉ đạo | chỉ huy | quân sự | nhân dân | mặt trận
        tổ quốc | việt nam | liên hiệp | phụ nữ | nông dân
        cựu chiến binh | thanh niên | cộng sản | chuyển đổi số | đổi mới | sáng tạo | đổi mới sáng tạo | cộng đồng | dân phố | một cửa
        tiếp nhận | trả kết quả | chính trị | phát triển | tuyên giáo
        dân vận | tổ chức | kiểm tra | điều hành | đô thị thông minh | công tác | hỗ trợ | công | số | trung học cơ sở | tiểu học
        mầm non | thcs | thpt | ngoại vụ | giao thông | vận tải
        công nghệ thông tin | dữ liệu | an ninh | trật tự | pháp chế | thi đua | khen thưởng | học tập | thường vụ | chấp hành | mttq
        thống kê | tổng hợp | quân dân y | thanh thiếu nhi | người cao tuổi
        hội đồng nhân dân | ủy ban nhân dân | thường trực | đại biểu quốc hội | nội chính | viễn thông | thuế | bảo hiểm
        """);

    /// <summary>
    /// Fields that are also verbs: in lower case after a name in capitals they begin the predicate ("Vụ Pháp chế xây dựng ...").
    /// </summary>
    public static readonly PhraseTable Verb = PhraseTable.Of("""
        xây dựng | quản lý | phát triển | phục vụ | hỗ trợ | kiểm tra | tổ chức | chỉ đạo | tiếp nhận | thống kê | tổng hợp | đào tạo
        điều hành | kế hoạch | trả kết quả | công tác | thi đua
        """);

    public static readonly PhraseTable Office = PhraseTable.Of("văn phòng | vp");

    public static readonly PhraseTable Assembly = PhraseTable.Of("""
        hđnd | hội đồng nhân dân | đoàn đbqh | đoàn đại biểu quốc hội | quốc hội | đảng ủy | ubnd | ủy ban nhân dân
        """);

    public static readonly PhraseTable Committee = PhraseTable.Of("ubnd | ủy ban nhân dân | hđnd | hội đồng nhân dân");

    /// <summary>A head right after one of these belongs to the name before it: "Văn phòng UBND", "Bộ Công an", "Hải Phòng".</summary>
    public static readonly PhraseTable Holds = PhraseTable.Of("""
        phòng | vp | của | thuộc | và | với | tại | do | bởi | các | ban | bộ | hải | quốc | văn | trưởng | phó | tịch | đốc | thư | viên
        huy | đạo | trực | khu | cục | sở | ủy | từ | cho | giao | cùng | chi nhánh | là
        """);

    /// <summary>Heads that open the next name even where the separator was lost between the lines of a cell.</summary>
    public static readonly PhraseTable Opens = PhraseTable.Of("""
        phòng | trung tâm | công an | văn phòng | sở | ban chỉ huy quân sự | ubnd | ủy ban nhân dân | ủy ban mttq | ủy ban mặt trận
        trạm y tế | các phòng | các đơn vị | các cơ quan | các tổ | các sở | các ban
        đoàn thanh niên | hội liên hiệp phụ nữ | hội nông dân | hội cựu chiến binh
        """);

    /// <summary>The organ head at a lexeme; 0 when there is none.</summary>
    public static int HeadAt(IReadOnlyList<Lexeme> lexemes, int at)
    {
        if (NoOrgan.LengthAt(lexemes, at) > Math.Max(1, SelfNamed.LengthAt(lexemes, at)))
        {
            return 0;
        }

        return Math.Max(SelfNamed.LengthAt(lexemes, at), Named.LengthAt(lexemes, at));
    }

    /// <summary>Whether the head at a lexeme names one organ: by itself or by the words after it.</summary>
    public static bool IsNamed(IReadOnlyList<Lexeme> lexemes, int at)
    {
        if (SelfNamed.LengthAt(lexemes, at) > 0)
        {
            return true;
        }

        var next = at + HeadAt(lexemes, at);
        if (next < lexemes.Count && next > at && lexemes[next].Is('.') && lexemes[at].To - lexemes[at].From <= 2)
        {
            next++;
        }

        return next < lexemes.Count && (lexemes[next].IsWord || lexemes[next].IsNumber) && Qualifier.LengthAt(lexemes, next) == 0
            && Many.LengthAt(lexemes, next) == 0;
    }
}
