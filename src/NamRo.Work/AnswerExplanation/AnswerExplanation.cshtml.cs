using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Pages;
using NamRo.Work.Access;
using NamRo.Work.Acts;
using NamRo.Work.Domain;

namespace NamRo.Work;

[RequirePermission(WorkPermission.Report)]
internal sealed class AnswerExplanationPage(AnswerExplanationHandler handler, ActContext context) : TaskActPage(context)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>The request that is answered.</summary>
    [BindProperty(SupportsGet = true)]
    public new Guid Request { get; set; }

    public ExplanationRequest? Asked { get; private set; }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        ActAsync(() => handler.HandleAsync(new AnswerExplanation(Id, Request, EntryId, Input.Text), cancel), "Đã gửi giải trình.", cancel);

    protected override bool Allows(TaskRights rights) => rights.MayReport;

    protected override async Task PrepareAsync(CancellationToken cancel) => Asked = await Database.Set<ExplanationRequest>().AsNoTracking()
        .SingleOrDefaultAsync(row => row.Id == Request && row.TaskId == Id, cancel);

    public sealed class Fields
    {
        [Required(ErrorMessage = "Hãy ghi nội dung trả lời.")]
        [StringLength(WorkTask.LongestText)]
        [DataType(DataType.MultilineText)]
        [Display(Name = "Nội dung trả lời")]
        public string Text { get; set; } = "";
    }
}
