using System.Globalization;
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
