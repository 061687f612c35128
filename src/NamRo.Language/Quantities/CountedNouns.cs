using System.Collections.Frozen;

namespace NamRo.Language;

/// <summary>
/// What plans count: classifiers, measures and the compound nouns of administration. The longest entry that fits is the unit.
/// </summary>
internal static class CountedNouns
{
    public const int MostWords = 4;

    private static readonly FrozenSet<string> Nouns = """
        người|hộ|hộ dân|hộ gia đình|hộ kinh doanh|hộ nghèo|nhân khẩu|dân|công dân|đoàn viên|hội viên|đảng viên|thành viên|cán bộ|công chức
        viên chức
        học sinh|sinh viên|học viên|giáo viên|kỹ sư|chuyên gia|nhà khoa học|nhân lực|lao động|tình nguyện viên|cộng tác viên
        tuyên truyền viên
        nước|quốc gia|tỉnh|thành phố|huyện|xã|phường|thị trấn|địa phương|đơn vị|cơ quan|tổ chức|doanh nghiệp|hợp tác xã|cơ sở|cơ sở sản xuất
        thôn|ấp|bản|buôn|tổ dân phố|khu phố|khu dân cư|khu công nghiệp|khu công nghệ|cụm công nghiệp|khu|vùng|điểm|địa điểm|điểm cầu
        điểm truy cập
        trường|trường học|lớp|lớp học|lớp tập huấn|lớp bồi dưỡng|khóa|khóa học|khóa đào tạo|khóa tập huấn|khóa bồi dưỡng|buổi
        buổi tập huấn|cuộc
        cuộc thi|cuộc họp|cuộc kiểm tra|hội nghị|hội thảo|hội thi|đợt|đợt kiểm tra|phiên|phiên họp|chuyến|đoàn|đoàn kiểm tra|lượt
        lượt người|lần|ca|vụ
        bài|bài viết|tin|tin bài|tin , bài|video|phóng sự|chuyên mục|chuyên đề|chuyên trang|bản tin|ấn phẩm|tờ rơi|tài liệu|văn bản
        báo cáo|kế hoạch
        hồ sơ|sổ|sổ hộ tịch|quyển|cuốn|trang tài liệu|trang hồ sơ|thủ tục|thủ tục hành chính|tthc|dịch vụ|dịch vụ công|dịch vụ số
        giao dịch|tài khoản|chứng thư|chữ ký số|chứng chỉ|văn bằng|bằng sáng chế
        sáng chế|sáng kiến|giải pháp|đề tài|đề tài khoa học|đề án|dự án|nhiệm vụ|nhiệm vụ khoa học|công trình|công trình nghiên cứu
        công bố|bài báo
        đơn|đơn đăng ký|nhãn hiệu|sản phẩm|sản phẩm số|sản phẩm ocop|mô hình|mô hình điểm|mô hình thí điểm|vấn đề|bài toán|ý tưởng
        hợp đồng|nội dung
        nền tảng|nền tảng số|phần mềm|ứng dụng|hệ thống|hệ thống thông tin|cơ sở dữ liệu|csdl|bộ dữ liệu|dữ liệu|cổng|kênh|trang|website
        fanpage|camera
        máy|máy tính|máy chủ|thiết bị|bộ|bộ máy|chiếc|cái|trạm|trạm bts|trạm 5g|trạm sạc|trạm y tế|tuyến|tuyến cáp|tuyến đường|tủ|phòng
        phòng họp
        phòng thí nghiệp|phòng thí nghiệm|trung tâm|trung tâm dữ liệu|viện|bệnh viện|chợ|sàn|sàn dữ liệu|sàn giao dịch|quỹ|câu lạc bộ|tổ
        tổ công nghệ
        tổ công nghệ số|tổ công nghệ số cộng đồng|nhóm|nhóm nghiên cứu|ngành|lĩnh vực|chỉ tiêu|tiêu chí|chỉ số|quy trình|bước|khâu
        tiêu chuẩn|quy chuẩn
        công nghệ|công nghệ chiến lược|thuê bao|thuê bao băng rộng|gói|suất|kênh truyền thông|mạng|mạng xã hội|thông tin|kỹ năng|điểm đến
        di tích
        bậc|thứ bậc|hạng|điểm số|lần|%|phần trăm|đồng|usd|đô la|đồng/người|km|m|m2|m3|km2|ha|kg|tấn|gb|tb|mbps|gbps|gb/s|gbps/s|tbps|mb/s
        mw|mwp|kw|kwh
        giây|phút|giờ|ngày|ngày làm việc|tuần|tháng|quý|năm|tuổi|h
        bộ , ngành|sở , ngành|xã , phường|phường , xã|tỉnh , thành phố|tỉnh , thành|thôn , bản|ngành , lĩnh vực|ấp , khu phố|huyện , thị xã
        khởi nghiệp|doanh nghiệp khởi nghiệp|startup|vườn ươm|không gian|không gian sáng tạo|gian hàng|điểm bán|mã qr|bot|trợ lý ảo|cặp
        trận|giải|giải thưởng
        """.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(noun => noun.Contains(',', StringComparison.Ordinal) ? noun : VietnameseText.Fold(noun)).ToFrozenSet();

    // After these a noun phrase has ended: they open a predicate, a place, a purpose or a comparison.
    private static readonly FrozenSet<string> Ends = FrozenSet.ToFrozenSet(
    [
        "được", "có", "của", "trên", "đạt", "trong", "cho", "về", "và", "với", "tại", "theo", "đến", "từ", "so", "là", "hoặc", "hay",
        "đã", "sẽ",
        "cần", "phải", "mỗi", "ở", "trở", "lên", "xuống", "còn", "khi", "để", "do", "thuộc", "bằng", "đối", "trước", "sau", "vào", "ra",
        "nhằm",
        "tăng", "giảm", "đủ", "hoàn", "thực", "tham", "sử", "này", "đó", "các", "những", "nếu", "đang", "như", "mà", "bình", "lần",
        // Slogans count no things: "6 rõ", "3 không", "4 tại chỗ", "5 nhất".
        "rõ", "không", "nhất", "dám", "sẵn", "toàn", "cả", "dẫn", "đứng",
    ]);

    private static readonly FrozenSet<string> Adjectives = FrozenSet.ToFrozenSet(
    [
        "mới", "lớn", "nhỏ", "mạnh", "chính", "cao", "số", "tốt", "khác", "đầu", "cuối", "riêng", "chung", "nữa", "thông",
    ]);

    public static bool Contains(string phrase) => Nouns.Contains(phrase);

    public static bool EndsPhrase(string word) => Ends.Contains(word);

    public static bool IsAdjective(string word) => Adjectives.Contains(word);
}
