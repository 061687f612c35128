using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NamRo.Kernel.Pages;
using NamRo.Work.Access;
using NamRo.Work.Acts;
using NamRo.Work.Domain;

namespace NamRo.Work;

[RequirePermission(WorkPermission.Report)]
internal sealed class AddStepPage(AddStepHandler handler, ActContext context, WorkChoices choices) : TaskActPage(context)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        ActAsync(() => handler.HandleAsync(new AddStep(Id, EntryId, Input.Text, Input.AssigneePersonId, Input.DueOn), cancel),
            "Đã thêm bước thực hiện.", cancel);

    protected override bool Allows(TaskRights rights) => rights.MayReport;

    protected override async Task PrepareAsync(CancellationToken cancel) => People = await choices.PeopleAsync(cancel);

    public sealed class Fields
    {
        [Required(ErrorMessage = "Hãy ghi việc của bước này.")]
        [StringLength(TaskStep.LongestText)]
        [DataType(DataType.MultilineText)]
        [Display(Name = "Việc của bước")]
        public string Text { get; set; } = "";

        [Display(Name = "Người làm")]
        public Guid? AssigneePersonId { get; set; }

        [Display(Name = "Hạn của bước")]
        public DateOnly? DueOn { get; set; }
    }
}
