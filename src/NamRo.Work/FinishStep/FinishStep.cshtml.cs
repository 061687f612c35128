using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Pages;
using NamRo.Work.Access;
using NamRo.Work.Acts;
using NamRo.Work.Domain;

namespace NamRo.Work;

[RequirePermission(WorkPermission.Report)]
internal sealed class FinishStepPage(FinishStepHandler handler, ActContext context) : TaskActPage(context)
{
    [BindProperty(SupportsGet = true)]
    public Guid Step { get; set; }

    public TaskStep? Found { get; private set; }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        ActAsync(() => handler.HandleAsync(new FinishStep(Id, Step), cancel), "Đã đánh dấu xong một bước.", cancel);

    public Task<IActionResult> OnPostAgainAsync(CancellationToken cancel) =>
        ActAsync(() => handler.HandleAsync(new TakeUpStep(Id, Step), cancel), "Bước này lại đang làm.", cancel);

    protected override bool Allows(TaskRights rights) => rights.MayReport;

    protected override async Task PrepareAsync(CancellationToken cancel) => Found = await Database.Set<TaskStep>().AsNoTracking()
        .SingleOrDefaultAsync(row => row.Id == Step && row.TaskId == Id, cancel);
}
