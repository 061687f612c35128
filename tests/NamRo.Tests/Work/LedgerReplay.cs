using System.Globalization;
using System.Text.Json.Nodes;
using NamRo.Kernel.Events;
using NamRo.Kernel.Time;
using NamRo.Language;
using NamRo.Schedule;
using NamRo.Work.Standing;

namespace NamRo.Tests.Work;

/// <summary>
/// Rebuilds obligations and standings from the ward's event log and nothing else: folds the rows that the events carry, day by day, and asks
/// the pure functions.
/// </summary>
internal sealed class LedgerReplay(WorkingCalendar calendar)
{
    private readonly Dictionary<(string Table, string Key), JsonObject> rows = [];
    private readonly Dictionary<Guid, List<ReplayedObligation>> obligations = [];
    private readonly Dictionary<string, (int Count, ILookup<Guid?, JsonObject> ByTask)> indexes = [];

    public IEnumerable<(Guid Task, ReplayedObligation Obligation)> Obligations =>
        obligations.SelectMany(pair => pair.Value.Select(item => (pair.Key, item)));

    public IEnumerable<Guid> Tasks => Rows("work.work_task").Select(row => Id(row, "id")!.Value);

    /// <param name="log">In order.</param>
    public void Run(IReadOnlyList<LoggedEvent> log, DateOnly from, DateOnly until)
    {
        var byDay = log.ToLookup(row => WardClock.DateOf(row.At));
        for (var day = from; day <= until; day = day.AddDays(1))
        {
            foreach (var task in Tasks.ToList())
            {
                Plan(task, day);
            }

            foreach (var task in byDay[day].SelectMany(Apply).Distinct().ToList())
            {
                Answer(task);
                Plan(task, day);
            }
        }
    }

    public StandingResult StandingOf(Guid task, DateOnly today) =>
        new StandingRule(StandingRules.Default, calendar).Of(FactsOf(task), today);

    private List<Guid> Apply(LoggedEvent happened)
    {
        var touched = new List<Guid>();
        foreach (var change in JsonNode.Parse(happened.Changes)!.AsArray().Select(node => node!.AsObject()))
        {
            var table = (string)change["table"]!;
            var key = (table, change["key"]!.ToJsonString());
            var row = rows.TryGetValue(key, out var known) ? known : rows[key] = [];
            foreach (var (column, value) in change["after"]!.AsObject())
            {
                row[column] = value?.DeepClone();
            }

            if ((table == "work.work_task" ? Id(row, "id") : Id(row, "task_id")) is { } task)
            {
                touched.Add(task);
            }
        }

        return touched;
    }

    private void Answer(Guid task)
    {
        foreach (var update in EntriesOf("work.task_update", task))
        {
            var period = new DateSpan(Date(update, "period_from")!.Value, Date(update, "period_to")!.Value);
            var index = Of(task).FindIndex(item => item.Kind != ObligationKind.OneOff && item.Period == period);
            if (index >= 0)
            {
                Of(task)[index] = Of(task)[index] with { IsFulfilled = true };
            }
        }

        var owed = Of(task).FindIndex(item => item.Kind == ObligationKind.OneOff);
        if (owed >= 0 && EntriesOf("work.product_decision", task).Any(row => (bool)row["is_accepted"]!))
        {
            Of(task)[owed] = Of(task)[owed] with { IsFulfilled = true };
        }
    }

    private void Plan(Guid task, DateOnly day)
    {
        var schedule = ScheduleOf(task);
        var items = Of(task);
        var kept = items.ConvertAll(item => new KeptObligation(Guid.CreateVersion7(), item.Kind, item.Period, item.DueOn, item.IsFulfilled));
        var expected = ObligationPlanner.Expected(schedule, ScheduleRules.Default, calendar, day, day);
        var changes = ObligationChanges.Between(kept, expected, day, schedule.EndsOn is null);
        foreach (var (id, to) in changes.Moved)
        {
            var index = kept.FindIndex(item => item.Id == id);
            items[index] = items[index] with { Period = to.Period, DueOn = to.DueOn };
        }

        var gone = changes.Removed.Select(id => items[kept.FindIndex(item => item.Id == id)]).ToList();
        items.RemoveAll(gone.Contains);
        items.AddRange(changes.Added.Select(item => new ReplayedObligation(item.Kind, item.Period, item.Title, item.DueOn, false)));
    }

    private TaskSchedule ScheduleOf(Guid id)
    {
        var task = Task(id);
        var condition = EntriesOf("work.condition_event", id).LastOrDefault();
        var deadline = new Deadline(Enumeration<DeadlineKind>(task, "deadline_kind"), Date(task, "due"), Enumeration<Rhythm>(task, "every"),
            Date(task, "due_from"), (string?)task["condition"]);
        return new TaskSchedule(deadline.Kind == DeadlineKind.Conditional ? deadline : deadline with { Due = Date(task, "due_now") },
            Date(task, "starts_on")!.Value)
        {
            EndsOn = Closure(id) is { } closure ? At(closure) : null,
            ConditionMetOn = condition is null ? null : Date(condition, "occurred_on"),
            DueAfterCondition = condition is null ? null : Date(task, "due_now") ?? Date(condition, "due_on"),
        };
    }

