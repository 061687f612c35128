using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NamRo.Kernel.Pages;
using NamRo.Work.Access;
using NamRo.Work.Acts;
using NamRo.Work.Domain;

namespace NamRo.Work;

[RequirePermission(WorkPermission.Report)]
internal sealed class RecordConditionPage(RecordConditionHandler handler, ActContext context) : TaskActPage(context)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        ActAsync(() => handler.HandleAsync(new RecordCondition(Id, EntryId, Input.OccurredOn!.Value, Input.DocumentNumber,
            Input.DueOn!.Value), cancel), "Đã ghi nhận; thời hạn bắt đầu tính.", cancel);

    protected override bool Allows(TaskRights rights) => rights.MaySubmit;

    public sealed class Fields
    {
        [Required(ErrorMessage = "Hãy chọn ngày văn bản có hiệu lực hoặc được ban hành.")]
        [Display(Name = "Ngày có điều kiện")]
        public DateOnly? OccurredOn { get; set; }

        [Required(ErrorMessage = "Hãy ghi số văn bản.")]
        [StringLength(WorkTask.LongestTitle)]
        [Display(Name = "Số văn bản")]
        public string DocumentNumber { get; set; } = "";

        [Required(ErrorMessage = "Hãy chọn hạn hoàn thành.")]
        [Display(Name = "Hạn hoàn thành")]
        public DateOnly? DueOn { get; set; }
    }
}
