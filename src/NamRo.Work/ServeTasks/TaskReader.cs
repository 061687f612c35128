using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Ui.Lists;
using NamRo.Work.Access;
using NamRo.Work.Domain;
using NamRo.Work.Lists;
using NamRo.Work.Standing;

namespace NamRo.Work;

/// <summary>Reads one task with its entries for another program.</summary>
internal sealed class TaskReader(AppDb database, CurrentPerson person, TaskQuery tasks)
{
    /// <summary>Of each kind the latest are told.</summary>
    private const int MostEntries = 500;

    public async Task<IQueryable<WorkTask>> VisibleAsync(CancellationToken cancel) =>
        database.Set<WorkTask>().AsNoTracking().VisibleTo(await person.LoadAsync(cancel), database);

    /// <summary>Null: there is none the user may see.</summary>
    public async Task<TaskAnswer?> FindAsync(Guid id, CancellationToken cancel)
    {
        var task = await (await VisibleAsync(cancel)).Include(row => row.Parts.OrderBy(part => part.Ordinal)).Include(row => row.CoUnits)
            .AsSplitQuery().SingleOrDefaultAsync(row => row.Id == id, cancel);
        if (task is null)
        {
            return null;
        }

        var standing = await database.Set<TaskStanding>().AsNoTracking().SingleOrDefaultAsync(row => row.TaskId == id, cancel);
        var line = await tasks.Find(database.Set<WorkTask>().Where(row => row.Id == id), ListQuery.Of([], after: null)).SingleAsync(cancel);
        var proofs = (await EntriesAsync<Evidence>(id, cancel)).ToLookup(row => row.UpdateId ?? row.SubmissionId ?? Guid.Empty,
            row => new EvidenceAnswer(row.Id, row.Kind.ToString(), row.Title, row.DocumentNumber, row.Address));
        var reopened = (await EntriesAsync<TaskReopening>(id, cancel)).ToLookup(row => row.ClosureId, row => (DateTimeOffset?)row.At);
        return new TaskAnswer(TaskItem.Of(line), task.Version, Tell(standing),
            task.Parts.ConvertAll(part => new PartAnswer(part.Number, part.Text)),
            task.CoUnits.ConvertAll(unit => new CoUnitAnswer(unit.UnitId, unit.PartText, unit.DueOn)), task.Quote)
        {
            Assignments = (await EntriesAsync<TaskAssignment>(id, cancel)).ConvertAll(row => new AssignmentAnswer(EntryAnswer.Of(row),
                row.LeadUnitId, row.ResponsiblePersonId, row.LeaderPersonId, row.Note)),
            Receipts = (await EntriesAsync<TaskReceipt>(id, cancel)).ConvertAll(row => new ReceiptAnswer(EntryAnswer.Of(row), row.UnitId)),
            Returns = (await EntriesAsync<TaskReturn>(id, cancel))
                .ConvertAll(row => new ReturnAnswer(EntryAnswer.Of(row), row.UnitId, row.Reason)),
            Steps = (await EntriesAsync<TaskStep>(id, cancel)).ConvertAll(row => new StepAnswer(EntryAnswer.Of(row), row.Text,
                row.AssigneePersonId, row.DueOn, row.DoneAt)),
            Updates = (await EntriesAsync<TaskUpdate>(id, cancel)).ConvertAll(row => new UpdateAnswer(EntryAnswer.Of(row),
                row.ObligationId, row.PeriodFrom, row.PeriodTo, row.Result, row.NextStep, row.Difficulty, row.NothingArose, row.Percent,
                [.. proofs[row.Id]])),
            Products = await ProductsAsync(id, proofs, cancel),
            Closures = (await EntriesAsync<TaskClosure>(id, cancel)).ConvertAll(row => new ClosureAnswer(EntryAnswer.Of(row),
                row.Kind.ToString(), row.Reason, reopened[row.Id].FirstOrDefault())),
            Extensions = await ExtensionsAsync(id, cancel),
            Explanations = await ExplanationsAsync(id, cancel),
            Conditions = (await EntriesAsync<ConditionEvent>(id, cancel)).ConvertAll(row => new ConditionAnswer(EntryAnswer.Of(row),
                row.OccurredOn, row.DocumentNumber, row.DueOn)),
            Waits = (await EntriesAsync<WaitingSpell>(id, cancel)).ConvertAll(row => new WaitAnswer(EntryAnswer.Of(row), row.WaitsFor,
                row.StartedOn, row.EndedOn, row.Note)),
            Obligations = (await database.Set<Obligation>().AsNoTracking().Where(row => row.TaskId == id)
                .OrderByDescending(row => row.DueOn).Take(MostEntries).ToListAsync(cancel)).ConvertAll(ObligationAnswer.Of),
        };
    }

    private static StandingAnswer? Tell(TaskStanding? standing) => standing is null ? null : new StandingAnswer(standing.State,
        StandingWords.Parse(standing.State)?.Title(), standing.Reason, standing.Since, standing.HolderUnitId, standing.HolderPersonId,
        standing.NextDue);

    private Task<List<TEntry>> EntriesAsync<TEntry>(Guid id, CancellationToken cancel)
        where TEntry : TaskEntry => database.Set<TEntry>().AsNoTracking().Where(row => row.TaskId == id && row.RevokedAt == null)
        .OrderByDescending(row => row.At).Take(MostEntries).ToListAsync(cancel);

    private async Task<IReadOnlyList<ProductAnswer>> ProductsAsync(Guid id, ILookup<Guid, EvidenceAnswer> proofs, CancellationToken cancel)
    {
        var decided = (await EntriesAsync<ProductDecision>(id, cancel)).ToLookup(row => row.SubmissionId,
            row => new DecisionAnswer(EntryAnswer.Of(row), row.IsAccepted, row.Reason));
        return (await EntriesAsync<ProductSubmission>(id, cancel)).ConvertAll(row => new ProductAnswer(EntryAnswer.Of(row), row.Note,
            [.. proofs[row.Id]], decided[row.Id].FirstOrDefault()));
    }

    private async Task<IReadOnlyList<ExtensionAnswer>> ExtensionsAsync(Guid id, CancellationToken cancel)
    {
        var decided = (await EntriesAsync<ExtensionDecision>(id, cancel)).ToLookup(row => row.RequestId,
            row => new DecisionAnswer(EntryAnswer.Of(row), row.IsGranted, row.Reason, row.GrantedDue));
        return (await EntriesAsync<ExtensionRequest>(id, cancel)).ConvertAll(row => new ExtensionAnswer(EntryAnswer.Of(row), row.DueBefore,
            row.NewDue, row.Cause.ToString(), row.Reason, row.WaitsFor, decided[row.Id].FirstOrDefault()));
    }

    private async Task<IReadOnlyList<ExplanationThread>> ExplanationsAsync(Guid id, CancellationToken cancel)
    {
        var answers = (await EntriesAsync<ExplanationAnswer>(id, cancel)).ToLookup(row => row.RequestId);
        return (await EntriesAsync<ExplanationRequest>(id, cancel)).ConvertAll(row =>
        {
            var answer = answers[row.Id].FirstOrDefault();
            return new ExplanationThread(EntryAnswer.Of(row), row.Question, row.DueOn, answer is null ? null : EntryAnswer.Of(answer),
                answer?.Text);
        });
    }
}
