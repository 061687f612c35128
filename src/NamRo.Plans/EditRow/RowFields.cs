using System.ComponentModel.DataAnnotations;
using NamRo.Language;
using NamRo.Plans.Domain;
using NamRo.Plans.Matching;

namespace NamRo.Plans;

/// <summary>The fields of a row in a form; those of the other kind stay empty.</summary>
internal sealed class RowFields
{
    private const int LongestName = 300;
    private const int LongestWords = 2000;

    [Required]
    [StringLength(PlanRow.LongestText)]
    [Display(Name = "Nội dung")]
    public string Text { get; set; } = "";

    [StringLength(40)]
    [Display(Name = "Số mục")]
    public string? Section { get; set; }

    [Display(Name = "Đơn vị chủ trì")]
    public Guid? LeadUnitId { get; set; }

    [StringLength(LongestName)]
    [Display(Name = "Nhóm nhiệm vụ")]
    public string? GroupTitle { get; set; }

    [Display(Name = "Lãnh đạo phụ trách (trong danh bạ)")]
    public Guid? LeaderPersonId { get; set; }

    [StringLength(LongestName)]
    [Display(Name = "Lãnh đạo phụ trách (như văn bản)")]
    public string? Leader { get; set; }

    [Display(Name = "Đơn vị phối hợp")]
    public List<Guid> CoUnitIds { get; set; } = [];

    [StringLength(LongestWords)]
    [Display(Name = "Phối hợp khác (như văn bản)")]
    public string? CoUnits { get; set; }

    [Display(Name = "Chỉ tiêu mà nhiệm vụ góp phần đạt")]
    public List<Guid> TargetIds { get; set; } = [];

    [StringLength(LongestWords)]
    [Display(Name = "Sản phẩm đầu ra")]
    public string? Output { get; set; }

    [StringLength(LongestWords)]
    [Display(Name = "Thời gian (như văn bản)")]
    public string? DeadlineText { get; set; }

    public DeadlineFields Deadline { get; set; } = new();

    [Display(Name = "So sánh")]
    public Comparator Comparator { get; set; }

    [Display(Name = "Giá trị")]
    public decimal? Value { get; set; }

    [Display(Name = "Giá trị trên (khi là khoảng)")]
    public decimal? UpperValue { get; set; }

    [StringLength(100)]
    [Display(Name = "Đơn vị tính")]
    public string? MeasureUnit { get; set; }

    [Display(Name = "Hiện trạng (số)")]
    public decimal? Baseline { get; set; }

    [StringLength(LongestWords)]
    [Display(Name = "Hiện trạng (như văn bản)")]
    public string? BaselineText { get; set; }

    [StringLength(20)]
    [Display(Name = "Từ kỳ")]
    public string? PeriodFrom { get; set; }

    [StringLength(20)]
    [Display(Name = "Đến kỳ")]
    public string? PeriodTo { get; set; }

    public static RowFields Of(RowContent content)
    {
        var fields = new RowFields { Text = content.Text, Section = content.Section, LeadUnitId = content.LeadUnitId };
        if (content is TaskContent task)
        {
            fields.FillFrom(task);
        }
        else if (content is TargetContent target)
        {
            fields.FillFrom(target);
        }

        return fields;
    }

    /// <summary>The content with what was entered; what the form does not show stays.</summary>
    public RowContent Apply(RowContent content, WardDirectory directory) => content switch
    {
        TaskContent task => task with
        {
            Text = VietnameseText.Normalize(Text),
            Section = Trimmed(Section),
            LeadUnitId = Known(LeadUnitId, directory),
            GroupTitle = Trimmed(GroupTitle),
            LeaderPersonId = directory.PersonOf(LeaderPersonId)?.Id,
            Leader = Trimmed(Leader),
            CoUnitIds = [.. CoUnitIds.Where(unit => unit != LeadUnitId && directory.NameOf(unit) is not null).Distinct()],
            LeadUnits = [.. task.LeadUnits.Take(1)],
            CoUnits = [.. (Trimmed(CoUnits) ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            TargetIds = [.. TargetIds.Distinct()],
            Output = Trimmed(Output),
            DeadlineText = Trimmed(DeadlineText),
            Deadline = Deadline.Deadline() ?? Language.Deadline.None,
        },
        TargetContent target => target with
        {
            Text = VietnameseText.Normalize(Text),
            Section = Trimmed(Section),
            LeadUnitId = Known(LeadUnitId, directory),
            Comparator = Comparator,
            Value = Value,
            UpperValue = Comparator == Comparator.Range ? UpperValue : null,
            MeasureUnit = Trimmed(MeasureUnit),
            Baseline = Baseline,
            BaselineText = Trimmed(BaselineText),
            PeriodFrom = Trimmed(PeriodFrom),
            PeriodTo = Trimmed(PeriodTo),
        },
        _ => content,
    };

    private static Guid? Known(Guid? unit, WardDirectory directory) => directory.NameOf(unit) is null ? null : unit;

    private static string? Trimmed(string? words) => string.IsNullOrWhiteSpace(words) ? null : VietnameseText.Normalize(words);

    private void FillFrom(TaskContent task)
    {
        (GroupTitle, LeaderPersonId, Leader) = (task.GroupTitle, task.LeaderPersonId, task.Leader);
        (CoUnitIds, TargetIds) = ([.. task.CoUnitIds], [.. task.TargetIds]);
        CoUnits = string.Join("; ", task.LeadUnits.Skip(1).Concat(task.CoUnits));
        (Output, DeadlineText, Deadline) = (task.Output, task.DeadlineText, DeadlineFields.Of(task.Deadline));
    }

    private void FillFrom(TargetContent target)
    {
        (Comparator, Value, UpperValue, MeasureUnit) = (target.Comparator, target.Value, target.UpperValue, target.MeasureUnit);
        (Baseline, BaselineText, PeriodFrom, PeriodTo) = (target.Baseline, target.BaselineText, target.PeriodFrom, target.PeriodTo);
    }
}
