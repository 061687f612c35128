using NamRo.Kernel.Settings;

namespace NamRo.Administration;

/// <summary>What a ward decides about signing in. The values from the start are those of TCVN 14423 and NĐ 333/2026 as reported.</summary>
internal static class AdministrationSetting
{
    public const int LongestIdleMinutes = 60;

    private const int ShortestIdleMinutes = 2;

    public static readonly WardSetting<int> IdleMinutes = WardSetting.Whole("administration.idle_minutes", "Khóa phiên khi không thao tác",
        "Sau chừng này phút không thao tác, người dùng phải đăng nhập lại. Tiêu chuẩn yêu cầu không quá 15 phút.", 15, ShortestIdleMinutes,
        LongestIdleMinutes, "phút");

    public static readonly WardSetting<int> AdminIdleMinutes = WardSetting.Whole("administration.admin_idle_minutes",
        "Khóa phiên của người quản trị", "Như trên, với người được sửa cán bộ, tài khoản. Tiêu chuẩn yêu cầu không quá 5 phút.", 5,
        ShortestIdleMinutes, LongestIdleMinutes, "phút");

    public static SettingGroup Group => new("Đăng nhập", IdleMinutes, AdminIdleMinutes);
}
