using System.Globalization;
using NamRo.Kernel.Outcomes;

namespace NamRo.Administration.Domain;

/// <summary>What the rules of this module say no to, in one place.</summary>
internal static class AdministrationRefusals
{
    public static Refusal UnitNameTaken(string name) => new($"Phường đã có đơn vị “{name}” đang hoạt động. Hãy chọn tên khác.", "Input.Name");

    public static Refusal ParentNotFound { get; } = new("Không tìm thấy đơn vị cấp trên này trong phường.", "Input.ParentId");

    public static Refusal UnitHasEnded(DateOnly on) => new($"Đơn vị đã kết thúc hoạt động từ {Show(on)}.");

    public static Refusal UnitEndsBeforeItBegins(DateOnly from) => new($"Ngày kết thúc phải từ {Show(from)} (ngày bắt đầu) trở đi.", "Input.LastDay");

    private static string Show(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
