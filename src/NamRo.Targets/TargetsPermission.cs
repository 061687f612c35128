using NamRo.Kernel.Contributions;

namespace NamRo.Targets;

/// <summary>What roles may allow in this module.</summary>
internal static class TargetsPermission
{
    public const string Read = "targets.target.read";
    public const string Write = "targets.target.write";
    public const string Enter = "targets.figure.enter";
    public const string EnterAny = "targets.figure.enter_any";
    public const string Verify = "targets.figure.verify";
    public const string Close = "targets.period.close";

    public const string ReadCity = "targets.city.read";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(Read, "Xem chỉ tiêu và số liệu", BuiltInRole.OfWard),
        new(Write, "Sửa cách đo, đối chiếu, điều chỉnh chỉ tiêu", BuiltInRole.Secretariat, BuiltInRole.WardAdmin),
        new(Enter, "Nhập số liệu của đơn vị mình", BuiltInRole.Secretariat, BuiltInRole.UnitHead, BuiltInRole.Officer,
            BuiltInRole.WardAdmin),
        new(EnterAny, "Nhập số liệu thay mọi đơn vị", BuiltInRole.Secretariat, BuiltInRole.WardAdmin),
        new(Verify, "Xác nhận số liệu", BuiltInRole.Leader, BuiltInRole.Secretariat, BuiltInRole.UnitHead, BuiltInRole.WardAdmin),
        new(Close, "Khóa và mở lại kỳ số liệu", BuiltInRole.Secretariat, BuiltInRole.WardAdmin),
        new(ReadCity, "Xem số liệu của các phường, xã cạnh nhau", BuiltInRole.CityViewer, BuiltInRole.CityAdmin),
    ];
}