    private StandingFacts FactsOf(Guid id)
    {
        var task = Task(id);
        var update = EntriesOf("work.task_update", id).LastOrDefault();
        var spell = EntriesOf("work.waiting_spell", id).LastOrDefault(row => Date(row, "ended_on") is null);
        var begun = new[] { "work.task_receipt", "work.task_step", "work.task_update", "work.product_submission" }
            .SelectMany(table => EntriesOf(table, id)).ToList();
        var requests = EntriesOf("work.extension_request", id);
        var decided = EntriesOf("work.extension_decision", id).Select(row => Id(row, "request_id")).ToHashSet();
        return new StandingFacts(ScheduleOf(id), WardClock.DateOf(Instant(task, "opened_at")))
        {
            Output = (string?)task["output"],
            DeadlineText = Date(task, "due_now") == Date(task, "due") ? (string?)task["deadline_text"] : null,
            LeadUnitId = Id(task, "lead_unit_id"),
            ResponsiblePersonId = Id(task, "responsible_person_id"),
            LeaderPersonId = Id(task, "leader_person_id"),
            BegunOn = begun.Count == 0 ? null : begun.Min(At),
            Obligations = [.. Of(id).OrderBy(item => item.DueOn).Select(item => new ObligationFact(item.Kind, item.Title, item.DueOn, item.IsFulfilled))],
            LastUpdate = update is null ? null : new UpdateFact(At(update), Date(update, "period_to")!.Value, update["result"] is not null,
                (bool)update["nothing_arose"]!),
            Product = Product(id),
            Closure = Closure(id) is { } closure ? new ClosureFact(At(closure), false, null) : null,
            Waiting = spell is null ? null : new WaitingFact((string)spell["waits_for"]!, Date(spell, "started_on")!.Value),
            IsExtensionAsked = requests.Any(row => !decided.Contains(Id(row, "id"))),
        };
    }

    private ProductFact? Product(Guid task)
    {
        if (EntriesOf("work.product_submission", task).LastOrDefault() is not { } submission)
        {
            return null;
        }

        var decision = EntriesOf("work.product_decision", task).Find(row => Id(row, "submission_id") == Id(submission, "id"));
        var isProven = EntriesOf("work.evidence", task).Exists(row => Id(row, "submission_id") == Id(submission, "id"));
        return decision is not null && !(bool)decision["is_accepted"]!
            ? null
            : new ProductFact(At(submission), isProven, decision is null ? null : At(decision));
    }

    private JsonObject? Closure(Guid task)
    {
        var reopened = EntriesOf("work.task_reopening", task).Select(row => Id(row, "closure_id")).ToHashSet();
        return EntriesOf("work.task_closure", task).LastOrDefault(row => !reopened.Contains(Id(row, "id")));
    }

    private List<ReplayedObligation> Of(Guid task) => obligations.TryGetValue(task, out var items) ? items : obligations[task] = [];

    private JsonObject Task(Guid id) => rows[("work.work_task", $"[\"{id}\"]")];

    private IEnumerable<JsonObject> Rows(string table) => rows.Where(pair => pair.Key.Table == table).Select(pair => pair.Value);

    private List<JsonObject> EntriesOf(string table, Guid task)
    {
        if (!indexes.TryGetValue(table, out var index) || index.Count != rows.Count)
        {
            indexes[table] = index = (rows.Count, Rows(table).ToLookup(row => Id(row, "task_id")));
        }

        return [.. index.ByTask[task].OrderBy(row => Instant(row, "at")).ThenBy(row => Id(row, "id"))];
    }

    private static DateOnly At(JsonObject row) => WardClock.DateOf(Instant(row, "at"));

    private static DateTimeOffset Instant(JsonObject row, string column) =>
        DateTimeOffset.Parse((string)row[column]!, CultureInfo.InvariantCulture);

    private static DateOnly? Date(JsonObject row, string column) =>
        (string?)row[column] is { } text ? DateOnly.Parse(text, CultureInfo.InvariantCulture) : null;

    private static Guid? Id(JsonObject row, string column) => (string?)row[column] is { } text ? Guid.Parse(text) : null;

    private static T Enumeration<T>(JsonObject row, string column)
        where T : struct, Enum => Enum.Parse<T>(row[column]!.ToString());
}

internal sealed record ReplayedObligation(ObligationKind Kind, DateSpan Period, string Title, DateOnly DueOn, bool IsFulfilled);
