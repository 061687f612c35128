using NamRo.Kernel.Settings;

namespace NamRo.Plans;

/// <summary>What a ward decides about its plans.</summary>
internal static class PlansSetting
{
    public static WardSetting<bool> PublishedByAnother { get; } = WardSetting.YesNo("plans.published_by_another",
        "Người công bố khác người rà soát", "Người đã duyệt một dòng của kế hoạch thì không tự công bố kế hoạch đó.", true);

    public static SettingGroup Group { get; } = new("Kế hoạch", PublishedByAnother);
}
