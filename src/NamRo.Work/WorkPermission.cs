using NamRo.Kernel.Contributions;

namespace NamRo.Work;

/// <summary>What roles may allow in this module. Whether it is allowed for one task, <see cref="Access.TaskRights"/> says.</summary>
internal static class WorkPermission
{
    public const string Read = "work.task.read";
    public const string ReadAll = "work.task.read_all";
    public const string Assign = "work.task.assign";
    public const string Report = "work.task.report";
    public const string Accept = "work.product.accept";
    public const string Decide = "work.task.decide";

    private const string Leader = BuiltInRole.Leader;
    private const string Secretariat = BuiltInRole.Secretariat;
    private const string UnitHead = BuiltInRole.UnitHead;

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(Read, "Xem nhiệm vụ của đơn vị mình", BuiltInRole.OfWard),
        new(ReadAll, "Xem mọi nhiệm vụ của phường", Leader, Secretariat, BuiltInRole.Auditor, BuiltInRole.WardAdmin),
        new(Assign, "Giao nhiệm vụ, giao người thực hiện", Leader, Secretariat, UnitHead),
        new(Report, "Tiếp nhận, báo cáo, nộp sản phẩm", Secretariat, UnitHead, BuiltInRole.Officer, BuiltInRole.FeedbackOfficer,
            BuiltInRole.CommunityTeam),
        new(Accept, "Duyệt sản phẩm, đóng nhiệm vụ", Leader, Secretariat, UnitHead),
        new(Decide, "Quyết định gia hạn, yêu cầu giải trình", Leader),
    ];
}
