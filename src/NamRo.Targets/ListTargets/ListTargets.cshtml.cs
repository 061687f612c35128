using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;
using NamRo.Targets.Standings;
using NamRo.Ui.Lists;

namespace NamRo.Targets;

/// <summary>The ward's targets: where they began, where they should be, where they are.</summary>
[RequirePermission(TargetsPermission.Read)]
internal sealed class ListTargetsPage(AppDb database, TargetQuery targets, CurrentUser user, WardClock clock) : PageModel
{
    /// <summary>Periods in a sparkline.</summary>
    private const int TrendPeriods = 12;

    private IReadOnlyDictionary<Guid, string> units = new Dictionary<Guid, string>();
    private ILookup<int, Measurement> figures = Array.Empty<Measurement>().ToLookup(row => row.SeriesId);

    public ListQuery Query { get; private set; } = null!;

    public KeysetPage<TargetRow> Rows { get; private set; } = new([], null, null);

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Plans { get; private set; } = [];

    public bool MayEnter => user.May(TargetsPermission.Enter);

    public bool MayVerify => user.May(TargetsPermission.Verify);

    public bool MayWrite => user.May(TargetsPermission.Write);

    public static IEnumerable<SelectListItem> Standings =>
        Enum.GetValues<TargetStanding>().Select(standing => new SelectListItem(standing.Words(), standing.ToString()));

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Query = ListQuery.From(Request);
        var rows = targets.Find(Query);
        if (Cursor.TryDecode(Query.After ?? Query.Before, out var cursor) && cursor.Value?.Split('|') is [var planText, var ordinalText]
            && Guid.TryParse(planText, out var plan)
            && int.TryParse(ordinalText, NumberStyles.None, CultureInfo.InvariantCulture, out var at))
        {
            var id = cursor.Id;
            rows = Query.IsBackward
                ? rows.Where(row => row.PlanId > plan
                    || (row.PlanId == plan && (row.Ordinal < at || (row.Ordinal == at && row.Id < id))))
                : rows.Where(row => row.PlanId < plan
                    || (row.PlanId == plan && (row.Ordinal > at || (row.Ordinal == at && row.Id > id))));
        }

        // The newest plan first, each in the order of its document.
        rows = Query.IsBackward
            ? rows.OrderBy(row => row.PlanId).ThenByDescending(row => row.Ordinal).ThenByDescending(row => row.Id)
            : rows.OrderByDescending(row => row.PlanId).ThenBy(row => row.Ordinal).ThenBy(row => row.Id);
        var fetched = await rows.Take(KeysetPage.DefaultSize + 1).ToListAsync(cancel);
        Rows = KeysetPage.Cut(fetched, Query, KeysetPage.DefaultSize,
            row => new Cursor($"{row.PlanId}|{row.Ordinal.ToString(CultureInfo.InvariantCulture)}", row.Id).Encode());
        await LoadAroundAsync(cancel);
    }

    public string UnitOf(TargetRow row) => row.LeadUnitId is { } unit ? units.GetValueOrDefault(unit, "") : "";

    /// <summary>What counted at the end of the last periods, gaps kept.</summary>
    public IReadOnlyList<decimal?> TrendOf(TargetRow row)
    {
        var goal = new Goal(row.Kind, row.Comparator, row.Value, row.UpperValue, row.MeasureUnit)
        {
            Rhythm = row.Rhythm,
            IsCumulative = row.IsCumulative,
            SpanFrom = row.IsCumulative ? row.SpanFrom : DateOnly.MinValue,
            StartsOn = row.StartsOn,
            DueOn = row.DueOn,
        };
        var points = Accumulation.Of(goal, figures[row.SeriesId].Select(figure =>
            new Point(figure.Period, figure.Value, figure.Numerator, figure.Denominator)), clock.Today);
        if (points.Count == 0)
        {
            return [];
        }

        var first = new FigurePeriod(row.Rhythm, points[Math.Max(0, points.Count - TrendPeriods)].Period);
        var trend = new decimal?[first.StepsTo(points[^1].Period) + 1];
        foreach (var point in points.Where(point => point.Period >= first.Start))
        {
            trend[first.StepsTo(point.Period)] = point.Value;
        }

        return trend;
    }

    private async Task LoadAroundAsync(CancellationToken cancel)
    {
        var all = await database.Set<UnitRow>().AsNoTracking().OrderBy(row => row.Name).ToListAsync(cancel);
        units = all.ToDictionary(row => row.Id, row => row.ShortName);
        Units = [.. all.Where(row => row.ValidTo is null).Select(row => new SelectListItem(row.ShortName, row.Id.ToString())),
            new SelectListItem("Chưa có đơn vị", TargetQuery.NoUnit)];
        Plans = await database.Set<Target>().AsNoTracking().GroupBy(row => row.PlanId)
            .Select(group => new SelectListItem(group.Max(row => row.PlanTitle), group.Key.ToString())).ToListAsync(cancel);
        var keys = Rows.Rows.Select(row => row.SeriesId).ToList();
        var since = clock.Today.AddMonths(-3 * TrendPeriods);
        figures = (await database.Set<Measurement>().AsNoTracking()
            .Where(row => keys.Contains(row.SeriesId) && row.Period >= since).ToListAsync(cancel)).ToLookup(row => row.SeriesId);
    }
}
