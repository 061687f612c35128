using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using NamRo.Kernel.Measures;
using NamRo.Kernel.Time;
using NamRo.Measures;
using NamRo.Schedule;
using NamRo.Targets.Contracts;
using NamRo.Ui.Status;
using NamRo.Work.Contracts;

namespace NamRo.Cockpit.Desk;

/// <summary>Reads the desk with a fixed number of statements, however much work the ward has.</summary>
internal sealed class DeskReader(AppDb database, MeasureCatalogue measures, MeasureRunner runner, CalendarStore calendars, WardClock clock)
{
    private const int MostStuck = 8;
    private const int MostRisks = 6;
    private const int MostDecisions = 5;
    private const int MostProducts = 12;
    private const int TrendMonths = 15;
    private const int DaysShown = 7;
    private const int MonthsShown = 12;

    /// <summary>States in which a task does not go on by itself, the most urgent first.</summary>
    internal static readonly string[] StuckStates =
        [TaskStates.Late, TaskStates.InsufficientData, TaskStates.WaitingForOthers, TaskStates.WaitingForCondition];

    private static readonly TargetStanding[] Doubtful = [TargetStanding.AtRisk, TargetStanding.Missed, TargetStanding.NoData];

    private IReadOnlyDictionary<Guid, string> units = new Dictionary<Guid, string>();

    public async Task<DeskModel> ReadAsync(DeskScope scope, bool mayDecide, CancellationToken cancel)
    {
        units = await database.Set<UnitRow>().AsNoTracking().ToDictionaryAsync(unit => unit.Id, unit => unit.ShortName, cancel);
        var tasks = scope.Tasks(database.Set<TaskRow>().AsNoTracking()).Where(row => row.State == null || row.State != TaskStates.Dropped);
        var targets = scope.Targets(database.Set<TargetRow>().AsNoTracking());
        var taskCounts = await CountTasksAsync(tasks, cancel);
        var targetCounts = await targets.GroupBy(row => new { row.PlanId, row.LeadUnitId, row.Standing })
            .Select(group => new TargetCount(group.Key.PlanId, group.Key.LeadUnitId, group.Key.Standing, group.Count()))
                .ToListAsync(cancel);
        var calendar = await calendars.LoadAsync(cancel);
        var updates = await ReadUpdatesAsync(scope, cancel);
        return new DeskModel
        {
            Scope = scope,
            Today = clock.Today,
            ReadAt = clock.Now.ToOffset(WardClock.Offset),
            Tasks = taskCounts,
            Targets = targetCounts,
            Updates = await SumUpAsync(scope, updates, calendar, cancel),
            Stuck = await ReadStuckAsync(tasks, cancel),
            Decisions = mayDecide ? await ReadDecisionsAsync(scope, cancel) : [],
            Risks = await ReadRisksAsync(targets, cancel),
            Units = Board(taskCounts, targetCounts, updates),
            Week = await ReadWeekAsync(scope, calendar, cancel),
            Groups = Groups(scope, taskCounts),
            Months = await ReadMonthsAsync(tasks, cancel),
        };
    }

    private static async Task<List<TaskCount>> CountTasksAsync(IQueryable<TaskRow> tasks, CancellationToken cancel) =>
        [.. (await tasks.GroupBy(row => new { row.PlanId, row.LeadUnitId, row.GroupTitle, row.State })
                .Select(group => new
                {
                    group.Key.PlanId,
                    group.Key.LeadUnitId,
                    group.Key.GroupTitle,
                    group.Key.State,
                    Count = group.Count(),
                }).ToListAsync(cancel))
            .Select(row => new TaskCount(row.PlanId, row.LeadUnitId, row.GroupTitle, TaskStates.Of(row.State).Code, row.Count))];

    /// <summary>The shipped figure itself, by unit: the tile, the board and the page that explains it can never differ.</summary>
    private async Task<IReadOnlyDictionary<Guid, MeasureValue>> ReadUpdatesAsync(DeskScope scope, CancellationToken cancel)
    {
        var measure = MonthlyUpdate();
        var month = MeasurePeriod.MonthOf(clock.Today);
        if (scope.View != DeskView.Mine)
        {
            var all = await runner.TakeByAsync(measure.Measure, "đơn_vị", month, cancel) ?? new Dictionary<Guid, MeasureValue>();
            return scope.View == DeskView.Ward
                ? all
                : all.Where(unit => scope.UnitIds.Contains(unit.Key)).ToDictionary(unit => unit.Key, unit => unit.Value);
        }

        var (from, to) = (month.From, month.To);
        var mine = await scope.Obligations(database.Set<ObligationRow>().AsNoTracking())
            .Where(row => row.DueOn >= from && row.DueOn <= to
                && (row.Kind == ObligationKind.MonthlyUpdate || row.Kind == ObligationKind.Recurring))
            .GroupBy(row => row.TaskId).Select(group => group.Max(row => row.IsFulfilled ? 1 : 0)).ToListAsync(cancel);
        return new Dictionary<Guid, MeasureValue>
        {
            [Guid.Empty] = new(null, mine.Sum(), mine.Count),
        };
    }

