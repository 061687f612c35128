using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using NamRo.Kernel.Measures;
using NamRo.Kernel.Time;
using NamRo.Measures;
using NamRo.Targets.Contracts;
using NamRo.Work.Contracts;

namespace NamRo.Cockpit.Scores;

/// <summary>Reads what units are judged by: the shipped figures themselves, by unit.</summary>
internal sealed class ScoreReader(AppDb database, MeasureCatalogue measures, MeasureRunner runner, WardClock clock)
{
    /// <summary>The criteria in the order of <see cref="Weights.Parts"/>.</summary>
    public static IReadOnlyList<string> Criteria { get; } = [WorkFigure.OnTime, WorkFigure.MonthlyUpdate, TargetFigure.Attained,
        WorkFigure.Coverage];

    public async Task<IReadOnlyList<UnitFacts>> ReadAsync(MeasurePeriod month, CancellationToken cancel)
    {
        var figures = new List<IReadOnlyDictionary<Guid, MeasureValue>>();
        foreach (var code in Criteria)
        {
            figures.Add(await runner.TakeByAsync(Of(code).Measure, "đơn_vị", month, cancel) ?? new Dictionary<Guid, MeasureValue>());
        }

        var today = clock.Today;
        var units = await (from unit in database.Set<UnitRow>().AsNoTracking()
                           where unit.ValidTo == null || unit.ValidTo >= today
                           join person in database.Set<PersonRow>() on unit.HeadPersonId equals person.Id into heads
                           from head in heads.DefaultIfEmpty()
                           select new { unit.Id, unit.Name, Head = (string?)head.FullName }).ToListAsync(cancel);
        var tasks = await database.Set<TaskRow>().Where(row => row.LeadUnitId != null && row.State != TaskStates.Dropped)
            .GroupBy(row => row.LeadUnitId!.Value).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        return [.. units.Where(unit => figures.Exists(figure => figure.ContainsKey(unit.Id)))
            .Select(unit => new UnitFacts(unit.Id, unit.Name, unit.Head, tasks.GetValueOrDefault(unit.Id),
                figures[0].GetValueOrDefault(unit.Id)?.Value,
                figures[1].GetValueOrDefault(unit.Id)?.Value, figures[2].GetValueOrDefault(unit.Id)?.Value,
                    figures[3].GetValueOrDefault(unit.Id)?.Value))];
    }

    /// <summary>The newest decision in force today, and where it stands.</summary>
    public async Task<WeightSet?> FindWeightsAsync(CancellationToken cancel)
    {
        var today = clock.Today;
        return await database.Set<WeightSet>().AsNoTracking().Where(row => row.EffectiveFrom <= today)
            .OrderByDescending(row => row.EffectiveFrom).ThenByDescending(row => row.MadeAt).FirstOrDefaultAsync(cancel);
    }

    public NamedMeasure Of(string code) => measures.Shipped.Single(one => one.Code == code);
}
