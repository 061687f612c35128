using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NamRo.Host;

/// <summary>Shown in place of an empty answer: not found, forbidden, expired form, too many tries.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
internal sealed class ProblemPage : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Code { get; set; }

    public string Title => Code switch
    {
        400 => "Biểu mẫu đã hết hạn hoặc không hợp lệ",
        403 => "Bạn chưa được giao quyền này",
        404 => "Không tìm thấy",
        409 => "Người khác vừa sửa cùng lúc",
        413 => "Tệp quá lớn",
        429 => "Quá nhiều yêu cầu",
        _ => "Không thực hiện được",
    };

    public string Symbol => Code is 403 ? "lock" : "alert-octagon";

    public string Explanation => Code switch
    {
        400 => "Chưa có gì được lưu. Hãy quay lại, tải lại trang rồi gửi lần nữa.",
        403 => "Trang này cần quyền mà tài khoản của bạn ở phường, xã đang chọn chưa có. Hãy liên hệ quản trị nếu công việc cần đến.",
        404 => "Địa chỉ không đúng, hoặc nội dung không thuộc phường, xã bạn đang làm việc.",
        409 => "Thay đổi của bạn chưa được lưu. Hãy quay lại, tải lại trang để xem bản hiện tại rồi làm lại.",
        413 => "Chưa có gì được lưu. Hãy chọn tệp nhỏ hơn.",
        429 => "Hãy đợi một phút rồi thử lại.",
        _ => "Chưa có gì được lưu. Hãy thử lại sau ít phút.",
    };
}
