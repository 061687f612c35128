using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using NamRo.Kernel.Files;
using NamRo.Kernel.Measures;
using NamRo.Kernel.Time;
using NamRo.Measures;
using NamRo.Targets.Contracts;
using NamRo.Ui.Status;
using NamRo.Work.Contracts;

namespace NamRo.Cockpit.CityView;

/// <summary>One ward beside the others.</summary>
/// <param name="Known">Canonical indicators of which the ward has a figure.</param>
/// <param name="Covered">Share of the city's plan that the ward's plans take up; null: the ward has no plan above its own.</param>
/// <param name="Matched">Canonical indicators that its targets stand on.</param>
internal sealed record WardLine(Guid Id, string Code, string Name, int Tasks, IReadOnlyList<StackPart> Parts, int Late, decimal? Updated,
    decimal? Covered, int Known, int Matched)
{
    /// <summary>Its target on the indicator that is looked at; null: it has none.</summary>
    public TargetRow? Figure { get; init; }
}

/// <summary>A city's wards and the indicators that they stand on, at a moment.</summary>
/// <param name="Indicators">With the number of wards that have a target on it, and of those that have a figure.</param>
internal sealed record CityOverview(IReadOnlyList<(IndicatorRow Indicator, int Wards, int WithFigure)> Indicators,
    IReadOnlyList<WardLine> Wards, DateTimeOffset ReadAt);

/// <summary>A target of a ward on a canonical indicator.</summary>
/// <param name="Figure">The act that brought the current figure.</param>
/// <param name="Evidence">Its files.</param>
internal sealed record WardFigure(TargetRow Target, IndicatorRow Indicator, MeasurementRow? Figure,
    IReadOnlyList<(Guid Id, string Name)> Evidence);

