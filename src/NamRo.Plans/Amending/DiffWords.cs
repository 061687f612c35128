using System.Globalization;
using NamRo.Language;
using NamRo.Plans.Comparing;
using NamRo.Plans.Domain;
using NamRo.Ui.Status;

namespace NamRo.Plans.Amending;

/// <summary>How a line of a comparison is shown to people.</summary>
internal static class DiffWords
{
    private const int ShortText = 90;

    public static string Words(DiffLine line) => line.Change.Kind switch
    {
        ChangeKind.Added => "Thêm mới",
        ChangeKind.Split => "Tách thành nhiều dòng",
        ChangeKind.Merged => "Gộp từ nhiều dòng",
        ChangeKind.Changed => "Thay đổi",
        ChangeKind.Unchanged => "Giữ nguyên",
        _ => line.Fate switch
        {
            Fate.CarriedOver => "Chuyển tiếp",
            Fate.Stays => "Không nhắc lại, vẫn giữ",
            _ => "Không nhắc lại, kết thúc",
        },
    };

    public static StatusTone Tone(DiffLine line) => line switch
    {
        { NeedsDecision: true } => StatusTone.AtRisk,
        { Fate: Fate.Ends } => StatusTone.Late,
        { Change.Kind: ChangeKind.Added } => StatusTone.InProgress,
        { Change.Kind: ChangeKind.Unchanged } or { DecidedBy: not null } => StatusTone.Done,
        _ => StatusTone.Waiting,
    };

    public static string Title(RowField field) => field switch
    {
        RowField.Number => "Số mục",
        RowField.Group => "Nhóm",
        RowField.Leader => "Lãnh đạo phụ trách",
        RowField.LeadUnits => "Đơn vị chủ trì",
        RowField.CoUnits => "Đơn vị phối hợp",
        RowField.Output => "Sản phẩm",
        RowField.Deadline => "Thời hạn",
        RowField.Value => "Mức cam kết",
        RowField.Period => "Thời kỳ",
        RowField.Baseline => "Hiện trạng",
        _ => "Nội dung",
    };

    public static string? Value(ComparedRow row, RowField field) => field switch
    {
        RowField.Number => row.Number,
        RowField.Group => row.Group,
        RowField.Leader => row.Leader,
        RowField.LeadUnits => Joined(row.LeadUnits),
        RowField.CoUnits => Joined(row.CoUnits),
        RowField.Output => row.Output,
        RowField.Deadline => Deadline(row),
        RowField.Value => PlanWords.Promise(row.Comparator, row.Value, row.UpperValue, row.MeasureUnit),
        RowField.Period => Joined([.. new[] { row.PeriodFrom, row.PeriodTo }.OfType<string>().Distinct()], " – "),
        RowField.Baseline => row.Baseline,
        _ => row.Text,
    };

    public static string Short(string text) => text.Length <= ShortText ? text : text[..ShortText] + "…";

    /// <summary>The likeness or share as people read it.</summary>
    public static string Share(double share) => Math.Min(1, share).ToString("P0", CultureInfo.CurrentCulture);

    /// <summary>As written, and as understood where that says more.</summary>
    private static string? Deadline(ComparedRow row)
    {
        var understood = row.Deadline.Kind == DeadlineKind.None ? null : row.Deadline.Describe();
        return (row.DeadlineText, understood) switch
        {
            (null, _) => understood,
            ({ } written, null) => written,
            var (written, meant) when meant.StartsWith(written, StringComparison.OrdinalIgnoreCase) => meant,
            var (written, meant) => $"{written} ({meant})",
        };
    }

    private static string? Joined(IReadOnlyList<string> parts, string by = "; ") => parts.Count == 0 ? null : string.Join(by, parts);
}
