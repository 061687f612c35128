using NamRo.Extraction;
using NamRo.Plans.Domain;
using NamRo.Plans.Matching;

namespace NamRo.Plans.Learning;

/// <summary>How learned words are shown to people.</summary>
internal static class LearnedWords
{
    /// <summary>What a column of a plan's table may hold.</summary>
    public static IReadOnlyList<FieldRole> Fields { get; } = [FieldRole.Work, FieldRole.Indicator, FieldRole.Leader, FieldRole.LeadUnit,
        FieldRole.CoUnit, FieldRole.LeadAndCoUnit, FieldRole.Output, FieldRole.Deadline, FieldRole.MeasureUnit, FieldRole.Baseline,
        FieldRole.TargetValue, FieldRole.Other];

    public static string Words(LearnedKind kind) => kind switch
    {
        LearnedKind.Heading => "Tiêu đề cột",
        LearnedKind.Deadline => "Thời hạn",
        _ => "Tên đơn vị",
    };

    public static string Words(FieldRole field) => field switch
    {
        FieldRole.Work => "Nội dung nhiệm vụ",
        FieldRole.Indicator => "Tên chỉ tiêu",
        FieldRole.Leader => "Lãnh đạo phụ trách",
        FieldRole.LeadUnit => "Đơn vị chủ trì",
        FieldRole.CoUnit => "Đơn vị phối hợp",
        FieldRole.LeadAndCoUnit => "Đơn vị chủ trì và phối hợp",
        FieldRole.Output => "Sản phẩm",
        FieldRole.Deadline => "Thời hạn",
        FieldRole.MeasureUnit => "Đơn vị tính",
        FieldRole.Baseline => "Hiện trạng",
        FieldRole.TargetValue => "Giá trị chỉ tiêu",
        FieldRole.Number => "Số thứ tự",
        _ => "Không dùng đến",
    };

    public static string Meaning(LearnedWord word, WardDirectory directory) => word switch
    {
        { Field: { } field } => Words(field),
        { Deadline: { } deadline } => deadline.Describe(),
        _ => directory.NameOf(word.UnitId) ?? "đơn vị đã kết thúc",
    };
}