    private NamedMeasure MonthlyUpdate() => measures.Shipped.Single(one => one.Code == WorkFigure.MonthlyUpdate);

    private async Task<UpdateShare> SumUpAsync(DeskScope scope, IReadOnlyDictionary<Guid, MeasureValue> updates, WorkingCalendar calendar,
        CancellationToken cancel)
    {
        var (done, owed) = (updates.Values.Sum(unit => unit.Numerator ?? 0), updates.Values.Sum(unit => unit.Denominator ?? 0));
        var month = MeasurePeriod.MonthOf(clock.Today);
        var (from, to) = (month.From, month.To);
        var locksAt = owed == 0
            ? null
            : await scope.Obligations(database.Set<ObligationRow>().AsNoTracking())
                .Where(row => row.Kind == ObligationKind.MonthlyUpdate && row.DueOn >= from && row.DueOn <= to)
                .MaxAsync(row => row.LocksAt, cancel);
        var left = locksAt is { } end
            ? Enumerable.Range(0, Math.Max(0, WardClock.DateOf(end).DayNumber - clock.Today.DayNumber + 1))
                .Count(shift => calendar.IsWorkingDay(clock.Today.AddDays(shift)))
            : 0;
        return new UpdateShare(owed == 0 ? null : 100 * done / owed, done, owed, MonthlyUpdate().Goal ?? 0, locksAt, left);
    }

    private async Task<List<StuckLine>> ReadStuckAsync(IQueryable<TaskRow> tasks, CancellationToken cancel)
    {
        var rows = await tasks.Where(row => StuckStates.Contains(row.State!))
            .OrderBy(row => row.State == TaskStates.Late ? 0 : row.State == TaskStates.InsufficientData ? 1
                : row.State == TaskStates.WaitingForOthers ? 2 : 3)
            .ThenBy(row => row.Since).ThenBy(row => row.Id).Take(MostStuck).ToListAsync(cancel);
        var keys = rows.ConvertAll(row => row.Id);
        var holders = (await database.Set<HolderRow>().AsNoTracking().Where(row => keys.Contains(row.TaskId)).ToListAsync(cancel))
            .ToLookup(row => row.TaskId);
        return rows.ConvertAll(row => Line(row, holders[row.Id].MaxBy(holder => holder.Since)));
    }

    private StuckLine Line(TaskRow row, HolderRow? holder)
    {
        var since = holder?.Since ?? row.Since ?? row.StartsOn;
        var state = TaskStates.Of(row.State);
        return holder?.Outside is { } outside
            ? new StuckLine(row, state, outside, since, IsOutside: true)
            : new StuckLine(row, state, NameOf(holder?.UnitId ?? row.HolderUnitId ?? row.LeadUnitId), since, IsOutside: false);
    }

    private string NameOf(Guid? unit) => unit is { } id ? units.GetValueOrDefault(id, "") : "";

    private async Task<List<DecisionRow>> ReadDecisionsAsync(DeskScope scope, CancellationToken cancel)
    {
        var rows = database.Set<DecisionRow>().AsNoTracking();
        if (scope.View != DeskView.Ward)
        {
            rows = rows.Where(row => row.LeadUnitId != null && scope.UnitIds.Contains(row.LeadUnitId.Value));
        }

        return await rows.OrderBy(row => row.At).ThenBy(row => row.Id).Take(MostDecisions).ToListAsync(cancel);
    }

    private async Task<List<RiskLine>> ReadRisksAsync(IQueryable<TargetRow> targets, CancellationToken cancel)
    {
        var rows = await targets.Where(row => Doubtful.Contains(row.Standing))
            .OrderBy(row => row.Standing == TargetStanding.AtRisk ? 0 : row.Standing == TargetStanding.Missed ? 1 : 2)
            .ThenBy(row => row.DueOn).ThenBy(row => row.Id).Take(MostRisks).ToListAsync(cancel);
        var series = rows.ConvertAll(row => row.SeriesId);
        var since = clock.Today.AddMonths(-TrendMonths);
        var figures = (await database.Set<MeasurementRow>().AsNoTracking()
            .Where(row => series.Contains(row.SeriesId) && row.Period >= since)
            .OrderBy(row => row.Period).Select(row => new { row.SeriesId, row.Value }).ToListAsync(cancel)).ToLookup(row => row.SeriesId);
        return rows.ConvertAll(row => new RiskLine(row, [.. figures[row.SeriesId].Select(figure => figure.Value)]));
    }

