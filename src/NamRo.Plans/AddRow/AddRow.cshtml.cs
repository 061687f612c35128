using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Time;
using NamRo.Plans.Domain;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;

namespace NamRo.Plans;

/// <summary>A row that the reading missed, or of a plan that is entered by hand.</summary>
[RequirePermission(PlansPermission.ReviewPlans)]
internal sealed class AddRowPage(AppDb database, AddRowHandler handler, WardClock clock) : RowFormPage(database, clock)
{
    private readonly AppDb database = database;
    private readonly WardClock clock = clock;

    [BindProperty(SupportsGet = true, Name = "muc")]
    public string? TabName { get; set; }

    public string Tab => TabName ?? ReviewPlanPage.TasksTab;

    public override RowKind Kind => Tab == ReviewPlanPage.TargetsTab ? RowKind.Target : RowKind.Task;

    public override string Review =>
        $"/ke-hoach/{Id}/duyet?muc={(Kind == RowKind.Task ? ReviewPlanPage.TasksTab : ReviewPlanPage.TargetsTab)}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        StepId = Guid.CreateVersion7(clock.Now);
        return Plan.State == PlanState.Read ? Page() : LocalRedirect($"/ke-hoach/{Id}");
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => SaveAsync(goesOn: false, cancel);

    public Task<IActionResult> OnPostMoreAsync(CancellationToken cancel) => SaveAsync(goesOn: true, cancel);

    private async Task<IActionResult> SaveAsync(bool goesOn, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (!IsWhole())
        {
            return this.Invalid();
        }

        RowContent content = Input.Apply(Kind == RowKind.Task ? new TaskContent() : new TargetContent(), Directory);
        return this.Answer(await handler.HandleAsync(new AddRow(Id, content, StepId), cancel), () =>
        {
            this.Tell("Đã thêm dòng.");
            return LocalRedirect(goesOn ? $"/ke-hoach/{Id}/duyet/them?muc={Tab}" : Review);
        });
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var plan = await database.Set<PlanDocument>().AsNoTracking().SingleOrDefaultAsync(each => each.Id == Id, cancel);
        if (plan is null)
        {
            return false;
        }

        Plan = plan;
        await LoadChoicesAsync(null, cancel);
        return true;
    }
}
