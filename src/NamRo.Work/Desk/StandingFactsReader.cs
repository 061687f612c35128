using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Time;
using NamRo.Schedule;
using NamRo.Work.Domain;
using NamRo.Work.Standing;

namespace NamRo.Work.Desk;

/// <summary>Reads what bears on the standing of some tasks, in a fixed number of queries however many they are.</summary>
internal sealed class StandingFactsReader(AppDb database)
{
    /// <param name="tasks">Of the current ward.</param>
    /// <param name="schedules">The time of each, by key.</param>
    /// <param name="cancel">Ends the read.</param>
    public async Task<Dictionary<Guid, StandingFacts>> ReadAsync(IReadOnlyList<WorkTask> tasks,
        IReadOnlyDictionary<Guid, TaskSchedule> schedules, CancellationToken cancel)
    {
        var ids = tasks.Select(task => task.Id).ToList();
        var obligations = await ObligationsAsync(ids, cancel);
        var updates = await LastAsync(ids, EntriesOf<TaskUpdate>(), cancel);
        var closures = await LastAsync(ids, EntriesOf<TaskClosure>()
            .Where(row => !database.Set<TaskReopening>().Any(again => again.ClosureId == row.Id && again.RevokedAt == null)), cancel);
        var spells = await LastAsync(ids, EntriesOf<WaitingSpell>().Where(row => row.EndedOn == null), cancel);
        var returns = await LastAsync(ids, EntriesOf<TaskReturn>().Where(row => !database.Set<TaskAssignment>()
            .Any(later => later.TaskId == row.TaskId && later.At > row.At && later.RevokedAt == null)), cancel);
        var asked = await LastAsync(ids, EntriesOf<ExtensionRequest>().Where(row => !database.Set<ExtensionDecision>()
            .Any(decision => decision.RequestId == row.Id && decision.RevokedAt == null)), cancel);
        var products = await ProductsAsync(ids, cancel);
        var begun = await BegunAsync(ids, cancel);
        return tasks.ToDictionary(task => task.Id, task => new StandingFacts(schedules[task.Id], WardClock.DateOf(task.OpenedAt))
        {
            Output = task.Output,
            DeadlineText = task.DueNow == task.Due ? task.DeadlineText : null,
            LeadUnitId = task.LeadUnitId,
            ResponsiblePersonId = task.ResponsiblePersonId,
            LeaderPersonId = task.LeaderPersonId,
            BegunOn = begun.TryGetValue(task.Id, out var at) ? WardClock.DateOf(at) : null,
            Obligations = [.. obligations[task.Id].OrderBy(row => row.DueOn)],
            LastUpdate = updates.GetValueOrDefault(task.Id) is { } update ? Fact(update) : null,
            Product = products.GetValueOrDefault(task.Id),
            Closure = closures.GetValueOrDefault(task.Id) is { } closure
                ? new ClosureFact(WardClock.DateOf(closure.At), closure.Kind == ClosureKind.Dropped, closure.Reason) : null,
            Waiting = spells.GetValueOrDefault(task.Id) is { } spell ? new WaitingFact(spell.WaitsFor, spell.StartedOn) : null,
            ReturnedOn = returns.GetValueOrDefault(task.Id) is { } returned ? WardClock.DateOf(returned.At) : null,
            IsExtensionAsked = asked.ContainsKey(task.Id),
        });
    }

    private static UpdateFact Fact(TaskUpdate update) => new(WardClock.DateOf(update.At), update.PeriodTo,
        update.Result is not null || update.NextStep is not null || update.Difficulty is not null, update.NothingArose);

    private IQueryable<WorkTask> Tasks(List<Guid> ids) => database.Set<WorkTask>().Where(task => ids.Contains(task.Id));

    private IQueryable<TEntry> EntriesOf<TEntry>()
        where TEntry : TaskEntry => database.Set<TEntry>().AsNoTracking().Where(row => row.RevokedAt == null);

