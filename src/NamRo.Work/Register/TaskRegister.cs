using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Work.Contracts;
using NamRo.Work.Desk;
using NamRo.Work.Domain;

namespace NamRo.Work.Register;

/// <summary>Opens, withdraws and amends the tasks of plans. Each call may be repeated: it brings about a state.</summary>
internal sealed class TaskRegister(AppDb database, EventLog events, CurrentUser user, WardClock clock, StandingBook standings,
    TaskNotices notices)
    : ITaskRegister
{
    private Author Author => new(user.Id, user.DisplayName, clock.Now);

    public async Task OpenAsync(IReadOnlyList<TaskCommitment> tasks, CancellationToken cancel)
    {
        var ids = tasks.Select(task => task.Id).ToList();
        var open = await database.Set<WorkTask>().Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancel);
        await notices.PostOpenedAsync(Open(tasks.Where(task => !open.Contains(task.Id))), cancel);
        await database.SaveChangesAsync(cancel);
        await standings.RefreshAsync(ids, cancel);
    }

    public async Task<bool> IsReportedOnAsync(Guid planId, CancellationToken cancel)
    {
        var ids = database.Set<WorkTask>().Where(row => row.PlanId == planId).Select(row => row.Id);
        return await AnyAsync<TaskReceipt>(ids, cancel) || await AnyAsync<TaskReturn>(ids, cancel)
            || await AnyAsync<TaskUpdate>(ids, cancel) || await AnyAsync<ProductSubmission>(ids, cancel)
            || await AnyAsync<ExtensionRequest>(ids, cancel) || await AnyAsync<ExplanationRequest>(ids, cancel)
            || await AnyAsync<ConditionEvent>(ids, cancel) || await AnyAsync<WaitingSpell>(ids, cancel)
            || await AnyAsync<TaskStep>(ids, cancel) || await AnyAsync<TaskClosure>(ids, cancel);
    }

    public async Task WithdrawAsync(Guid planId, string reason, CancellationToken cancel)
    {
        if (await IsReportedOnAsync(planId, cancel))
        {
            throw new InvalidOperationException("Tasks that were reported on cannot be withdrawn; ask IsReportedOnAsync first.");
        }

        foreach (var task in await database.Set<WorkTask>().Where(row => row.PlanId == planId).ToListAsync(cancel))
        {
            database.Remove(task);
            events.Record(new TaskWithdrawn(task.AsSubject, planId) { Reason = reason });
        }

        await database.SaveChangesAsync(cancel);
    }

    public async Task AmendAsync(TaskAmendment amendment, CancellationToken cancel)
    {
        var named = amendment.Changed.Select(task => task.Id).Concat(amendment.Added.Select(task => task.Id))
            .Concat(amendment.DroppedIds).ToHashSet();
        var tasks = await database.Set<WorkTask>().Include(task => task.Parts).Include(task => task.CoUnits).AsSplitQuery()
            .Where(task => task.PlanId == amendment.FormerPlanId || named.Contains(task.Id)).ToDictionaryAsync(task => task.Id, cancel);
        await notices.PostOpenedAsync(Open(amendment.Added.Where(task => !tasks.ContainsKey(task.Id))), cancel);
        foreach (var says in amendment.Changed.Where(says => tasks.ContainsKey(says.Id)))
        {
            tasks[says.Id].Follow(says);
            events.Record(new TaskAmended(tasks[says.Id].AsSubject, amendment.PlanId) { Reason = amendment.Reason });
        }

        await DropAsync(amendment, tasks, cancel);
        Move(amendment, tasks.Values.Where(task => !named.Contains(task.Id)).ToList());
        await database.SaveChangesAsync(cancel);
        await standings.RefreshAsync([.. named], cancel);
    }

    private List<WorkTask> Open(IEnumerable<TaskCommitment> tasks)
    {
        var opened = new List<WorkTask>();
        foreach (var commitment in tasks)
        {
            var task = WorkTask.Open(commitment, clock.Now);
            database.Add(task);
            events.Record(new TaskOpened(task.AsSubject, task.PlanId));
            opened.Add(task);
        }

        return opened;
    }

    private async Task DropAsync(TaskAmendment amendment, Dictionary<Guid, WorkTask> tasks, CancellationToken cancel)
    {
        var closed = await database.Set<TaskClosure>().Where(row => row.RevokedAt == null && amendment.DroppedIds.Contains(row.TaskId))
            .Where(row => !database.Set<TaskReopening>().Any(again => again.ClosureId == row.Id && again.RevokedAt == null))
            .Select(row => row.TaskId).ToListAsync(cancel);
        foreach (var task in amendment.DroppedIds.Except(closed).Where(tasks.ContainsKey).Select(id => tasks[id]))
        {
            var closure = new TaskClosure
            {
                Id = Guid.CreateVersion7(clock.Now),
                TaskId = task.Id,
                Kind = ClosureKind.Dropped,
                Reason = amendment.Reason,
            };
            closure.Sign(Author);
            database.Add(closure);
            task.Touch();
            events.Record(new TaskDropped(task.AsSubject, amendment.PlanId) { Reason = amendment.Reason });
        }
    }

    private void Move(TaskAmendment amendment, List<WorkTask> rest)
    {
        if (!amendment.Replaces || rest.Count == 0)
        {
            return;
        }

        rest.ForEach(task => task.MoveTo(amendment.PlanId, amendment.PlanTitle));
        events.Record(new TasksMoved(new EventSubject("PlanDocument", amendment.PlanId, amendment.PlanTitle), rest.Count)
        {
            Reason = amendment.Reason,
        });
    }

    private Task<bool> AnyAsync<TEntry>(IQueryable<Guid> ids, CancellationToken cancel)
        where TEntry : TaskEntry => database.Set<TEntry>().AnyAsync(row => ids.Contains(row.TaskId), cancel);
}
