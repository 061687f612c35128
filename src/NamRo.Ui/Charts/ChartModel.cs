using NamRo.Ui.Status;

namespace NamRo.Ui.Charts;

/// <summary>The form of a chart.</summary>
public enum ChartKind
{
    Line,
    Bar,

    /// <summary>Bars whose series stand on each other.</summary>
    Stacked,

    /// <summary>A ring of shares; one series.</summary>
    Share,
}

/// <summary>One row of figures.</summary>
/// <param name="Name">Its name in legend and table.</param>
/// <param name="Values">One per label; null where there is no data: a gap, never zero.</param>
/// <param name="Tone">Set when the colour carries standing; null takes the accent colours.</param>
/// <param name="IsForecast">Drawn dashed.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<decimal?> Values, StatusTone? Tone = null, bool IsForecast = false);

/// <summary>A chart and the table behind it.</summary>
/// <param name="Kind">Form.</param>
/// <param name="Title">What it shows; also the caption of the table.</param>
/// <param name="LabelTitle">Head of the first column, such as "Tháng".</param>
/// <param name="Labels">Periods or names, in order.</param>
/// <param name="Series">At least one.</param>
public sealed record ChartModel(ChartKind Kind, string Title, string LabelTitle, IReadOnlyList<string> Labels,
    IReadOnlyList<ChartSeries> Series)
{
    /// <summary>Value to reach, drawn as a line.</summary>
    public decimal? Target { get; init; }

    /// <summary>Word on that line.</summary>
    public string? TargetLabel { get; init; }

    /// <summary>Unit written in the table's heads, such as "%".</summary>
    public string? Unit { get; init; }

    /// <summary>Bars lie, for long names.</summary>
    public bool IsHorizontal { get; init; }
}