    private List<UnitLine> Board(List<TaskCount> tasks, List<TargetCount> targets, IReadOnlyDictionary<Guid, MeasureValue> updates)
    {
        var keys = tasks.Select(row => row.UnitId).Concat(targets.Select(row => row.UnitId)).Distinct();
        return [.. keys.Select(key => Line(key, [.. tasks.Where(row => row.UnitId == key)], [.. targets.Where(row => row.UnitId == key)],
                updates.GetValueOrDefault(key ?? Guid.Empty)))
            .OrderByDescending(line => line.Id is not null).ThenByDescending(line => line.Tasks)
            .ThenBy(line => line.Name, StringComparer.CurrentCulture)];
    }

    private UnitLine Line(Guid? unit, IReadOnlyList<TaskCount> tasks, IReadOnlyList<TargetCount> targets, MeasureValue? updated)
    {
        int Of(params string[] states) => tasks.Where(row => states.Contains(row.State)).Sum(row => row.Count);
        var begun = tasks.Where(row => row.State != TaskStates.NotBegun).Sum(row => row.Count);
        var unclear = Of(TaskStates.InsufficientData);
        var ended = Of(TaskStates.DoneOnTime, TaskStates.DoneLate, TaskStates.Late);
        return new UnitLine(unit, NameOf(unit), tasks.Sum(row => row.Count), Share(Of(TaskStates.DoneOnTime), ended), updated?.Value,
            Share(begun - unclear, begun), Of(TaskStates.Late), unclear, targets.Sum(row => row.Count),
            targets.Where(row => row.Standing is TargetStanding.AtRisk or TargetStanding.Missed).Sum(row => row.Count));
    }

    private static decimal? Share(int part, int whole) => whole == 0 ? null : 100m * part / whole;

    private async Task<List<DayLine>> ReadWeekAsync(DeskScope scope, WorkingCalendar calendar, CancellationToken cancel)
    {
        var (from, to) = (clock.Today, clock.Today.AddDays(DaysShown - 1));
        var rows = scope.Obligations(database.Set<ObligationRow>().AsNoTracking());
        var due = await rows.Where(row => row.DueOn >= from && row.DueOn <= to).GroupBy(row => new { row.DueOn, row.Kind })
            .Select(group => new DueCount(group.Key.DueOn, group.Key.Kind, group.Count(), group.Count(row => !row.IsFulfilled)))
            .ToListAsync(cancel);
        var products = await rows.Where(row => row.DueOn >= from && row.DueOn <= to && row.Kind == ObligationKind.OneOff
            && !row.IsFulfilled)
            .OrderBy(row => row.DueOn).ThenBy(row => row.Id).Take(MostProducts).ToListAsync(cancel);
        var (start, end) = (WardClock.StartOf(from), WardClock.StartOf(to.AddDays(1)));
        var locks = (await rows.Where(row => !row.IsFulfilled && row.LocksAt >= start && row.LocksAt < end).GroupBy(row => row.LocksAt)
            .Select(group => new { At = group.Key!.Value, Count = group.Count() }).ToListAsync(cancel))
            .GroupBy(row => WardClock.DateOf(row.At)).ToDictionary(group => group.Key, group => group.Sum(row => row.Count));
        return [.. Enumerable.Range(0, DaysShown).Select(shift => from.AddDays(shift)).Select(day => new DayLine(day,
            calendar.IsWorkingDay(day), calendar.NoteOf(day), due.FindAll(row => row.Date == day),
            products.FindAll(row => row.DueOn == day), locks.GetValueOrDefault(day)))];
    }

    private static List<GroupLine> Groups(DeskScope scope, IReadOnlyList<TaskCount> tasks) =>
        [.. tasks.GroupBy(row => row.Group).Select(group =>
        {
            var parts = TaskStates.All.Select(state => new StackPart(state.Title,
                group.Where(row => row.State == state.Code).Sum(row => row.Count), state.Tone,
                scope.TasksHref($"nhom={Uri.EscapeDataString(group.Key ?? "")}&tinh-trang={state.Code}")));
            return new GroupLine(group.Key, [.. parts.Where(part => part.Count > 0)], group.Sum(row => row.Count));
        }).OrderByDescending(line => line.Count)];

    private async Task<List<MonthLine>> ReadMonthsAsync(IQueryable<TaskRow> tasks, CancellationToken cancel)
    {
        var first = new DateOnly(clock.Today.Year, 1, 1);
        var end = first.AddMonths(MonthsShown);
        var over = TaskStates.All.Where(state => state.IsOver).Select(state => state.Code).ToList();
        var rows = await tasks.Where(row => row.Due >= first && row.Due < end)
            .GroupBy(row => new { row.Due!.Value.Year, row.Due.Value.Month })
            .Select(group => new
            {
                group.Key.Year,
                group.Key.Month,
                Count = group.Count(),
                Open = group.Count(row => row.State == null || !over.Contains(row.State)),
                Late = group.Count(row => row.State == TaskStates.Late),
            }).ToListAsync(cancel);
        return [.. rows.OrderBy(row => row.Month).Select(row =>
            new MonthLine(new DateOnly(row.Year, row.Month, 1), row.Count, row.Open, row.Late))];
    }
}
