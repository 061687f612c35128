using System.Globalization;
using NamRo.Extraction;
using NamRo.Language;
using NamRo.Ui.Status;

namespace NamRo.Plans.Domain;

/// <summary>How states, figures and doubts of a draft are shown to people.</summary>
internal static class PlanWords
{
    /// <summary>Below it the extractor calls itself unsure.</summary>
    private const double Unsure = 0.5;

    public static string Words(this PlanState state) => state switch
    {
        PlanState.Reading => "Đang đọc",
        PlanState.Failed => "Không đọc được",
        PlanState.Published => "Đã công bố",
        _ => "Đang rà soát",
    };

    public static StatusTone Tone(this PlanState state) => state switch
    {
        PlanState.Reading => StatusTone.InProgress,
        PlanState.Failed => StatusTone.Late,
        PlanState.Published => StatusTone.Done,
        _ => StatusTone.Waiting,
    };

    public static string Step(StepKind kind) => kind switch
    {
        StepKind.Accept => "Nhận dòng",
        StepKind.AcceptCertain => "Nhận các dòng chắc chắn",
        StepKind.Reject => "Bỏ dòng",
        StepKind.RejectOpen => "Bỏ các dòng còn lại",
        StepKind.Edit => "Sửa dòng",
        StepKind.Split => "Tách dòng",
        StepKind.Merge => "Gộp dòng",
        StepKind.Add => "Thêm dòng",
        StepKind.MatchUnit => "Chọn đơn vị cho dòng",
        StepKind.TakeReading => "Quyết định theo bản đọc mới",
        _ => "Nhập từ Excel",
    };

    public static string Words(this Severity severity) => severity switch
    {
        Severity.Error => "Mâu thuẫn",
        Severity.Warning => "Cần xem",
        _ => "Lưu ý",
    };

    public static StatusTone Tone(this Severity severity) => severity switch
    {
        Severity.Error => StatusTone.Late,
        Severity.Warning => StatusTone.AtRisk,
        _ => StatusTone.Neutral,
    };

    public static string Confidence(double confidence) => confidence.ToString("P0", CultureInfo.CurrentCulture);

    public static StatusTone ConfidenceTone(double confidence) => confidence < Unsure ? StatusTone.AtRisk : StatusTone.Done;

    /// <summary>The promise as a figure: "≥ 90 %", "20 – 25 sáng kiến"; null: stated in words only.</summary>
    public static string? Promise(this TargetContent target) =>
        Promise(target.Comparator, target.Value, target.UpperValue, target.MeasureUnit);

    public static string? Promise(Comparator comparator, decimal? value, decimal? upperValue, string? unit)
    {
        if (value is not { } lower)
        {
            return null;
        }

        var figure = upperValue is { } upper ? $"{Number(lower)} – {Number(upper)}" : Number(lower);
        return $"{Sign(comparator)}{figure} {unit}".Trim();
    }

    /// <summary>Where the target starts, as a figure or as written; null: not stated.</summary>
    public static string? Start(this TargetContent target) => target.BaselineText ?? (target.Baseline is { } value ? Number(value) : null);

    public static string? Period(this TargetContent target) => (target.PeriodFrom, target.PeriodTo) switch
    {
        (null, null) => null,
        (null, { } to) => $"đến {to}",
        ({ } from, null) => $"từ {from}",
        var (from, to) => string.Equals(from, to, StringComparison.Ordinal) ? from : $"{from} – {to}",
    };

    public static string Words(DeadlineKind kind) => kind switch
    {
        DeadlineKind.Date => "Ngày",
        DeadlineKind.Month => "Tháng",
        DeadlineKind.Quarter => "Quý",
        DeadlineKind.Year => "Năm",
        DeadlineKind.Range => "Khoảng thời gian",
        DeadlineKind.Recurring => "Định kỳ",
        DeadlineKind.Continuous => "Thường xuyên",
        DeadlineKind.Conditional => "Khi có điều kiện",
        _ => "Chưa có thời hạn",
    };

    public static string Words(Rhythm rhythm) => rhythm switch
    {
        Rhythm.Week => "Hằng tuần",
        Rhythm.Month => "Hằng tháng",
        Rhythm.Quarter => "Hằng quý",
        Rhythm.HalfYear => "6 tháng một lần",
        Rhythm.Year => "Hằng năm",
        _ => "Không định kỳ",
    };

    public static string Words(Comparator comparator) => comparator switch
    {
        Comparator.AtLeast => "Tối thiểu (≥)",
        Comparator.Equal => "Đạt (=)",
        Comparator.MoreThan => "Trên (>)",
        Comparator.LessThan => "Dưới (<)",
        Comparator.AtMost => "Không quá (≤)",
        Comparator.Range => "Khoảng",
        _ => "Không đo bằng số",
    };

    /// <summary>A length in a drawing.</summary>
    public static string Coordinate(double points) => points.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Sign(Comparator comparator) => comparator switch
    {
        Comparator.AtLeast => "≥ ",
        Comparator.AtMost => "≤ ",
        Comparator.MoreThan => "> ",
        Comparator.LessThan => "< ",
        _ => "",
    };

    private static string Number(decimal value) => value.ToString("#,0.####", CultureInfo.CurrentCulture);
}
