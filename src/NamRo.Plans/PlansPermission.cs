using NamRo.Kernel.Contributions;

namespace NamRo.Plans;

/// <summary>What roles may allow in this module.</summary>
internal static class PlansPermission
{
    public const string ReadPlans = "plans.plan.read";
    public const string UploadPlans = "plans.plan.upload";

    public const string ReviewPlans = "plans.plan.review";
    public const string PublishPlans = "plans.plan.publish";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(ReadPlans, "Xem kế hoạch", BuiltInRole.OfWard),
        new(UploadPlans, "Tải lên kế hoạch", BuiltInRole.Secretariat, BuiltInRole.WardAdmin),
        new(ReviewPlans, "Rà soát, nhập kế hoạch", BuiltInRole.Secretariat, BuiltInRole.WardAdmin),
        new(PublishPlans, "Công bố, thu hồi kế hoạch", BuiltInRole.Leader, BuiltInRole.Secretariat, BuiltInRole.WardAdmin),
    ];
}
