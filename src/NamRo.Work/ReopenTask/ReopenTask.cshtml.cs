using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NamRo.Kernel.Pages;
using NamRo.Work.Access;
using NamRo.Work.Acts;
using NamRo.Work.Domain;

namespace NamRo.Work;

[RequirePermission(WorkPermission.Read)]
internal sealed class ReopenTaskPage(ReopenTaskHandler handler, ActContext context) : TaskActPage(context)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        ActAsync(() => handler.HandleAsync(new ReopenTask(Id, EntryId, Input.Reason), cancel), "Đã mở lại nhiệm vụ.", cancel);

    protected override bool Allows(TaskRights rights) => rights.MayAccept;

    public sealed class Fields
    {
        [Required(ErrorMessage = "Hãy ghi lý do.")]
        [StringLength(WorkTask.LongestText)]
        [DataType(DataType.MultilineText)]
        [Display(Name = "Lý do")]
        public string Reason { get; set; } = "";
    }
}
