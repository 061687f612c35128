using NamRo.Kernel.Measures;
using NamRo.Measures;
using NamRo.Work.Contracts;

namespace NamRo.Work;

/// <summary>Tasks and what they owe as countable things, and the figures by which the plans follow themselves.</summary>
internal sealed class WorkMeasures : IMeasureContributor
{
    /// <summary>A figure of the whole ward needs the right to see every task.</summary>
    private const string Permission = WorkPermission.ReadAll;

    private static readonly MeasureChoice[] States = [.. TaskStates.All.Select(state => new MeasureChoice(state.Code, state.Title))];

    private static readonly MeasureChoice[] Kinds =
    [
        new("OneOff", "Sản phẩm"), new("Recurring", "Định kỳ"), new("MonthlyUpdate", "Cập nhật tháng"),
        new("ConditionFollowUp", "Hỏi điều kiện"),
    ];

    public IEnumerable<MeasureSource> Sources { get; } =
    [
        new("nhiệm_vụ", "nhiệm vụ", "work.task_row", Permission,
        [
            new("nội_dung", "nội dung", FieldKind.Text, "text"),
            new("nhóm", "nhóm nhiệm vụ", FieldKind.Text, "group_title"),
            new("kế_hoạch", "kế hoạch", FieldKind.Text, "plan_title"),
            new("trạng_thái", "trạng thái", FieldKind.Choice, "state") { Choices = States },
            new("hạn", "hạn", FieldKind.Date, "due"),
            new("ngày_bắt_đầu", "ngày bắt đầu", FieldKind.Date, "starts_on"),
            new("từ_ngày", "ngày vào trạng thái", FieldKind.Date, "since"),
            new("sản_phẩm", "sản phẩm đầu ra", FieldKind.Text, "output"),
            new("đơn_vị", "đơn vị chủ trì", FieldKind.Key, "lead_unit_id"),
            new("lãnh_đạo", "lãnh đạo phụ trách", FieldKind.Key, "leader_person_id"),
            new("người_thực_hiện", "người thực hiện", FieldKind.Key, "responsible_person_id"),
        ])
        { TitleColumn = "text", LinkFormat = "/nhiem-vu/{0}" },
        new("việc_đến_hạn", "việc đến hạn", "work.obligation_row", Permission,
        [
            new("loại", "loại", FieldKind.Choice, "kind") { Choices = Kinds },
            new("hạn", "hạn", FieldKind.Date, "due_on"),
            new("đã_làm", "đã làm", FieldKind.YesNo, "is_fulfilled"),
            new("ngày_làm", "ngày làm", FieldKind.Date, "fulfilled_on"),
            new("nhiệm_vụ", "nhiệm vụ", FieldKind.Key, "task_id"),
            new("đơn_vị", "đơn vị", FieldKind.Key, "unit_id"),
        ])
        { TitleColumn = "task_text", LinkColumn = "task_id", LinkFormat = "/nhiem-vu/{0}" },
        new("nhiệm_vụ_phải_cập_nhật", "nhiệm vụ phải cập nhật", "work.task_month_row", Permission,
        [
            new("tháng", "tháng", FieldKind.Date, "month"),
            new("hạn", "hạn", FieldKind.Date, "due_on"),
            new("đã_cập_nhật", "đã cập nhật", FieldKind.YesNo, "is_updated"),
            new("nhiệm_vụ", "nhiệm vụ", FieldKind.Key, "task_id"),
            new("đơn_vị", "đơn vị chủ trì", FieldKind.Key, "lead_unit_id"),
            new("lãnh_đạo", "lãnh đạo phụ trách", FieldKind.Key, "leader_person_id"),
        ])
        { TitleColumn = "task_text", LinkColumn = "task_id", LinkFormat = "/nhiem-vu/{0}" },
    ];

    public IEnumerable<ShippedMeasure> Measures { get; } =
    [
        new(WorkFigure.MonthlyUpdate, "Nhiệm vụ được cập nhật hằng tháng", "tỷ_lệ(nhiệm_vụ_phải_cập_nhật khi tháng trong_kỳ; đã_cập_nhật)",
            "Kế hoạch phường Nam Đồng, mục 1.2.2 (4): từ 90% nhiệm vụ được cập nhật hằng tháng, dưới mức này thì cảnh báo")
        { Goal = 90, IndicatorCode = "CQ-06" },
        new(WorkFigure.Tracked, "Nhiệm vụ được theo dõi trên môi trường điện tử", "tỷ_lệ(nhiệm_vụ; có đơn_vị và có trạng_thái)",
            "QĐ 2629/QĐ-TTg và kế hoạch các phường: 100% nhiệm vụ được giao được theo dõi, giám sát, đánh giá trên môi trường điện tử; "
            + "tính trên nhiệm vụ đã mở trong hệ thống") { Goal = 100, IndicatorCode = "CQ-05" },
        new(WorkFigure.OnTime, "Nhiệm vụ hoàn thành đúng hạn",
            "tỷ_lệ(nhiệm_vụ khi trạng_thái trong ('Xong đúng hạn'; 'Xong muộn'; 'Quá hạn'); trạng_thái = 'Xong đúng hạn')",
            "NĐ 335/2025/NĐ-CP, Điều 14: nhiệm vụ hoàn thành đúng tiến độ trên nhiệm vụ đến hạn"),
        new(WorkFigure.Coverage, "Nhiệm vụ đủ dữ liệu để đánh giá",
            "tỷ_lệ(nhiệm_vụ khi không trạng_thái trong ('Chưa đến kỳ'; 'Không thực hiện nữa'); không trạng_thái = 'Chưa đủ dữ liệu')",
            "Kế hoạch phường Nam Đồng, mục 1.2.2 (4): cảnh báo chậm tiến độ hoặc thiếu dữ liệu"),
    ];
}
