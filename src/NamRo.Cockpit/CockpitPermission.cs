using NamRo.Kernel.Contributions;

namespace NamRo.Cockpit;

/// <summary>
/// What roles may allow in this module. The desk itself is open to everyone who is signed in and shows what they may see.
/// </summary>
internal static class CockpitPermission
{
    public const string Health = "cockpit.health.read";
    public const string ReadScores = "cockpit.score.read";
    public const string WriteWeights = "cockpit.weight.write";
    public const string Appeal = "cockpit.score.appeal";
    public const string ReadMeasures = "cockpit.measure.read";
    public const string WriteMeasures = "cockpit.measure.write";
    public const string ReadCity = "cockpit.city.read";

    /// <summary>To sit at the desk of the whole ward, as those do who see every task.</summary>
    public const string ReadAllTasks = "cockpit.desk.read_all";

    /// <summary>Of the work module: to decide on extensions.</summary>
    public const string Decide = "work.task.decide";

    private const string Leader = BuiltInRole.Leader;
    private const string Secretariat = BuiltInRole.Secretariat;
    private const string WardAdmin = BuiltInRole.WardAdmin;
    private const string UnitHead = BuiltInRole.UnitHead;

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(ReadAllTasks, "Xem bàn điều hành của cả phường", Leader, Secretariat, BuiltInRole.Auditor, WardAdmin),
        new(Health, "Xem tình trạng dữ liệu", Leader, Secretariat, BuiltInRole.Auditor, WardAdmin),
        new(ReadScores, "Xem đánh giá đơn vị", Leader, Secretariat, UnitHead, BuiltInRole.Auditor, WardAdmin),
        new(WriteWeights, "Đặt trọng số đánh giá", Leader),
        new(Appeal, "Gửi ý kiến về kết quả đánh giá của đơn vị mình", UnitHead),
        new(ReadMeasures, "Xem cách tính các con số", Leader, Secretariat, UnitHead, BuiltInRole.Auditor, WardAdmin),
        new(WriteMeasures, "Đặt cách tính riêng của phường", Secretariat, WardAdmin),
        new(ReadCity, "Xem các phường, xã cạnh nhau", BuiltInRole.CityViewer, BuiltInRole.CityAdmin),
    ];
}
