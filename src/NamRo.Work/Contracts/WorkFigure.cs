namespace NamRo.Work.Contracts;

/// <summary>Codes of the figures that this module ships, for the kernel's <c>MeasureBook</c>.</summary>
public static class WorkFigure
{
    /// <summary>Share of tasks that owe an update in the month and gave one; the plans ask for 90 %.</summary>
    public const string MonthlyUpdate = "cap-nhat-hang-thang";

    /// <summary>Share of tasks that have a unit and a standing here; the plans ask for 100 %.</summary>
    public const string Tracked = "theo-doi-dien-tu";

    /// <summary>Share of tasks done on time among those done or overdue.</summary>
    public const string OnTime = "hoan-thanh-dung-han";

    /// <summary>Share of running tasks whose standing rests on enough data.</summary>
    public const string Coverage = "nhiem-vu-du-du-lieu";
}
