using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NamRo.Kernel.Pages;
using NamRo.Work.Access;
using NamRo.Work.Acts;
using NamRo.Work.Domain;

namespace NamRo.Work;

[RequirePermission(WorkPermission.Read)]
internal sealed class AskExplanationPage(AskExplanationHandler handler, ActContext context) : TaskActPage(context)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        ActAsync(() => handler.HandleAsync(new AskExplanation(Id, EntryId, Input.Question, Input.DueOn!.Value), cancel),
            "Đã gửi yêu cầu giải trình.", cancel);

    protected override bool Allows(TaskRights rights) => rights.MayDecide;

    public sealed class Fields
    {
        [Required(ErrorMessage = "Hãy ghi nội dung cần giải trình.")]
        [StringLength(WorkTask.LongestText)]
        [DataType(DataType.MultilineText)]
        [Display(Name = "Nội dung cần giải trình")]
        public string Question { get; set; } = "";

        [Required(ErrorMessage = "Hãy chọn hạn trả lời.")]
        [Display(Name = "Trả lời trước ngày")]
        public DateOnly? DueOn { get; set; }
    }
}
