using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Time;
using NamRo.Plans.Domain;
using NamRo.Plans.Review;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;

namespace NamRo.Plans;

/// <summary>A row's fields beside its source. If somebody else was faster, both versions are shown and the person chooses.</summary>
[RequirePermission(PlansPermission.ReviewPlans)]
internal sealed class EditRowPage(AppDb database, EditRowHandler handler, SourceReader sources, WardClock clock)
    : RowFormPage(database, clock)
{
    private readonly AppDb database = database;
    private readonly WardClock clock = clock;

    [BindProperty(SupportsGet = true)]
    public Guid RowId { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public PlanRow Row { get; private set; } = null!;

    public SourceView Source { get; private set; } = null!;

    /// <summary>What the row says now, when somebody changed it while this person typed.</summary>
    public RowContent? Theirs { get; private set; }

    public override RowKind Kind => Row.Kind;

    public override IReadOnlyList<string> WrittenUnits => Row.Content is TaskContent task ? task.LeadUnits : [];

    public override string Review => $"/ke-hoach/{Id}/duyet?muc={ReviewPlanPage.TabOf(Row)}&dong={RowId}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (Plan.State != PlanState.Read || Row.State == RowState.Replaced)
        {
            return LocalRedirect($"/ke-hoach/{Id}");
        }

        (Input, Version, StepId) = (RowFields.Of(Row.Content), Row.Version, Guid.CreateVersion7(clock.Now));
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => SaveAsync(isAccepted: false, cancel);

    public Task<IActionResult> OnPostAcceptAsync(CancellationToken cancel) => SaveAsync(isAccepted: true, cancel);

    private async Task<IActionResult> SaveAsync(bool isAccepted, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (!IsWhole())
        {
            return this.Invalid();
        }

        var content = Input.Apply(Row.Content, Directory);
        var outcome = await handler.HandleAsync(new EditRow(new RowAct(Id, RowId, Version, StepId), content, isAccepted), cancel);
        if (outcome is Outcome.Refused && Row.Version != Version)
        {
            // What was typed stays; the version of the form moves on, so that saving again overwrites knowingly.
            (Theirs, Version) = (Row.Content, Row.Version);
            ModelState.Remove(nameof(Version));
        }

        return this.Answer(outcome, () =>
        {
            this.Tell(isAccepted ? "Đã sửa và nhận dòng." : "Đã sửa dòng.");
            return LocalRedirect(Review);
        });
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var plan = await database.Set<PlanDocument>().AsNoTracking().SingleOrDefaultAsync(each => each.Id == Id, cancel);
        var row = await database.Set<PlanRow>().AsNoTracking().SingleOrDefaultAsync(each => each.Id == RowId && each.PlanId == Id, cancel);
        if (plan is null || row is null)
        {
            return false;
        }

        (Plan, Row) = (plan, row);
        await LoadChoicesAsync(row.Content, cancel);
        Source = await sources.ReadAsync(Id, row, cancel);
        return true;
    }
}
