using System.Globalization;
using System.Net;
using System.Text;

namespace NamRo.Benchmarks.Plans;

/// <summary>
/// An invented plan of 200 targets and 1 800 tasks in the language of ward plans, as a page to be printed. Its sentences are put together
/// by number, so that two of them share words as those of a real plan do and none is another one.
/// </summary>
internal static class LongPlan
{
    public const int Targets = 200;
    public const int Tasks = 1800;

    private const int TasksInGroup = 40;

    private static readonly string[] Verbs =
    [
        "Xây dựng và ban hành", "Tổ chức triển khai", "Rà soát, cập nhật", "Kiểm tra, đánh giá", "Hoàn thiện", "Nâng cấp", "Đôn đốc thực hiện",
        "Thí điểm", "Chuẩn hóa", "Số hóa", "Công khai", "Tập huấn",
    ];

    private static readonly string[] Things =
    [
        "quy trình xử lý hồ sơ đất đai", "danh mục tài sản công", "cơ sở dữ liệu hộ kinh doanh", "sổ theo dõi kiến nghị cử tri",
        "bản đồ số các điểm ngập", "hệ thống camera giao thông", "mạng nội bộ tại trụ sở", "chữ ký số cá nhân cho công chức",
        "kho học liệu kỹ năng số", "lịch tiếp công dân điện tử", "hồ sơ sức khỏe người cao tuổi", "danh sách trẻ em tiêm chủng",
        "biểu mẫu thủ tục hộ tịch", "phòng họp không giấy", "cổng thông tin tổ dân phố", "tủ sách pháp luật trực tuyến",
        "nhật ký vận hành trạm bơm", "kế hoạch ứng cứu sự cố mạng", "mã định danh cây xanh đô thị", "chợ thanh toán không tiền mặt",
        "gian hàng sản phẩm làng nghề", "tổng đài phản ánh hiện trường", "thư viện ảnh di tích", "dữ liệu chiếu sáng công cộng",
        "hồ sơ nghĩa vụ quân sự", "bảng theo dõi giải ngân", "sáng kiến cải tiến công việc", "điểm hỗ trợ dịch vụ công",
        "cảnh báo cháy sớm khu dân cư", "sổ kho vật tư phòng dịch",
    ];

    private static readonly string[] Scopes =
    [
        "tại khối các trường mầm non", "trên toàn địa bàn phường", "cho các tổ dân phố ven sông", "tại bộ phận một cửa", "cho hộ nghèo, cận nghèo",
        "tại các khu chung cư", "cho doanh nghiệp nhỏ và vừa", "trong khối đoàn thể", "tại trạm y tế", "cho lực lượng dân quân",
        "tại các chợ dân sinh", "cho người khuyết tật",
    ];

    private static readonly string[] Aims =
    [
        "bảo đảm liên thông với hệ thống của thành phố và không yêu cầu người dân nộp lại giấy tờ đã có trong dữ liệu",
        "gắn với trách nhiệm của người đứng đầu, lấy kết quả phục vụ nhân dân làm thước đo hoàn thành công việc",
        "bảo đảm an toàn thông tin theo cấp độ và phân quyền khai thác đúng chức năng của từng đơn vị",
        "huy động nguồn lực xã hội hóa, lồng ghép với các chương trình đang thực hiện để tiết kiệm ngân sách",
        "định kỳ tổng hợp khó khăn, vướng mắc báo cáo Ủy ban nhân dân phường xem xét, tháo gỡ kịp thời",
    ];

    private static readonly string[] Units =
        ["Văn phòng HĐND và UBND phường", "Phòng Văn hóa - Xã hội", "Phòng Kinh tế, Hạ tầng và Đô thị", "Trung tâm Phục vụ hành chính công"];

    private static readonly string[] Outputs = ["Báo cáo kết quả", "Kế hoạch được ban hành", "Quy chế phối hợp", "Danh mục đã cập nhật", "Hệ thống vận hành"];

    private static readonly string[] Deadlines = ["Quý I/2026", "Quý II/2026", "30/9/2026", "Tháng 11/2026", "Quý IV/2026", "Thường xuyên"];