/// <summary>Reads wards side by side. The only place of the cockpit that looks across wards, and it only reads.</summary>
internal sealed class CityReader(AppDb database, MeasureCatalogue measures, MeasureRunner runner, WardClock clock,
    SharedReading<Guid, CityOverview> overviews, SharedReading<(Guid City, int Indicator), IReadOnlyDictionary<Guid, TargetRow>> figures)
{
    /// <summary>More than any city or province has.</summary>
    private const int MostWards = 500;

    private const int MostRows = 400;

    /// <summary>A figure that Plans ships; the cockpit knows plans by their figures only.</summary>
    public const string CoverageCode = "bao-quat-cap-tren";

    /// <summary>
    /// Wards of the city in which the user is. Those of no province belong to a trial: they stand with the city while there is only one.
    /// </summary>
    private IQueryable<WardPlace> Wards()
    {
        var (places, here) = (database.Set<WardPlace>().AsNoTracking(), database.WardId);
        var own = places.Where(row => row.Id == here).Select(row => row.ProvinceCode ?? row.Code);
        return places.Where(row => row.Kind != WardRow.CityKind && (row.ProvinceCode == null
            ? !places.Any(city => city.Kind == WardRow.CityKind && !own.Contains(city.Code))
            : own.Contains(row.ProvinceCode)));
    }

    private Task<List<WardPlace>> ListWardsAsync(CancellationToken cancel) =>
        Wards().OrderBy(row => row.Name).ThenBy(row => row.Code).Take(MostWards).ToListAsync(cancel);

    /// <summary>The wards of the city side by side, as read some seconds ago at most.</summary>
    public Task<CityOverview> CompareAsync(CancellationToken cancel) => overviews.GetAsync(database.WardId, async () =>
    {
        var readAt = clock.Now;
        var wards = await ListWardsAsync(cancel);
        return new CityOverview(await ListIndicatorsAsync(wards, cancel), await CompareAsync(wards, cancel), readAt);
    }, cancel);

    /// <summary>The newest target of each of its wards on an indicator; of about the same age.</summary>
    public Task<IReadOnlyDictionary<Guid, TargetRow>> FindFiguresAsync(CityOverview overview, int indicator, CancellationToken cancel) =>
        figures.GetAsync((database.WardId, indicator), async () =>
        {
            await database.LookAcrossWardsAsync(cancel);
            var rows = await Targets(overview.Wards.Select(ward => ward.Id)).Where(row => row.IndicatorId == indicator)
                .OrderByDescending(row => row.CurrentPeriod).Take(2 * MostWards).ToListAsync(cancel);
            return rows.GroupBy(row => row.WardId).ToDictionary(group => group.Key, group => group.First());
        }, cancel);

    /// <summary>Indicators on which at least one ward stands, with the number of wards that have a figure.</summary>
    private async Task<IReadOnlyList<(IndicatorRow Indicator, int Wards, int WithFigure)>> ListIndicatorsAsync(
        IReadOnlyList<WardPlace> wards, CancellationToken cancel)
    {
        await database.LookAcrossWardsAsync(cancel);
        var used = await Targets(wards.Select(ward => ward.Id)).Where(row => row.IndicatorId != null).GroupBy(row => row.IndicatorId!.Value)
            .Select(group => new
            {
                group.Key,
                Wards = group.Select(row => row.WardId).Distinct().Count(),
                WithFigure = group.Where(row => row.CurrentValue != null).Select(row => row.WardId).Distinct().Count(),
            }).ToDictionaryAsync(row => row.Key, cancel);
        var keys = used.Keys.ToList();
        var indicators = await database.Set<IndicatorRow>().AsNoTracking().Where(row => keys.Contains(row.Id)).OrderBy(row => row.Code)
            .ToListAsync(cancel);
        return [.. indicators.Select(row => (row, used[row.Id].Wards, used[row.Id].WithFigure))];
    }

    private async Task<IReadOnlyList<WardLine>> CompareAsync(IReadOnlyList<WardPlace> wards, CancellationToken cancel)
    {
        await database.LookAcrossWardsAsync(cancel);
        var keys = wards.Select(ward => ward.Id).ToList();
        var tasks = (await database.Set<TaskRow>().IgnoreQueryFilters([AppDb.WardFilter]).AsNoTracking()
            .Where(row => keys.Contains(row.WardId) && row.State != TaskStates.Dropped).GroupBy(row => new { row.WardId, row.State })
            .Select(group => new { group.Key.WardId, group.Key.State, Count = group.Count() }).ToListAsync(cancel))
                .ToLookup(row => row.WardId);
        var updates = await TakeAsync(WorkFigure.MonthlyUpdate, keys, cancel);
        var covered = await TakeAsync(CoverageCode, keys, cancel);
        var coverage = await Targets(keys).Where(row => row.IndicatorId != null).GroupBy(row => row.WardId).Select(group => new
        {
            group.Key,
            Matched = group.Select(row => row.IndicatorId).Distinct().Count(),
            Known = group.Where(row => row.CurrentValue != null).Select(row => row.IndicatorId).Distinct().Count(),
        }).ToDictionaryAsync(row => row.Key, cancel);
        return [.. wards.Select(ward =>
        {
            var counts = TaskStates.All.Select(state => new StackPart(state.Title,
                tasks[ward.Id].Where(row => TaskStates.Of(row.State).Code == state.Code).Sum(row => row.Count), state.Tone)).ToList();
            var known = coverage.GetValueOrDefault(ward.Id);
            return new WardLine(ward.Id, ward.Code, ward.Name, counts.Sum(part => part.Count), [.. counts.Where(part => part.Count > 0)],
                tasks[ward.Id].Where(row => row.State == TaskStates.Late).Sum(row => row.Count), updates.GetValueOrDefault(ward.Id)?.Value,
                covered.GetValueOrDefault(ward.Id)?.Value, known?.Known ?? 0, known?.Matched ?? 0);
        })];
    }

    /// <summary>A ward's targets on canonical indicators, with the act that brought each figure. Null: no such ward.</summary>
    public async Task<(WardPlace Ward, IReadOnlyList<WardFigure> Rows)?> FindWardAsync(string code, CancellationToken cancel)
    {
        if (await Wards().SingleOrDefaultAsync(row => row.Code == code, cancel) is not { } ward)
        {
            return null;
        }

        await database.LookAcrossWardsAsync(cancel);
        var id = ward.Id;
        var targets = await Targets([id]).Where(row => row.IndicatorId != null).OrderBy(row => row.IndicatorId)
            .ThenBy(row => row.Id).Take(MostRows).ToListAsync(cancel);
        var indicators = await database.Set<IndicatorRow>().AsNoTracking().ToDictionaryAsync(row => row.Id, cancel);
        var (series, periods) = (targets.ConvertAll(row => row.SeriesId), targets.Select(row => row.CurrentPeriod).OfType<DateOnly>()
            .ToList());
        var given = (await database.Set<MeasurementRow>().IgnoreQueryFilters([AppDb.WardFilter]).AsNoTracking()
            .Where(row => row.WardId == id && series.Contains(row.SeriesId) && periods.Contains(row.Period)).ToListAsync(cancel))
            .ToLookup(row => (row.SeriesId, row.Period));
        var ids = given.SelectMany(group => group).SelectMany(row => row.EvidenceIds).Distinct().ToList();
        var names = await database.Set<StoredFile>().IgnoreQueryFilters([AppDb.WardFilter]).AsNoTracking()
            .Where(row => row.WardId == id && ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancel);
        return (ward, [.. targets.Select(row =>
        {
            var figure = row.CurrentPeriod is { } period ? given[(row.SeriesId, period)].FirstOrDefault() : null;
            return new WardFigure(row, indicators[row.IndicatorId!.Value], figure,
                [.. (figure?.EvidenceIds ?? []).Where(names.ContainsKey).Select(file => (file, names[file]))]);
        })]);
    }

    /// <summary>Every canonical indicator over the country in the newest period of which there is a figure.</summary>
    public async Task<IReadOnlyList<NationFigureRow>> ListNationAsync(CancellationToken cancel)
    {
        var rows = database.Set<NationFigureRow>().AsNoTracking();
        return await rows.Where(row => !rows.Any(newer => newer.IndicatorId == row.IndicatorId && newer.Rhythm == row.Rhythm
            && newer.Period > row.Period)).OrderBy(row => row.IndicatorCode).Take(MostRows).ToListAsync(cancel);
    }

    /// <summary>The cities and provinces behind a figure of the country.</summary>
    public async Task<IReadOnlyList<CityFigureRow>> ListProvincesAsync(NationFigureRow figure, CancellationToken cancel) =>
        await database.Set<CityFigureRow>().AsNoTracking()
            .Where(row => row.IndicatorId == figure.IndicatorId && row.Rhythm == figure.Rhythm && row.Period == figure.Period)
            .OrderByDescending(row => row.Value).ThenBy(row => row.ProvinceCode).Take(MostRows).ToListAsync(cancel);

    /// <summary>Names of provinces and cities by code, as in the official list of communes.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NameProvincesAsync(IEnumerable<string> codes, CancellationToken cancel)
    {
        var sought = codes.ToList();
        return await database.Set<WardPlace>().Where(row => row.ProvinceCode != null && sought.Contains(row.ProvinceCode))
            .GroupBy(row => row.ProvinceCode!).Select(group => new { group.Key, Name = group.Min(row => row.ProvinceName) })
            .ToDictionaryAsync(row => row.Key, row => row.Name ?? row.Key, cancel);
    }

    /// <summary>Code of the province or city in which the user is.</summary>
    public Task<string?> FindProvinceAsync(CancellationToken cancel)
    {
        var here = database.WardId;
        return database.Set<WardPlace>().Where(row => row.Id == here).Select(row => row.ProvinceCode ?? row.Code)
            .SingleOrDefaultAsync(cancel);
    }

    private Task<IReadOnlyDictionary<Guid, MeasureValue>> TakeAsync(string code, IReadOnlyList<Guid> wards, CancellationToken cancel) =>
        runner.TakeByWardAsync(measures.Shipped.Single(one => one.Code == code).Measure, wards, MeasurePeriod.MonthOf(clock.Today), cancel);

    private IQueryable<TargetRow> Targets(IEnumerable<Guid> wards)
    {
        var keys = wards.ToList();
        return database.Set<TargetRow>().IgnoreQueryFilters([AppDb.WardFilter]).AsNoTracking()
            .Where(row => keys.Contains(row.WardId) && row.EndedOn == null);
    }
}
