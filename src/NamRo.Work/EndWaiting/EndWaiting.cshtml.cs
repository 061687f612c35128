using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NamRo.Kernel.Pages;
using NamRo.Work.Access;
using NamRo.Work.Acts;

namespace NamRo.Work;

[RequirePermission(WorkPermission.Report)]
internal sealed class EndWaitingPage(EndWaitingHandler handler, ActContext context) : TaskActPage(context)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public Guid Spell { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        ActAsync(() => handler.HandleAsync(new EndWaiting(Id, Spell, Input.EndedOn!.Value), cancel), "Đã ghi nhận hết chờ.", cancel);

    public Task<IActionResult> OnPostAgainAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        return ActAsync(() => handler.HandleAsync(new GoOnWaiting(Id, Spell), cancel), "Nhiệm vụ lại đang chờ.", cancel);
    }

    protected override bool Allows(TaskRights rights) => rights.MaySubmit;

    protected override Task FillAsync(CancellationToken cancel)
    {
        Input.EndedOn = Clock.Today;
        return Task.CompletedTask;
    }

    public sealed class Fields
    {
        [Required(ErrorMessage = "Hãy chọn ngày hết chờ.")]
        [Display(Name = "Hết chờ từ ngày")]
        public DateOnly? EndedOn { get; set; }
    }
}
