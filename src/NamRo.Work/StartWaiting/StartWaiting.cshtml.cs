using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NamRo.Kernel.Pages;
using NamRo.Work.Access;
using NamRo.Work.Acts;
using NamRo.Work.Domain;

namespace NamRo.Work;

[RequirePermission(WorkPermission.Report)]
internal sealed class StartWaitingPage(StartWaitingHandler handler, ActContext context) : TaskActPage(context)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        ActAsync(() => handler.HandleAsync(new StartWaiting(Id, EntryId, Input.WaitsFor, Input.StartedOn!.Value, Input.Note),
            cancel), "Đã ghi nhận nhiệm vụ đang chờ.", cancel);

    protected override bool Allows(TaskRights rights) => rights.MaySubmit;

    protected override Task FillAsync(CancellationToken cancel)
    {
        Input.StartedOn = Clock.Today;
        return Task.CompletedTask;
    }

    public sealed class Fields
    {
        [Required(ErrorMessage = "Hãy ghi đang chờ ai.")]
        [StringLength(WorkTask.LongestTitle)]
        [Display(Name = "Đang chờ ai")]
        public string WaitsFor { get; set; } = "";

        [Required(ErrorMessage = "Hãy chọn ngày bắt đầu chờ.")]
        [Display(Name = "Chờ từ ngày")]
        public DateOnly? StartedOn { get; set; }

        [StringLength(WorkTask.LongestText)]
        [DataType(DataType.MultilineText)]
        [Display(Name = "Ghi chú")]
        public string? Note { get; set; }
    }
}
