using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Time;
using NamRo.Work.Access;
using NamRo.Work.Domain;

namespace NamRo.Work.Desk;

/// <summary>
/// Takes a task in hand for one act and puts it back with the event and its new standing. While it is in hand nobody else can act on it:
/// the second of two people sees what the first has done.
/// </summary>
internal sealed class TaskDesk(AppDb database, EventLog events, CurrentPerson person, StandingBook standings, TaskNotices notices,
    WardClock clock)
{
    public DateOnly Today => clock.Today;

    public Author Author => person.Author;

    /// <summary>The task, locked until the transaction ends; null: there is none the user may see.</summary>
    public async Task<TaskInHand?> TakeAsync(Guid id, CancellationToken cancel)
    {
        var me = await person.LoadAsync(cancel);
        if (!await database.Set<WorkTask>().Where(row => row.Id == id).VisibleTo(me, database).AnyAsync(cancel))
        {
            return null;
        }

        var ward = database.WardId;
        var task = await database.Set<WorkTask>().FromSql($"select * from work.work_task where ward_id = {ward} and id = {id} for update")
            .SingleOrDefaultAsync(cancel);
        if (task is null)
        {
            return null;
        }

        await database.Entry(task).Collection(row => row.CoUnits).LoadAsync(cancel);
        var closure = await database.Set<TaskClosure>().Where(row => row.TaskId == id && row.RevokedAt == null)
            .Where(row => !database.Set<TaskReopening>().Any(again => again.ClosureId == row.Id && again.RevokedAt == null))
            .OrderByDescending(row => row.At).FirstOrDefaultAsync(cancel);
        return new TaskInHand(task, closure, new TaskRights(person, me, task), me);
    }

    /// <summary>The entries of a kind that count, the latest first.</summary>
    public IQueryable<TEntry> EntriesOf<TEntry>(WorkTask task)
        where TEntry : TaskEntry =>
        database.Set<TEntry>().Where(row => row.TaskId == task.Id && row.RevokedAt == null).OrderByDescending(row => row.At);

    /// <summary>Whether this very entry was saved before: a form that was sent twice.</summary>
    public Task<bool> HasAsync<TEntry>(Guid id, CancellationToken cancel)
        where TEntry : TaskEntry => database.Set<TEntry>().AnyAsync(row => row.Id == id, cancel);

    /// <summary>The extension request that waits for a decision, if one does.</summary>
    public Task<ExtensionRequest?> UndecidedExtensionAsync(WorkTask task, CancellationToken cancel) => EntriesOf<ExtensionRequest>(task)
        .Where(row => !database.Set<ExtensionDecision>().Any(decision => decision.RequestId == row.Id && decision.RevokedAt == null))
        .FirstOrDefaultAsync(cancel);

    /// <summary>The product that waits for a decision, if one does.</summary>
    public Task<ProductSubmission?> UndecidedProductAsync(WorkTask task, CancellationToken cancel) => EntriesOf<ProductSubmission>(task)
        .Where(row => !database.Set<ProductDecision>().Any(decision => decision.SubmissionId == row.Id && decision.RevokedAt == null))
        .FirstOrDefaultAsync(cancel);

    /// <summary>Adds an entry in the user's name.</summary>
    public void Add(TaskEntry entry)
    {
        entry.Sign(Author);
        database.Add(entry);
    }

    public async Task PutBackAsync(WorkTask task, WardEvent happened, CancellationToken cancel)
    {
        task.Touch();
        events.Record(happened);
        await notices.PostAsync(task, happened, cancel);
        await database.SaveChangesAsync(cancel);
        await standings.RefreshAsync([task.Id], cancel);
    }
}

/// <summary>A task that the user may see and that nobody else changes meanwhile.</summary>
/// <param name="Closure">What ended it, if it has ended.</param>
internal sealed record TaskInHand(WorkTask Task, TaskClosure? Closure, TaskRights Rights, Me Me)
{
    /// <summary>What most acts ask first: the task goes on, and the user may.</summary>
    public Refusal? RefuseUnless(bool isAllowed)
    {
        if (Closure is not null)
        {
            return WorkRefusals.Closed(Closure);
        }

        return isAllowed ? null : WorkRefusals.NotYours;
    }
}