    /// <summary>What is still owed, and the latest answered of each kind: the rule asks for no more of a long history.</summary>
    private async Task<ILookup<Guid, ObligationFact>> ObligationsAsync(List<Guid> ids, CancellationToken cancel)
    {
        var rows = database.Set<Obligation>().AsNoTracking();
        var facts = (await rows.Where(row => ids.Contains(row.TaskId) && row.FulfilledBy == null)
            .Select(row => new { row.TaskId, row.Kind, row.Title, row.DueOn }).ToListAsync(cancel))
            .ConvertAll(row => (row.TaskId, Fact: new ObligationFact(row.Kind, row.Title, row.DueOn, false)));
        foreach (var kind in Enum.GetValues<ObligationKind>())
        {
            var answered = await Tasks(ids).Select(task => new
            {
                task.Id,
                Last = rows.Where(row => row.TaskId == task.Id && row.Kind == kind && row.FulfilledBy != null)
                    .Max(row => (DateOnly?)row.DueOn),
            }).Where(row => row.Last != null).ToListAsync(cancel);
            facts.AddRange(answered.Select(row => (row.Id, new ObligationFact(kind, "", row.Last!.Value, true))));
        }

        return facts.ToLookup(row => row.TaskId, row => row.Fact);
    }

    /// <summary>Keys first, one for each task, so that an index gives the one row and not the history.</summary>
    private async Task<Dictionary<Guid, TEntry>> LastAsync<TEntry>(List<Guid> ids, IQueryable<TEntry> rows, CancellationToken cancel)
        where TEntry : TaskEntry
    {
        var keys = await Tasks(ids).Select(task => rows.Where(row => row.TaskId == task.Id).OrderByDescending(row => row.At)
            .ThenByDescending(row => row.Id).Select(row => (Guid?)row.Id).FirstOrDefault()).ToListAsync(cancel);
        var known = keys.OfType<Guid>().ToList();
        return await database.Set<TEntry>().AsNoTracking().Where(row => known.Contains(row.Id))
            .ToDictionaryAsync(row => row.TaskId, cancel);
    }

    /// <summary>The last product handed in, unless it was given back.</summary>
    private async Task<Dictionary<Guid, ProductFact>> ProductsAsync(List<Guid> ids, CancellationToken cancel)
    {
        var submissions = await LastAsync(ids, EntriesOf<ProductSubmission>(), cancel);
        var keys = submissions.Values.Select(row => row.Id).ToList();
        var decisions = await database.Set<ProductDecision>().AsNoTracking()
            .Where(row => keys.Contains(row.SubmissionId) && row.RevokedAt == null)
            .ToDictionaryAsync(row => row.SubmissionId, cancel);
        var proven = await database.Set<Evidence>().Where(row => row.SubmissionId != null && keys.Contains(row.SubmissionId.Value)
            && row.RevokedAt == null).Select(row => row.SubmissionId!.Value).Distinct().ToListAsync(cancel);
        return submissions.Where(pair => decisions.GetValueOrDefault(pair.Value.Id) is not { IsAccepted: false })
            .ToDictionary(pair => pair.Key, pair => new ProductFact(WardClock.DateOf(pair.Value.At), proven.Contains(pair.Value.Id),
                decisions.GetValueOrDefault(pair.Value.Id) is { } decision ? WardClock.DateOf(decision.At) : null));
    }

    private async Task<Dictionary<Guid, DateTimeOffset>> BegunAsync(List<Guid> ids, CancellationToken cancel)
    {
        var first = new Dictionary<Guid, DateTimeOffset>();
        foreach (var (task, at) in (IEnumerable<(Guid, DateTimeOffset)>)[.. await FirstAsync<TaskReceipt>(ids, cancel),
            .. await FirstAsync<TaskStep>(ids, cancel), .. await FirstAsync<TaskUpdate>(ids, cancel),
            .. await FirstAsync<ProductSubmission>(ids, cancel)])
        {
            first[task] = first.TryGetValue(task, out var known) && known < at ? known : at;
        }

        return first;
    }

    private async Task<IEnumerable<(Guid Task, DateTimeOffset At)>> FirstAsync<TEntry>(List<Guid> ids, CancellationToken cancel)
        where TEntry : TaskEntry
    {
        var rows = EntriesOf<TEntry>();
        return (await Tasks(ids)
            .Select(task => new { task.Id, At = rows.Where(row => row.TaskId == task.Id).Min(row => (DateTimeOffset?)row.At) })
            .Where(row => row.At != null).ToListAsync(cancel)).Select(row => (row.Id, row.At!.Value));
    }
}
