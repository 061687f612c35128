using System.Globalization;
using NamRo.Language;
using NamRo.Targets.Contracts;
using NamRo.Ui.Status;

namespace NamRo.Targets.Standings;

/// <summary>Figures, days and standings as people here write them.</summary>
internal static class FigureWords
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static string Show(decimal value, string? unit = null)
    {
        var figure = value.ToString("#,0.##", Vietnamese);
        return string.IsNullOrEmpty(unit) ? figure : unit[0] == '%' ? figure + unit : $"{figure} {unit}";
    }

    public static string Show(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>The promise of a row, as <see cref="Goal.Promise"/> words it.</summary>
    public static string Promise(this TargetRow row) =>
        new Goal(row.Kind, row.Comparator, row.Value, row.UpperValue, row.MeasureUnit)
        {
            Direction = row.Direction,
            SpanFrom = row.SpanFrom,
            StartsOn = row.StartsOn,
            DueOn = row.DueOn,
        }.Promise;

    public static string Words(this FigureSource source) => source switch
    {
        FigureSource.Imported => "Nhập từ tệp",
        FigureSource.Computed => "Hệ thống tính",
        _ => "Nhập tay",
    };

    public static string Words(this Rhythm rhythm) => rhythm switch
    {
        Rhythm.Quarter => "Hằng quý",
        Rhythm.HalfYear => "Sáu tháng",
        Rhythm.Year => "Hằng năm",
        _ => "Hằng tháng",
    };

    public static string Words(this FigureKind kind) => kind switch
    {
        FigureKind.Share => "Tỷ lệ (tử số trên mẫu số)",
        FigureKind.Amount => "Số lượng",
        _ => "Đạt hoặc chưa đạt",
    };

    public static string Words(this Direction direction) => direction switch
    {
        Direction.Down => "Càng thấp càng tốt",
        Direction.Within => "Trong khoảng",
        _ => "Càng cao càng tốt",
    };

    public static string Words(this TargetStanding standing) => standing switch
    {
        TargetStanding.Met => "Đạt",
        TargetStanding.OnTrack => "Đúng tiến độ",
        TargetStanding.AtRisk => "Có nguy cơ",
        TargetStanding.Missed => "Không đạt",
        TargetStanding.NoData => "Thiếu số liệu",
        _ => "Chưa đến kỳ",
    };

    public static StatusTone Tone(this TargetStanding standing) => standing switch
    {
        TargetStanding.Met => StatusTone.Done,
        TargetStanding.OnTrack => StatusTone.InProgress,
        TargetStanding.AtRisk => StatusTone.AtRisk,
        TargetStanding.Missed => StatusTone.Late,
        TargetStanding.NoData => StatusTone.NoData,
        _ => StatusTone.Neutral,
    };
}
