using System.Globalization;
using NamRo.Kernel.Outcomes;

namespace NamRo.Administration.Domain;

/// <summary>What the rules of this module say no to, in one place.</summary>
internal static class AdministrationRefusals
{
    public static Refusal UnitNameTaken(string name) =>
        Refusal.With($"Phường đã có đơn vị “{name}” đang hoạt động. Hãy chọn tên khác.", "Input.Name");

    public static Refusal ParentNotFound { get; } = new("Không tìm thấy đơn vị cấp trên này trong phường.", "Input.ParentId");

    public static Refusal UnitHasEnded(DateOnly on) => Refusal.With($"Đơn vị đã kết thúc hoạt động từ {Show(on)}.");

    public static Refusal UnitEndsBeforeItBegins(DateOnly from) =>
        Refusal.With($"Ngày kết thúc phải từ {Show(from)} (ngày bắt đầu) trở đi.", "Input.LastDay");

    public static Refusal ParentIsBelow { get; } =
        new("Đơn vị cấp trên không thể là chính đơn vị này hoặc đơn vị thuộc nó.", "Input.ParentId");

    public static Refusal UnitHasUnitsBelow { get; } =
        new("Còn đơn vị trực thuộc đang hoạt động. Hãy chuyển hoặc kết thúc các đơn vị ấy trước.");

    public static Refusal SuccessorNotFound { get; } =
        new("Đơn vị kế tục phải là đơn vị khác đang hoạt động của phường.", "Input.SuccessorIds");

    public static Refusal ChangedMeanwhile { get; } =
        new("Người khác vừa sửa nội dung này. Chưa có gì của bạn được lưu; hãy mở trang mới để xem bản hiện tại rồi sửa lại.");

    private static string Show(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
