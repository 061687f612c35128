using NamRo.Kernel.Settings;
using NamRo.Schedule;
using NamRo.Work.Standing;

namespace NamRo.Work.Settings;

/// <summary>What a ward decides about its periods, warnings and escalation.</summary>
internal static class WorkSetting
{
    public const string Prefix = "work.";

    private static readonly ScheduleRules Usual = ScheduleRules.Default;

    public static readonly WardSetting<int> OpeningDay = WardSetting.Whole("work.opening_day", "Ngày mở kỳ cập nhật tháng",
        "Từ ngày này trong tháng, đơn vị cập nhật được tiến độ của tháng.", Usual.OpeningDay, 1, ScheduleRules.LatestDay);

    public static readonly WardSetting<int> CutOffDay = WardSetting.Whole("work.cut_off_day", "Ngày chốt cập nhật tháng",
        "Hạn cập nhật tiến độ của tháng; 0 là ngày làm việc cuối tháng.", Usual.CutOffDay, 0, ScheduleRules.LatestDay);

    public static readonly WardSetting<TimeOnly> CutOffHour = WardSetting.Time("work.cut_off_hour", "Giờ khóa kỳ",
        "Giờ khóa kỳ vào ngày cuối của thời gian châm chước.", Usual.CutOffHour);

    public static readonly WardSetting<int> Grace = WardSetting.Whole("work.grace_days", "Thời gian châm chước",
        "Sau hạn chừng này ngày làm việc thì kỳ bị khóa.", Usual.GraceWorkingDays, 0, 20, "ngày làm việc");

    public static readonly WardSetting<string> DayOff = WardSetting.Choice("work.day_off", "Hạn rơi vào ngày nghỉ",
        "Hạn được dời sang ngày làm việc nào (Bộ luật Dân sự 2015, Điều 148, khoản 5: ngày kế tiếp).", nameof(DayOffRule.After),
        new(nameof(DayOffRule.After), "Ngày làm việc kế tiếp"), new(nameof(DayOffRule.Before), "Ngày làm việc liền trước"));

    public static readonly WardSetting<string> Periods = WardSetting.Choice("work.periods", "Kỳ số liệu của nhiệm vụ định kỳ",
        "Theo tháng lịch, hay chốt ngày 14 theo Nghị định 09/2019/NĐ-CP, Điều 12.", PeriodRules.Calendar.Code,
        new(PeriodRules.Calendar.Code, "Tháng lịch"), new(PeriodRules.Decree09.Code, "Nghị định 09/2019 (ngày 15 đến ngày 14)"));

    public static readonly WardSetting<int> FollowUp = WardSetting.Whole("work.follow_up_days", "Hỏi lại điều kiện",
        "Với nhiệm vụ chờ điều kiện, cứ chừng này ngày lại hỏi điều kiện đã có chưa.", Usual.FollowUpDays, 5, 180, "ngày");

    public static readonly WardSetting<int> Warn = WardSetting.Whole("work.warn_days", "Báo sắp đến hạn trước",
        "Nhiệm vụ là “sắp đến hạn” từ chừng này ngày làm việc trước hạn.", StandingRules.Default.WarnWorkingDays, 1, 30, "ngày làm việc");

    public static readonly WardSetting<int> Assign = WardSetting.Whole("work.assign_days", "Hạn giao người thực hiện",
        "Quá chừng này ngày làm việc chưa giao người thì nhiệm vụ chưa đủ dữ liệu.", StandingRules.Default.AssignWorkingDays, 1, 30,
        "ngày làm việc");

    public static readonly WardSetting<int> ToHead = WardSetting.Whole("work.escalate_head_days", "Báo lên thủ trưởng đơn vị sau",
        "Chậm hoặc thiếu dữ liệu chừng này ngày làm việc thì báo thủ trưởng đơn vị.", 2, 0, 60, "ngày làm việc");

    public static readonly WardSetting<int> ToLeader = WardSetting.Whole("work.escalate_leader_days", "Báo lên lãnh đạo phụ trách sau",
        "Chậm hoặc thiếu dữ liệu chừng này ngày làm việc thì báo lãnh đạo phụ trách.", 5, 0, 60, "ngày làm việc");

    public static SettingGroup Group => new("Nhiệm vụ", OpeningDay, CutOffDay, CutOffHour, Grace, DayOff, Periods, FollowUp, Warn, Assign,
        ToHead, ToLeader);
}

/// <summary>The ward's rules as its settings make them.</summary>
/// <param name="ToHeadDays">Working days late after which the head of the unit is told.</param>
/// <param name="ToLeaderDays">Working days late after which the responsible leader is told.</param>
internal sealed record WorkRules(StandingRules Standing, int ToHeadDays, int ToLeaderDays)
{
    public static async Task<WorkRules> LoadAsync(WardSettings settings, CancellationToken cancel) => new(
        new StandingRules(new ScheduleRules
        {
            OpeningDay = await settings.GetAsync(WorkSetting.OpeningDay, cancel),
            CutOffDay = await settings.GetAsync(WorkSetting.CutOffDay, cancel),
            CutOffHour = await settings.GetAsync(WorkSetting.CutOffHour, cancel),
            GraceWorkingDays = await settings.GetAsync(WorkSetting.Grace, cancel),
            DayOff = Enum.Parse<DayOffRule>(await settings.GetAsync(WorkSetting.DayOff, cancel)),
            Periods = PeriodRules.Find(await settings.GetAsync(WorkSetting.Periods, cancel)) ?? PeriodRules.Calendar,
            FollowUpDays = await settings.GetAsync(WorkSetting.FollowUp, cancel),
        }, await settings.GetAsync(WorkSetting.Warn, cancel), await settings.GetAsync(WorkSetting.Assign, cancel)),
        await settings.GetAsync(WorkSetting.ToHead, cancel), await settings.GetAsync(WorkSetting.ToLeader, cancel));
}
