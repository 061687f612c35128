using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NamRo.Kernel.Pages;
using NamRo.Language;
using NamRo.Work.Access;
using NamRo.Work.Acts;
using NamRo.Work.Domain;

namespace NamRo.Work;

[RequirePermission(WorkPermission.Read)]
internal sealed class DecideProductPage(DecideProductHandler handler, ActContext context, IStringLocalizer<WorkText> words)
    : TaskActPage(context)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>The product that is decided.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Submission { get; set; }

    public ProductSubmission? HandedIn { get; private set; }

    public IReadOnlyList<Evidence> Proofs { get; private set; } = [];

    public IEnumerable<SelectListItem> Choices => [new(words["Đạt, duyệt"], "True"), new(words["Trả lại để làm tiếp"], "False")];

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => ActAsync(() => handler.HandleAsync(
        new DecideProduct(Id, Submission, EntryId, Input.IsAccepted, Input.Closes, Input.Reason), cancel),
        Input.IsAccepted ? "Đã duyệt sản phẩm." : "Đã trả lại sản phẩm.", cancel);

    protected override bool Allows(TaskRights rights) => rights.MayAccept;

    protected override async Task PrepareAsync(CancellationToken cancel)
    {
        HandedIn = await Database.Set<ProductSubmission>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == Submission && row.TaskId == Id, cancel);
        Proofs = await Database.Set<Evidence>().AsNoTracking().Where(row => row.SubmissionId == Submission && row.TaskId == Id)
            .OrderBy(row => row.Id).ToListAsync(cancel);
    }

    protected override Task FillAsync(CancellationToken cancel)
    {
        // A duty that comes again does not end with one product.
        Input.Closes = Subject.DeadlineKind is not (DeadlineKind.Recurring or DeadlineKind.Continuous);
        return Task.CompletedTask;
    }

    public sealed class Fields
    {
        [Display(Name = "Ý kiến")]
        public bool IsAccepted { get; set; } = true;

        [Display(Name = "Đóng nhiệm vụ luôn khi duyệt")]
        public bool Closes { get; set; }

        [StringLength(WorkTask.LongestText)]
        [DataType(DataType.MultilineText)]
        [Display(Name = "Lý do")]
        public string? Reason { get; set; }
    }
}
