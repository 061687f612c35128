using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NamRo.Kernel.Pages;
using NamRo.Work.Access;
using NamRo.Work.Acts;
using NamRo.Work.Domain;

namespace NamRo.Work;

[RequirePermission(WorkPermission.Report)]
internal sealed class ReturnTaskPage(ReturnTaskHandler handler, ActContext context) : TaskActPage(context)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        ActAsync(() => handler.HandleAsync(new ReturnTask(Id, EntryId, Input.Reason), cancel), "Đã trả lại nhiệm vụ cho nơi giao.", cancel);

    protected override bool Allows(TaskRights rights) => rights.MayReceive;

    public sealed class Fields
    {
        [Required(ErrorMessage = "Hãy ghi lý do.")]
        [StringLength(WorkTask.LongestText)]
        [DataType(DataType.MultilineText)]
        [Display(Name = "Lý do")]
        public string Reason { get; set; } = "";
    }
}
