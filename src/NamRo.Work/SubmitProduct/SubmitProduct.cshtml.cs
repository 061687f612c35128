using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NamRo.Kernel.Pages;
using NamRo.Work.Access;
using NamRo.Work.Acts;
using NamRo.Work.Domain;

namespace NamRo.Work;

[RequirePermission(WorkPermission.Report)]
[RequestSizeLimit(EvidenceInput.MostRequestBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = EvidenceInput.MostRequestBytes)]
internal sealed class SubmitProductPage(SubmitProductHandler handler, ActContext context) : TaskActPage(context)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    [BindProperty]
    public EvidenceInput Evidence { get; set; } = new();

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => ActAsync(
        () => handler.HandleAsync(new SubmitProduct(Id, EntryId, Input.Note, Evidence), cancel),
        "Đã nộp sản phẩm, chờ người có thẩm quyền duyệt.", cancel);

    protected override bool Allows(TaskRights rights) => rights.MaySubmit;

    public sealed class Fields
    {
        [StringLength(WorkTask.LongestText)]
        [DataType(DataType.MultilineText)]
        [Display(Name = "Ghi chú")]
        public string? Note { get; set; }
    }
}
