using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using NamRo.Kernel.Pages;
using NamRo.Work.Access;
using NamRo.Work.Acts;
using NamRo.Work.Domain;

namespace NamRo.Work;

[RequirePermission(WorkPermission.Report)]
internal sealed class RequestExtensionPage(RequestExtensionHandler handler, ActContext context, IStringLocalizer<WorkText> words)
    : TaskActPage(context)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    public IEnumerable<SelectListItem> Causes =>
        [new(words["Khách quan"], nameof(DelayCause.Objective)), new(words["Chủ quan"], nameof(DelayCause.Subjective))];

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        ActAsync(() => handler.HandleAsync(new RequestExtension(Id, EntryId, Input.NewDue!.Value, Input.Cause, Input.Reason,
            Input.WaitsFor), cancel), "Đã gửi đề nghị gia hạn tới lãnh đạo phụ trách.", cancel);

    protected override bool Allows(TaskRights rights) => rights.MaySubmit;

    public sealed class Fields
    {
        [Required(ErrorMessage = "Hãy chọn hạn mới.")]
        [Display(Name = "Hạn mới")]
        public DateOnly? NewDue { get; set; }

        [Display(Name = "Nguyên nhân")]
        public DelayCause Cause { get; set; }

        [Required(ErrorMessage = "Hãy ghi lý do.")]
        [StringLength(WorkTask.LongestText)]
        [DataType(DataType.MultilineText)]
        [Display(Name = "Lý do")]
        public string Reason { get; set; } = "";

        [StringLength(WorkTask.LongestTitle)]
        [Display(Name = "Đang chờ ai")]
        public string? WaitsFor { get; set; }
    }
}
