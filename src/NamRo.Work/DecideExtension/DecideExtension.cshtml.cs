using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NamRo.Kernel.Pages;
using NamRo.Work.Access;
using NamRo.Work.Acts;
using NamRo.Work.Domain;

namespace NamRo.Work;

[RequirePermission(WorkPermission.Read)]
internal sealed class DecideExtensionPage(DecideExtensionHandler handler, ActContext context, IStringLocalizer<WorkText> words)
    : TaskActPage(context)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>The request that is decided.</summary>
    [BindProperty(SupportsGet = true)]
    public new Guid Request { get; set; }

    public ExtensionRequest? Asked { get; private set; }

    public IEnumerable<SelectListItem> Choices => [new(words["Đồng ý"], "True"), new(words["Không đồng ý"], "False")];

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        ActAsync(() => handler.HandleAsync(new DecideExtension(Id, Request, EntryId, Input.IsGranted, Input.GrantedDue,
            Input.Reason), cancel), Input.IsGranted ? "Đã đồng ý gia hạn." : "Đã trả lời không đồng ý gia hạn.", cancel);

    protected override bool Allows(TaskRights rights) => rights.MayDecide;

    protected override async Task PrepareAsync(CancellationToken cancel) => Asked = await Database.Set<ExtensionRequest>().AsNoTracking()
        .SingleOrDefaultAsync(row => row.Id == Request && row.TaskId == Id, cancel);

    protected override Task FillAsync(CancellationToken cancel)
    {
        Input.GrantedDue = Asked?.NewDue;
        return Task.CompletedTask;
    }

    public sealed class Fields
    {
        [Display(Name = "Ý kiến")]
        public bool IsGranted { get; set; } = true;

        [Display(Name = "Hạn được cho")]
        public DateOnly? GrantedDue { get; set; }

        [StringLength(WorkTask.LongestText)]
        [DataType(DataType.MultilineText)]
        [Display(Name = "Lý do")]
        public string? Reason { get; set; }
    }
}
