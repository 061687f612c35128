using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Time;
using NamRo.Ui.Parts;
using NamRo.Work.Access;
using NamRo.Work.Domain;
using NamRo.Work.Lists;
using NamRo.Work.Standing;

namespace NamRo.Work;

/// <summary>One task: its five clears, how it stands and why, what is due, what was reported, decided and asked, and its story.</summary>
[RequirePermission(WorkPermission.Read)]
internal sealed class ShowTaskPage(AppDb database, CurrentPerson person, TaskQuery tasks, EventCatalogue catalogue, WardClock clock)
    : PageModel
{
    /// <summary>Of each kind the latest are shown; the audit log has the rest.</summary>
    private const int MostEntries = 100;

    public static IReadOnlyList<Crumb> Crumbs { get; } = [new("Nhiệm vụ", "/nhiem-vu")];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public WorkTask Subject { get; private set; } = null!;

    public TaskRights Rights { get; private set; } = null!;

    public TaskNames Names { get; private set; } = null!;

    public TaskStanding? Standing { get; private set; }

    public StandingState? State => StandingWords.Parse(Standing?.State);

    public TaskClosure? Closure { get; private set; }

    public TaskReceipt? Receipt { get; private set; }

    public IReadOnlyList<TaskReturn> Returns { get; private set; } = [];

    public IReadOnlyList<Obligation> Obligations { get; private set; } = [];

    public IReadOnlyList<TaskUpdate> Updates { get; private set; } = [];

    public ILookup<Guid, Evidence> Proofs { get; private set; } = null!;

    public IReadOnlyList<TaskStep> Steps { get; private set; } = [];

    public IReadOnlyList<ProductSubmission> Submissions { get; private set; } = [];

    public IReadOnlyDictionary<Guid, ProductDecision> Verdicts { get; private set; } = new Dictionary<Guid, ProductDecision>();

    public IReadOnlyList<ExtensionRequest> Extensions { get; private set; } = [];

    public IReadOnlyDictionary<Guid, ExtensionDecision> Decisions { get; private set; } = new Dictionary<Guid, ExtensionDecision>();

    public IReadOnlyList<ExplanationRequest> Questions { get; private set; } = [];

    public IReadOnlyDictionary<Guid, ExplanationAnswer> Answers { get; private set; } = new Dictionary<Guid, ExplanationAnswer>();

    public IReadOnlyList<WaitingSpell> Spells { get; private set; } = [];

    public ConditionEvent? Condition { get; private set; }

    public IReadOnlyList<HolderSegment> Holders { get; private set; } = [];

    public IReadOnlyList<StoryLine> Story { get; private set; } = [];

    public DateOnly Today => clock.Today;

    /// <summary>The tables in which the task has entries.</summary>
    private HashSet<string> Tables { get; set; } = [];

    /// <summary>Whether the unit has yet to say that it has the task.</summary>
    public bool AwaitsReceipt => Receipt is null && Closure is null && Subject.LeadUnitId is not null;

    public IReadOnlyList<TaskReopening> Reopenings { get; private set; } = [];

    public IReadOnlyList<PeriodReopening> PeriodReopenings { get; private set; } = [];

    /// <summary>Steps that have no place of their own on the page; each can be taken back by the one who may.</summary>
    public IEnumerable<(string Kind, TaskEntry Entry, string Words)> Course =>
    [
        .. Told("dong", "Đóng nhiệm vụ", Closure), .. Told("mo-lai", "Mở lại nhiệm vụ", [.. Reopenings]),
        .. Told("mo-ky", "Mở lại kỳ báo cáo", [.. PeriodReopenings]), .. Told("dieu-kien", "Điều kiện đã có", Condition),
        .. Told("tiep-nhan", "Tiếp nhận nhiệm vụ", Receipt), .. Told("tra-lai", "Trả lại nhiệm vụ", [.. Returns]),
    ];

    public DateTimeOffset Now => clock.Now;

    public ProductSubmission? Undecided => Submissions.FirstOrDefault(row => !Verdicts.ContainsKey(row.Id));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var me = await person.LoadAsync(cancel);
        var task = await database.Set<WorkTask>().AsNoTracking().Include(row => row.Parts.OrderBy(part => part.Ordinal))
            .Include(row => row.CoUnits).AsSingleQuery().VisibleTo(me, database).SingleOrDefaultAsync(row => row.Id == Id, cancel);
        if (task is null)
        {
            return NotFound();
        }

        (Subject, Rights) = (task, new TaskRights(person, me, task));
        Tables = await FindTablesAsync(cancel);
        Standing = await database.Set<TaskStanding>().AsNoTracking().SingleOrDefaultAsync(row => row.TaskId == Id, cancel);
        await LoadCourseAsync(cancel);
        await LoadDecisionsAsync(cancel);
        Story = await ReadStoryAsync(cancel);
        Names = await tasks.NamesAsync([task.ResponsiblePersonId, task.LeaderPersonId, Standing?.HolderPersonId,
            .. Steps.Select(step => step.AssigneePersonId), .. Holders.Select(row => row.PersonId)], cancel);
        return Page();
    }

    private static IEnumerable<(string Kind, TaskEntry Entry, string Words)> Told(string kind, string words, params TaskEntry?[] entries) =>
        entries.OfType<TaskEntry>().Select(entry => (kind, entry, words));

    /// <summary>Most tasks have entries of few kinds: one question which saves a dozen empty answers.</summary>
    private async Task<HashSet<string>> FindTablesAsync(CancellationToken cancel)
    {
        var kinds = database.Model.GetEntityTypes().Where(type => typeof(TaskEntry).IsAssignableFrom(type.ClrType));
        var sql = string.Join(" union all ", kinds.Select(type => $$"""
            select '{{type.GetTableName()}}' as "Value" where exists (select from {{type.GetSchemaQualifiedTableName()}}
              where ward_id = {0} and task_id = {1} and revoked_at is null)
            """));
        return [.. await database.Database.SqlQueryRaw<string>(sql, database.WardId, Id).ToListAsync(cancel)];
    }

    private async Task<List<TEntry>> ListAsync<TEntry>(CancellationToken cancel)
        where TEntry : TaskEntry => !Tables.Contains(database.Model.FindEntityType(typeof(TEntry))!.GetTableName()!) ? []
        : await database.Set<TEntry>().AsNoTracking().Where(row => row.TaskId == Id && row.RevokedAt == null)
            .OrderByDescending(row => row.At).Take(MostEntries).ToListAsync(cancel);

    private async Task LoadCourseAsync(CancellationToken cancel)
    {
        var reopenings = await ListAsync<TaskReopening>(cancel);
        Reopenings = reopenings;
        Closure = (await ListAsync<TaskClosure>(cancel)).Find(row => !reopenings.Exists(again => again.ClosureId == row.Id));
        var assigned = (await ListAsync<TaskAssignment>(cancel)).FirstOrDefault();
        Receipt = (await ListAsync<TaskReceipt>(cancel)).Find(row => row.UnitId == Subject.LeadUnitId);
        Receipt = Receipt is not null && assigned is not null && assigned.At > Receipt.At ? null : Receipt;
        Returns = await ListAsync<TaskReturn>(cancel);
        Obligations = await database.Set<Obligation>().AsNoTracking().Where(row => row.TaskId == Id).OrderByDescending(row => row.DueOn)
            .Take(MostEntries).ToListAsync(cancel);
        Updates = await ListAsync<TaskUpdate>(cancel);
        Proofs = (await ListAsync<Evidence>(cancel)).ToLookup(row => row.UpdateId ?? row.SubmissionId ?? Guid.Empty);
        Steps = [.. (await ListAsync<TaskStep>(cancel)).OrderBy(row => row.Id)];
        Spells = await ListAsync<WaitingSpell>(cancel);
        PeriodReopenings = await ListAsync<PeriodReopening>(cancel);
        Condition = (await ListAsync<ConditionEvent>(cancel)).FirstOrDefault();
        Holders = await database.Set<HolderSegment>().AsNoTracking().Where(row => row.TaskId == Id).OrderByDescending(row => row.StartedAt)
            .Take(MostEntries).ToListAsync(cancel);
    }

    private async Task LoadDecisionsAsync(CancellationToken cancel)
    {
        Submissions = await ListAsync<ProductSubmission>(cancel);
        Verdicts = (await ListAsync<ProductDecision>(cancel)).ToDictionary(row => row.SubmissionId);
        Extensions = await ListAsync<ExtensionRequest>(cancel);
        Decisions = (await ListAsync<ExtensionDecision>(cancel)).ToDictionary(row => row.RequestId);
        Questions = await ListAsync<ExplanationRequest>(cancel);
        Answers = (await ListAsync<ExplanationAnswer>(cancel)).ToDictionary(row => row.RequestId);
    }

    private async Task<IReadOnlyList<StoryLine>> ReadStoryAsync(CancellationToken cancel)
    {
        var links = await database.Set<LoggedEvent>().AsNoTracking().Where(row => row.SubjectId == Id)
            .OrderByDescending(row => row.Sequence).Take(MostEntries)
            .Select(row => new { row.At, row.ActorName, row.Kind, row.Reason }).ToListAsync(cancel);
        return links.ConvertAll(link => new StoryLine(link.At, link.ActorName, catalogue.TitleOf(link.Kind), link.Reason));
    }

    /// <summary>One step of the task's history.</summary>
    public sealed record StoryLine(DateTimeOffset At, string Who, string What, string? Why);
}
