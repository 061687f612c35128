using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Time;
using NamRo.Language;
using NamRo.Schedule;
using NamRo.Work.Domain;

namespace NamRo.Tests.Work;

/// <summary>
/// The people of a simulated ward. What each does is drawn from a seed by the task and the occasion, so that every run is the same: some
/// answer early, some late, some never; products come back, deadlines are extended, conditions arrive, other bodies are waited for.
/// </summary>
internal sealed class SimulatedPeople(AppDb database, EventLog events, WardClock clock, Guid officer, Guid leader)
{
    private const string Seed = "nam-ro-2026";

    private readonly Author author = new(null, "Người mô phỏng", clock.Now);
    private readonly HashSet<Guid> touched = [];
    private Dictionary<Guid, WorkTask> tasks = [];

    private DateOnly Today => clock.Today;

    /// <summary>Acts for a working day and gives back the tasks that somebody touched.</summary>
    public async Task<IReadOnlyList<Guid>> ActAsync()
    {
        tasks = await database.Set<WorkTask>().ToDictionaryAsync(task => task.Id);
        var closures = await Counting<TaskClosure>().ToListAsync();
        var reopened = (await Counting<TaskReopening>().ToListAsync()).Select(row => row.ClosureId).ToHashSet();
        Reopen(closures, reopened);
        foreach (var closed in closures.Where(row => !reopened.Contains(row.Id)))
        {
            tasks.Remove(closed.TaskId);
        }

        Assign();
        await MeetConditionsAsync();
        await AnswerAsync();
        await ExtendAsync();
        await WaitAsync();
        await HandInAsync();
        await database.SaveChangesAsync();
        return [.. touched];
    }

