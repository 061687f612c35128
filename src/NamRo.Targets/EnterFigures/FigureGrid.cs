using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Language;
using NamRo.Targets.Domain;

namespace NamRo.Targets;

/// <summary>One line of a unit's month: a series, its period that ends in the month, what is known.</summary>
/// <param name="Former">The figure of the period before.</param>
internal sealed record FigureGridLine(Series Series, FigurePeriod Period, Measurement? Figure, Measurement? Former, bool IsClosed)
{
    public bool IsVerified => Figure?.VerificationId is not null;

    /// <summary>A figure is still to be given; "nothing arose" is one.</summary>
    public bool IsOwed => Figure is null && !IsClosed;

    /// <summary>Verified and closed figures are changed by a correction, not in the grid.</summary>
    public bool IsOpen => !IsClosed && !IsVerified;
}

/// <summary>Finds what a unit has to enter for a month.</summary>
internal sealed class FigureGrid(AppDb database, CurrentUser user, WardClock clock, CalendarStore calendar)
{
    /// <summary>Units whose figures the user may enter.</summary>
    public async Task<IReadOnlyList<UnitRow>> UnitsAsync(CancellationToken cancel)
    {
        var units = database.Set<UnitRow>().AsNoTracking()
            .Where(unit => database.Set<Series>().Any(row => row.LeadUnitId == unit.Id && row.EndedOn == null && row.MeasureCode == null));
        if (!user.May(TargetsPermission.EnterAny))
        {
            units = units.Where(unit => user.UnitIds.Contains(unit.Id));
        }

        return await units.OrderBy(unit => unit.Name).ToListAsync(cancel);
    }

    /// <summary>The month whose figures are due next: counting ended on day 14, so from then on it is this month's turn.</summary>
    public DateOnly CurrentMonth()
    {
        var month = FigurePeriod.Holding(Rhythm.Month, clock.Today);
        return clock.Today > month.Counted.To ? month.Start : month.Former.Start;
    }

    /// <summary>Last day for handing in: a working day after the counting ends (NĐ 09/2019, Điều 8 and 12).</summary>
    public async Task<DateOnly> DueOnAsync(DateOnly month, CancellationToken cancel) =>
        (await calendar.LoadAsync(cancel)).AddWorkingDays(new FigurePeriod(Rhythm.Month, month).Counted.To, 1);

    /// <summary>
    /// The lines of a unit (null: series without a unit) whose period ends in the month. What the system computes is not asked for.
    /// </summary>
    public async Task<IReadOnlyList<FigureGridLine>> LinesAsync(Guid? unit, DateOnly month, CancellationToken cancel)
    {
        var series = (await database.Set<Series>().AsNoTracking()
            .Where(row => row.LeadUnitId == unit && row.EndedOn == null && row.MeasureCode == null).OrderBy(row => row.Id)
            .ToListAsync(cancel)).Select(row => (Row: row, Period: FigurePeriod.Holding(row.Rhythm, month)))
            .Where(line => line.Period.LastDay.Year == month.Year && line.Period.LastDay.Month == month.Month).ToList();
        var keys = series.ConvertAll(line => line.Row.Id);
        var first = series.Count == 0 ? month : series.Min(line => line.Period.Former.Start);
        var figures = (await database.Set<Measurement>().AsNoTracking()
            .Where(row => keys.Contains(row.SeriesId) && row.Period >= first && row.Period <= month).ToListAsync(cancel))
            .ToDictionary(row => (row.SeriesId, row.Period));
        var closed = (await database.Set<PeriodClosure>().AsNoTracking().Where(row => row.ReopenedAt == null && row.Period >= first)
            .ToListAsync(cancel)).Select(row => (row.Rhythm, row.Period)).ToHashSet();
        return [.. series.Select(line => new FigureGridLine(line.Row, line.Period,
            figures.GetValueOrDefault((line.Row.Id, line.Period.Start)), figures.GetValueOrDefault((line.Row.Id, line.Period.Former.Start)),
            closed.Contains((line.Period.Rhythm, line.Period.Start))))];
    }
}
