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
        _ => "Đã đọc, chờ rà soát",
    };

    public static StatusTone Tone(this PlanState state) => state switch
    {
        PlanState.Reading => StatusTone.InProgress,
        PlanState.Failed => StatusTone.Late,
        _ => StatusTone.Waiting,
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
    public static string? Promise(this DraftTarget target)
    {
        if (target.Value is not { } value)
        {
            return null;
        }

        var figure = target.UpperValue is { } upper ? $"{Number(value)} – {Number(upper)}" : Number(value);
        return $"{Sign(target.Comparator)}{figure} {target.MeasureUnit}".Trim();
    }

    /// <summary>Where the target starts, as a figure or as written; null: not stated.</summary>
    public static string? Start(this DraftTarget target) => target.BaselineText ?? (target.Baseline is { } value ? Number(value) : null);

    public static string? Period(this DraftTarget target) => (target.PeriodFrom, target.PeriodTo) switch
    {
        (null, null) => null,
        (null, { } to) => $"đến {to}",
        ({ } from, null) => $"từ {from}",
        var (from, to) => string.Equals(from, to, StringComparison.Ordinal) ? from : $"{from} – {to}",
    };

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