    private static readonly string[] Shares =
        ["hộ gia đình", "cán bộ, công chức", "doanh nghiệp", "tổ dân phố", "hộ kinh doanh", "thủ tục hành chính", "trường học", "cơ sở y tế"];

    /// <param name="number">Number of the document; a second one with <paramref name="amends"/> is the first adjusted.</param>
    /// <param name="amends">Number of the plan it adjusts: every tenth task gets another deadline and each fiftieth another text.</param>
    public static string Html(int number, int? amends = null)
    {
        var subject = amends is null
            ? "Phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số năm 2026"
            : $"Điều chỉnh, bổ sung Kế hoạch số {amends}/KH-UBND ngày 12/01/2026 về chuyển đổi số năm 2026";
        var page = new StringBuilder(FormattableString.Invariant($$"""
            <!doctype html><html lang="vi"><meta charset="utf-8"><style>
            @page { size: A4 portrait; margin: 20mm 15mm 20mm 25mm } body { font: 13pt/1.45 "Liberation Serif", serif }
            table { border-collapse: collapse; width: 100% } td, th { border: 1px solid #000; padding: 4pt; vertical-align: top }
            tr { break-inside: avoid } .c { text-align: center }</style>
            <p class="c"><b>ỦY BAN NHÂN DÂN<br>PHƯỜNG THỬ NGHIỆM</b></p><p>Số: {{number}}/KH-UBND</p>
            <p>Thử Nghiệm, ngày {{(amends is null ? 12 : 20)}} tháng {{(amends is null ? "01" : "5")}} năm 2026</p>
            <p class="c"><b>KẾ HOẠCH</b></p><p class="c"><b>{{subject}}</b></p>
            <p><b>I. MỤC TIÊU</b></p><p>1. Mục tiêu cụ thể</p>
            """));
        for (var target = 0; target < Targets; target++)
        {
            page.Append(Invariant($"<p>- Tỷ lệ {Shares[target % 8]} sử dụng {Things[target / 8]} đạt tối thiểu {50 + (target % 45)}%.</p>"));
        }

        page.Append("<p><b>II. NHIỆM VỤ</b></p><p>Danh mục nhiệm vụ tại Phụ lục kèm theo.</p>");
        page.Append("<p class=\"c\"><b>PHỤ LỤC<br>PHÂN CÔNG NHIỆM VỤ</b></p><table><thead><tr>");
        foreach (var heading in new[] { "STT", "Nhiệm vụ", "Đơn vị chủ trì", "Sản phẩm", "Thời gian hoàn thành" })
        {
            page.Append(Invariant($"<th>{heading}</th>"));
        }

        page.Append("</tr></thead>");
        for (var task = 0; task < Tasks; task++)
        {
            Append(page, task, amends is not null);
        }

        return page.Append("</table></html>").ToString();
    }

    private static void Append(StringBuilder page, int task, bool isAdjusted)
    {
        if (task % TasksInGroup == 0)
        {
            page.Append(Invariant($"<tr><td class=\"c\"><b>{Roman((task / TasksInGroup) + 1)}</b></td><td colspan=\"4\"><b>Nhóm công việc về {Things[task / TasksInGroup % 30]}</b></td></tr>"));
        }

        // 12 x 30 x 12 sentences; the step is prime to that number, so that none comes twice and neighbours differ.
        var sentence = ((isAdjusted && task % 50 == 7 ? task + Tasks : task) * 1009) % (12 * 30 * 12);
        var (verb, thing, scope) = (sentence % 12, sentence / 12 % 30, sentence / 360);
        var text = $"{Verbs[verb]} {Things[thing]} {Scopes[scope]}; {Aims[task % 5]}.";
        var deadline = Deadlines[(isAdjusted && task % 10 == 3 ? task + 1 : task) % 6];
        page.Append(Invariant($"<tr><td class=\"c\">{task + 1}</td><td>{WebUtility.HtmlEncode(text)}</td><td>{Units[task % 4]}</td><td>{Outputs[task % 5]}</td><td>{deadline}</td></tr>"));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Roman(int number)
    {
        (int Value, string Letters)[] parts = [(40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
        var roman = new StringBuilder();
        foreach (var (value, letters) in parts)
        {
            for (; number >= value; number -= value)
            {
                roman.Append(letters);
            }
        }

        return roman.ToString();
    }
}
