using NamRo.Kernel.Contributions;

namespace NamRo.Administration;

/// <summary>What roles may allow in this module.</summary>
internal static class AdministrationPermission
{
    public const string ReadUnits = "administration.unit.read";
    public const string WriteUnits = "administration.unit.write";
    public const string ReadPeople = "administration.person.read";
    public const string WritePeople = "administration.person.write";
    public const string AssignRoles = "administration.role.assign";
    public const string ReadAudit = "administration.audit.read";
    public const string ReadWards = "administration.ward.read";
    public const string WriteWards = "administration.ward.write";
    public const string EnterWards = "administration.ward.enter";

    public const string ReadMail = "administration.mail.read";
    public const string ManageJobs = "administration.job.manage";
    public const string WriteCalendar = "administration.calendar.write";
    public const string ReadRoles = "administration.role.read";
    public const string WriteRoles = "administration.role.write";
    public const string ReadSettings = "administration.setting.read";
    public const string WriteSettings = "administration.setting.write";
    public const string ManageTokens = "administration.token.manage";

    private const string CityAdmin = BuiltInRole.CityAdmin;
    private const string CityViewer = BuiltInRole.CityViewer;
    private const string WardAdmin = BuiltInRole.WardAdmin;

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(ReadUnits, "Xem đơn vị", [.. BuiltInRole.OfWard, CityAdmin]),
        new(WriteUnits, "Thêm, sửa, kết thúc đơn vị", WardAdmin, CityAdmin),
        new(ReadPeople, "Xem cán bộ", [.. BuiltInRole.OfWard, CityAdmin]),
        new(WritePeople, "Thêm, sửa cán bộ và tài khoản", WardAdmin, CityAdmin),
        new(AssignRoles, "Giao và thu vai trò", WardAdmin, CityAdmin),
        new(ReadAudit, "Đọc và kiểm tra nhật ký", BuiltInRole.Auditor, WardAdmin, CityAdmin),
        new(ManageJobs, "Xem, dừng, chạy lại việc chạy nền", WardAdmin, CityAdmin),
        new(ReadMail, "Xem thư thông báo đã gửi", WardAdmin, CityAdmin),
        new(WriteCalendar, "Khai báo ngày nghỉ, ngày làm bù", CityAdmin),
        new(ReadRoles, "Xem vai trò và quyền", BuiltInRole.Leader, BuiltInRole.Auditor, WardAdmin, CityAdmin),
        new(WriteRoles, "Đặt vai trò riêng của phường, xã", WardAdmin, CityAdmin),
        new(ReadSettings, "Xem cài đặt", BuiltInRole.Leader, BuiltInRole.Secretariat, WardAdmin, CityAdmin),
        new(WriteSettings, "Đổi cài đặt", WardAdmin, CityAdmin),
        new(ManageTokens, "Kết nối phần mềm khác (mã truy cập, webhook)", BuiltInRole.Secretariat, WardAdmin, CityAdmin),
        new(ReadWards, "Xem danh sách phường, xã", CityViewer, CityAdmin),
        new(WriteWards, "Mở phường, xã mới trên hệ thống", CityAdmin),
        new(EnterWards, "Vào làm việc trong mọi phường, xã", CityAdmin),
    ];

    /// <summary>Names of the built-in roles, in the order in which they are offered.</summary>
    public static IReadOnlyList<(string Code, string Title)> BuiltInRoles { get; } =
    [
        (BuiltInRole.Leader, "Lãnh đạo"),
        (BuiltInRole.Secretariat, "Văn phòng, đơn vị tham mưu kế hoạch"),
        (BuiltInRole.UnitHead, "Trưởng đơn vị"),
        (BuiltInRole.Officer, "Chuyên viên"),
        (BuiltInRole.FeedbackOfficer, "Cán bộ tiếp nhận phản ánh, kiến nghị"),
        (BuiltInRole.CommunityTeam, "Thành viên tổ công nghệ số cộng đồng"),
        (BuiltInRole.Auditor, "Kiểm tra, giám sát"),
        (BuiltInRole.WardAdmin, "Quản trị phường, xã"),
        (BuiltInRole.CityViewer, "Theo dõi toàn thành phố"),
        (BuiltInRole.CityAdmin, "Quản trị toàn thành phố"),
    ];
}