    private static int Roll(string occasion, Guid task, int sides)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{Seed}:{occasion}:{task}"));
        return (int)(BitConverter.ToUInt32(hash) % (uint)sides);
    }

    private IQueryable<TEntry> Counting<TEntry>()
        where TEntry : TaskEntry => database.Set<TEntry>().Where(row => row.RevokedAt == null);

    private void Assign()
    {
        foreach (var task in tasks.Values.Where(task => task.ResponsiblePersonId is null && task.LeadUnitId is not null
            && Roll("assign", task.Id, 20) > 0 && Today >= WardClock.DateOf(task.OpenedAt).AddDays(Roll("assign-day", task.Id, 12))))
        {
            task.Assign(task.LeadUnitId!.Value, officer, leader);
            Say(task, new TaskAssignment { Id = NewId(), TaskId = task.Id, LeadUnitId = task.LeadUnitId.Value, ResponsiblePersonId = officer },
                new TaskAssigned(task.AsSubject, task.LeadUnitId.Value, officer));
        }
    }

    private async Task MeetConditionsAsync()
    {
        var met = (await Counting<ConditionEvent>().Select(row => row.TaskId).ToListAsync()).ToHashSet();
        foreach (var task in tasks.Values.Where(task => task.DeadlineKind == DeadlineKind.Conditional && !met.Contains(task.Id)
            && Roll("condition", task.Id, 10) < 6 && Today >= task.StartsOn.AddDays(50 + Roll("condition-day", task.Id, 120))))
        {
            task.MoveDue(Today.AddDays(45));
            Say(task, new ConditionEvent { Id = NewId(), TaskId = task.Id, OccurredOn = Today, DocumentNumber = "99/UBND", DueOn = task.DueNow },
                new ConditionRecorded(task.AsSubject, Today, "99/UBND"));
        }
    }

    private async Task AnswerAsync()
    {
        var open = await database.Set<Obligation>().Where(row => row.FulfilledBy == null && row.Kind != ObligationKind.OneOff).ToListAsync();
        foreach (var duty in open.Where(row => tasks.ContainsKey(row.TaskId) && !row.IsLockedAt(clock.Now)))
        {
            var (task, occasion) = (tasks[duty.TaskId], $"{duty.Kind}:{duty.PeriodFrom:O}");
            if (Roll(occasion, task.Id, 12) == 0 || Today < duty.DueOn.AddDays(Roll(occasion + "day", task.Id, 10) - 6))
            {
                continue;
            }

            var update = new TaskUpdate
            {
                Id = NewId(),
                TaskId = task.Id,
                ObligationId = duty.Id,
                PeriodFrom = duty.PeriodFrom,
                PeriodTo = duty.PeriodTo,
                NothingArose = Roll(occasion + "quiet", task.Id, 7) == 0,
                Result = Roll(occasion + "empty", task.Id, 15) == 0 ? null : "Đã triển khai",
            };
            duty.Fulfil(update.Id, clock.Now);
            Say(task, update, new UpdateWritten(task.AsSubject, update.PeriodTo));
        }
    }

    private async Task ExtendAsync()
    {
        var requests = await Counting<ExtensionRequest>().ToListAsync();
        var decided = (await Counting<ExtensionDecision>().Select(row => row.RequestId).ToListAsync()).ToHashSet();
        foreach (var request in requests.Where(row => !decided.Contains(row.Id) && tasks.ContainsKey(row.TaskId)
            && Today >= WardClock.DateOf(row.At).AddDays(2)))
        {
            var (task, isGranted) = (tasks[request.TaskId], Roll("grant", request.TaskId, 10) < 7);
            if (isGranted)
            {
                task.MoveDue(request.NewDue);
            }

            Say(task, new ExtensionDecision { Id = NewId(), TaskId = task.Id, RequestId = request.Id, IsGranted = isGranted, GrantedDue = request.NewDue },
                new ExtensionGranted(task.AsSubject, request.NewDue));
        }

        var asked = requests.Select(row => row.TaskId).ToHashSet();
        foreach (var task in tasks.Values.Where(task => task.DueNow is { } due && !asked.Contains(task.Id) && Roll("extend", task.Id, 4) == 0
            && Today >= due.AddDays(Roll("extend-day", task.Id, 15) - 10)))
        {
            var newDue = Today.AddDays(60);
            Say(task, new ExtensionRequest { Id = NewId(), TaskId = task.Id, DueBefore = task.DueNow, NewDue = newDue, Reason = "Chờ kinh phí" },
                new ExtensionRequested(task.AsSubject, newDue));
        }
    }

    private async Task WaitAsync()
    {
        var spells = await Counting<WaitingSpell>().ToListAsync();
        foreach (var spell in spells.Where(row => row.EndedOn is null && Today >= row.StartedOn.AddDays(25) && tasks.ContainsKey(row.TaskId)))
        {
            spell.End(Today);
            touched.Add(spell.TaskId);
            events.Record(new WaitingEnded(tasks[spell.TaskId].AsSubject));
        }

        foreach (var task in tasks.Values.Where(task => task.DueNow is { } due && Roll("wait", task.Id, 8) == 0
            && spells.TrueForAll(row => row.TaskId != task.Id) && Today >= due.AddDays(Roll("wait-day", task.Id, 12) - 8)))
        {
            Say(task, new WaitingSpell { Id = NewId(), TaskId = task.Id, WaitsFor = "Sở Khoa học và Công nghệ", StartedOn = Today },
                new WaitingStarted(task.AsSubject, "Sở Khoa học và Công nghệ"));
        }
    }

    private async Task HandInAsync()
    {
        var submissions = (await Counting<ProductSubmission>().ToListAsync()).ToLookup(row => row.TaskId);
        var decisions = (await Counting<ProductDecision>().ToListAsync()).ToDictionary(row => row.SubmissionId);
        foreach (var task in tasks.Values)
        {
            var last = submissions[task.Id].MaxBy(row => row.At);
            if (last is not null && !decisions.ContainsKey(last.Id))
            {
                if (Today >= WardClock.DateOf(last.At).AddDays(2))
                {
                    await DecideAsync(task, last, submissions[task.Id].Count());
                }
            }
            else if ((last is null || !decisions[last.Id].IsAccepted) && task.DueNow is { } due && Roll("product", task.Id, 10) > 0
                && Today >= due.AddDays(Roll("product-day", task.Id, 30) - 12))
            {
                HandIn(task);
            }
        }
    }

    private void HandIn(WorkTask task)
    {
        var submission = new ProductSubmission { Id = NewId(), TaskId = task.Id };
        Say(task, submission, new ProductSubmitted(task.AsSubject, 1));
        if (Roll("evidence", task.Id, 12) > 0)
        {
            var proof = new Evidence { Id = NewId(), TaskId = task.Id, SubmissionId = submission.Id, Kind = EvidenceKind.Document, Title = "Báo cáo" };
            proof.Sign(author);
            database.Add(proof);
        }
    }

    private async Task DecideAsync(WorkTask task, ProductSubmission submission, int count)
    {
        var isAccepted = count > 1 || Roll("accept", task.Id, 6) > 0;
        Say(task, new ProductDecision { Id = NewId(), TaskId = task.Id, SubmissionId = submission.Id, IsAccepted = isAccepted, Reason = "Bổ sung" },
            new ProductAccepted(task.AsSubject));
        if (isAccepted)
        {
            var owed = await database.Set<Obligation>()
                .FirstOrDefaultAsync(row => row.TaskId == task.Id && row.Kind == ObligationKind.OneOff && row.FulfilledBy == null);
            owed?.Fulfil(submission.Id, submission.At);
            Say(task, new TaskClosure { Id = NewId(), TaskId = task.Id, Kind = ClosureKind.Done }, new TaskClosed(task.AsSubject));
        }
    }

    private void Reopen(List<TaskClosure> closures, HashSet<Guid> reopened)
    {
        foreach (var closure in closures.Where(row => !reopened.Contains(row.Id) && Roll("reopen", row.TaskId, 25) == 0
            && Today >= WardClock.DateOf(row.At).AddDays(15)))
        {
            reopened.Add(closure.Id);
            var task = tasks[closure.TaskId];
            Say(task, new TaskReopening { Id = NewId(), TaskId = task.Id, ClosureId = closure.Id, Reason = "Thiếu phụ lục" },
                new TaskReopened(task.AsSubject));
        }
    }

    private Guid NewId() => Guid.CreateVersion7(clock.Now);

    private void Say(WorkTask task, TaskEntry entry, WardEvent happened)
    {
        entry.Sign(author);
        database.Add(entry);
        events.Record(happened);
        touched.Add(task.Id);
    }
}
