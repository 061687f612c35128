using NamRo.Kernel.Measures;
using NamRo.Measures;

namespace NamRo.Plans;

/// <summary>Plans and their rows as countable things.</summary>
internal sealed class PlansMeasures : IMeasureContributor
{
    public IEnumerable<MeasureSource> Sources { get; } =
    [
        new("kế_hoạch", "kế hoạch", "plans.document_row", PlansPermission.ReadPlans,
        [
            new("tên", "tên", FieldKind.Text, "title"),
            new("tình_trạng", "tình trạng", FieldKind.Choice, "state")
            {
                Choices =
                [
                    new("Reading", "Đang đọc"), new("Read", "Đang duyệt"), new("Failed", "Không đọc được"), new("Published", "Đã công bố"),
                ],
            },
            new("ngày_ban_hành", "ngày ban hành", FieldKind.Date, "issued_on"),
            new("ngày_tải_lên", "ngày tải lên", FieldKind.Date, "uploaded_on"),
            new("ngày_công_bố", "ngày công bố", FieldKind.Date, "published_on"),
        ])
        { TitleColumn = "title", LinkFormat = "/ke-hoach/{0}" },
        new("dòng_kế_hoạch", "dòng kế hoạch", "plans.content_row", PlansPermission.ReadPlans,
        [
            new("nội_dung", "nội dung", FieldKind.Text, "text"),
            new("loại", "loại", FieldKind.Choice, "kind") { Choices = [new("Task", "Nhiệm vụ"), new("Target", "Chỉ tiêu")] },
            new("tình_trạng", "tình trạng duyệt", FieldKind.Choice, "state")
            {
                Choices = [new("Pending", "Chờ duyệt"), new("Accepted", "Đã nhận"), new("Rejected", "Đã bỏ")],
            },
            new("cần_xem", "cần xem kỹ", FieldKind.YesNo, "is_doubtful"),
            new("lời_văn", "chỉ nêu trong lời văn", FieldKind.YesNo, "is_narrative"),
            new("ngày_quyết_định", "ngày quyết định", FieldKind.Date, "decided_on"),
            new("kế_hoạch", "kế hoạch", FieldKind.Key, "plan_id"),
            new("đơn_vị", "đơn vị chủ trì", FieldKind.Key, "lead_unit_id"),
        ])
        { TitleColumn = "text", LinkColumn = "plan_id", LinkFormat = "/ke-hoach/{0}" },
        new("dòng_cấp_trên", "dòng của kế hoạch cấp trên", "plans.coverage_row", PlansPermission.ReadPlans,
        [
            new("nội_dung", "nội dung", FieldKind.Text, "upper_text"),
            new("được_nhận", "được kế hoạch của phường nhận", FieldKind.YesNo, "is_taken_up"),
            new("thấp_hơn", "nhận thấp hơn hoặc muộn hơn", FieldKind.YesNo, "falls_short"),
            new("đã_xác_nhận", "có người xác nhận", FieldKind.YesNo, "is_confirmed"),
            new("kế_hoạch", "kế hoạch của phường", FieldKind.Key, "plan_id"),
        ])
        { TitleColumn = "upper_text", LinkColumn = "plan_id", LinkFormat = "/ke-hoach/{0}/bao-quat" },
    ];

    public IEnumerable<ShippedMeasure> Measures { get; } =
    [
        new("ke-hoach-da-duyet", "Dòng kế hoạch đã duyệt", "tỷ_lệ(dòng_kế_hoạch khi không lời_văn; tình_trạng trong ('Đã nhận'; 'Đã bỏ'))",
            "Người duyệt từng dòng trước khi kế hoạch được công bố"),
        new("dong-du-don-vi", "Dòng kế hoạch đã nhận có đơn vị chủ trì", "tỷ_lệ(dòng_kế_hoạch khi tình_trạng = 'Đã nhận'; có đơn_vị)",
            "Năm rõ: mỗi nhiệm vụ, chỉ tiêu rõ đơn vị chịu trách nhiệm"),
        new("bao-quat-cap-tren", "Kế hoạch cấp trên được nhận", "tỷ_lệ(dòng_cấp_trên; được_nhận)",
            "Kế hoạch của thành phố giao các phường, xã cụ thể hóa và thực hiện") { Goal = 100 },
    ];
}
