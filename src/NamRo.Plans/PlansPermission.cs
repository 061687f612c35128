using NamRo.Kernel.Contributions;

namespace NamRo.Plans;

/// <summary>What roles may allow in this module.</summary>
internal static class PlansPermission
{
    public const string ReadPlans = "plans.plan.read";
    public const string UploadPlans = "plans.plan.upload";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(ReadPlans, "Xem kế hoạch", BuiltInRole.OfWard),
        new(UploadPlans, "Tải lên kế hoạch", BuiltInRole.Secretariat, BuiltInRole.WardAdmin),
    ];
}
