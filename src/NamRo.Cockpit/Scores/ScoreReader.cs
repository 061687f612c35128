using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using NamRo.Kernel.Measures;
using NamRo.Kernel.Time;
using NamRo.Measures;
using NamRo.Targets.Contracts;
using NamRo.Work.Contracts;

namespace NamRo.Cockpit.Scores;

/// <summary>Reads what units and their heads are judged by: the shipped figures themselves, by unit and by leader in charge.</summary>
internal sealed class ScoreReader(AppDb database, MeasureCatalogue measures, MeasureRunner runner, WardClock clock)
{
    /// <summary>The criteria in the order of <see cref="Weights.Parts"/>.</summary>
    public static IReadOnlyList<string> Criteria { get; } = [WorkFigure.OnTime, WorkFigure.MonthlyUpdate, TargetFigure.Attained,
        WorkFigure.Coverage];

    /// <summary>The units, and apart from them the people who answer for tasks: each once, by what they answer for.</summary>
    public async Task<(IReadOnlyList<ScoreFacts> Units, IReadOnlyList<ScoreFacts> Heads)> ReadAsync(MeasurePeriod month,
        CancellationToken cancel)
    {
        var today = clock.Today;
        var byUnit = await TakeAsync("đơn_vị", month, cancel);
        var byLeader = await TakeAsync("lãnh_đạo", month, cancel);
        var tasks = database.Set<TaskRow>().AsNoTracking().Where(row => row.State != TaskStates.Dropped);
        var unitTasks = await CountAsync(tasks.Select(row => row.LeadUnitId), cancel);
        var leaderTasks = await CountAsync(tasks.Select(row => row.LeaderPersonId), cancel);
        var names = await database.Set<PersonRow>().AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.FullName, cancel);
        var units = await database.Set<UnitRow>().AsNoTracking().Where(unit => unit.ValidTo == null || unit.ValidTo >= today)
            .OrderBy(unit => unit.Name).ToListAsync(cancel);
        var judged = units.Where(unit => byUnit.Any(figure => figure.ContainsKey(unit.Id))).ToList();
        var leaders = leaderTasks.Keys.Where(names.ContainsKey).Select(id => Facts(id, names[id], "Lãnh đạo phụ trách",
            $"/nhiem-vu?lanh-dao={id}", leaderTasks[id], byLeader, [id]));
        var heads = judged.Where(unit => unit.HeadPersonId is { } head && names.ContainsKey(head) && !leaderTasks.ContainsKey(head))
            .GroupBy(unit => unit.HeadPersonId!.Value).Select(group => Facts(group.Key, names[group.Key],
                string.Join("; ", group.Select(unit => unit.Name)), $"/nhiem-vu?don-vi={group.First().Id}",
                group.Sum(unit => unitTasks.GetValueOrDefault(unit.Id)), byUnit, [.. group.Select(unit => unit.Id)]));
        return ([.. judged.Select(unit => Facts(unit.Id, unit.Name, unit.HeadPersonId is { } head ? names.GetValueOrDefault(head) : null,
            $"/nhiem-vu?don-vi={unit.Id}", unitTasks.GetValueOrDefault(unit.Id), byUnit, [unit.Id]))], [.. leaders, .. heads]);
    }

    private async Task<List<IReadOnlyDictionary<Guid, MeasureValue>>> TakeAsync(string field, MeasurePeriod month, CancellationToken cancel)
    {
        var figures = new List<IReadOnlyDictionary<Guid, MeasureValue>>();
        foreach (var code in Criteria)
        {
            figures.Add(await runner.TakeByAsync(Of(code).Measure, field, month, cancel) ?? new Dictionary<Guid, MeasureValue>());
        }

        return figures;
    }

    private static Task<Dictionary<Guid, int>> CountAsync(IQueryable<Guid?> keys, CancellationToken cancel) => keys
        .Where(key => key != null).GroupBy(key => key!.Value).Select(group => new { group.Key, Count = group.Count() })
        .ToDictionaryAsync(group => group.Key, group => group.Count, cancel);

    /// <summary>The criteria over the rows of all the keys together.</summary>
    private static ScoreFacts Facts(Guid id, string name, string? note, string href, int tasks,
        List<IReadOnlyDictionary<Guid, MeasureValue>> figures, IReadOnlyList<Guid> keys)
    {
        decimal? Share(int criterion)
        {
            var found = keys.Select(key => figures[criterion].GetValueOrDefault(key)).OfType<MeasureValue>().ToList();
            var whole = found.Sum(value => value.Denominator ?? 0);
            return whole == 0 ? null : 100 * found.Sum(value => value.Numerator ?? 0) / whole;
        }

        return new ScoreFacts(id, name, note, href, tasks, Share(0), Share(1), Share(2), Share(3));
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
