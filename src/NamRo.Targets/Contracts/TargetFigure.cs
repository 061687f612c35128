using NamRo.Targets.Standings;
using NamRo.Ui.Status;

namespace NamRo.Targets.Contracts;

/// <summary>Codes of the figures that this module ships, for the kernel's <c>MeasureBook</c>.</summary>
public static class TargetFigure
{
    /// <summary>Share of judged targets that are met or on track.</summary>
    public const string Attained = "chi-tieu-dat";

    /// <summary>Share of due targets that have a figure.</summary>
    public const string Coverage = "chi-tieu-co-so-lieu";
}

/// <summary>Words and tones of standings, and figures as people here write them.</summary>
public static class TargetWords
{
    public static string TitleOf(this TargetStanding standing) => standing.Words();

    public static StatusTone ToneOf(this TargetStanding standing) => standing.Tone();

    /// <summary>"86,2%", "3 sáng kiến".</summary>
    public static string Show(decimal value, string? unit) => FigureWords.Show(value, unit);
}
