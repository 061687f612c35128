using NamRo.Kernel.Measures;
using NamRo.Measures;
using NamRo.Targets.Contracts;

namespace NamRo.Targets;

/// <summary>Targets as countable things.</summary>
internal sealed class TargetsMeasures : IMeasureContributor
{
    private static readonly MeasureChoice[] Standings =
        [.. Enum.GetValues<TargetStanding>().Select(standing => new MeasureChoice(standing.ToString(), standing.TitleOf()))];

    public IEnumerable<MeasureSource> Sources { get; } =
    [
        new("chỉ_tiêu", "chỉ tiêu", "targets.target_row", "targets.target.read",
        [
            new("nội_dung", "nội dung", FieldKind.Text, "text"),
            new("kế_hoạch", "kế hoạch", FieldKind.Text, "plan_title"),
            new("tình_trạng", "tình trạng", FieldKind.Choice, "standing") { Choices = Standings },
            new("hạn", "hạn", FieldKind.Date, "due_on"),
            new("ngày_kết_thúc", "ngày kết thúc", FieldKind.Date, "ended_on"),
            new("kỳ_số_liệu", "kỳ số liệu", FieldKind.Date, "current_period"),
            new("giá_trị", "giá trị hiện nay", FieldKind.Number, "current_value"),
            new("mức_cần", "mức cần đạt", FieldKind.Number, "value"),
            new("đã_xác_nhận", "đã xác nhận số liệu", FieldKind.YesNo, "is_verified"),
            new("đơn_vị", "đơn vị", FieldKind.Key, "lead_unit_id"),
        ])
        { TitleColumn = "text", LinkFormat = "/chi-tieu/{0}" },
    ];

    public IEnumerable<ShippedMeasure> Measures { get; } =
    [
        new(TargetFigure.Attained, "Chỉ tiêu đạt hoặc đúng tiến độ",
            "tỷ_lệ(chỉ_tiêu khi ngày_kết_thúc bỏ_trống và tình_trạng trong ('Đạt'; 'Đúng tiến độ'; 'Có nguy cơ'; 'Không đạt'); "
            + "tình_trạng trong ('Đạt'; 'Đúng tiến độ'))",
            "Mục tiêu, chỉ tiêu của các kế hoạch đang thực hiện"),
        new(TargetFigure.Coverage, "Chỉ tiêu có số liệu",
            "tỷ_lệ(chỉ_tiêu khi ngày_kết_thúc bỏ_trống và tình_trạng <> 'Chưa đến kỳ'; không tình_trạng = 'Thiếu số liệu')",
            "Kế hoạch phường Nam Đồng, mục 1.2.2 (4): cảnh báo chậm tiến độ hoặc thiếu dữ liệu"),
    ];
}
