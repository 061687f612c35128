using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NamRo.Kernel.Pages;
using NamRo.Work.Access;
using NamRo.Work.Acts;
using NamRo.Work.Domain;

namespace NamRo.Work;

[RequirePermission(WorkPermission.Assign)]
internal sealed class AssignTaskPage(AssignTaskHandler handler, ActContext context, WorkChoices choices) : TaskActPage(context)
{
    /// <summary>Empty lines for further co-units.</summary>
    private const int SpareShares = 2;

    [BindProperty]
    public Fields Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => ActAsync(() => handler.HandleAsync(
        new AssignTask(Id, EntryId, Seen, Input.LeadUnitId!.Value, Input.ResponsiblePersonId, Input.LeaderPersonId,
            [.. Input.Shares.Where(share => share.UnitId is not null)
                .Select(share => new CoUnitShare(share.UnitId!.Value, share.PartText, share.DueOn))], Input.Note), cancel),
        "Đã giao nhiệm vụ.", cancel);

    protected override bool Allows(TaskRights rights) => rights.MayAssign;

    protected override async Task PrepareAsync(CancellationToken cancel)
    {
        Units = await choices.UnitsAsync(cancel);
        People = await choices.PeopleAsync(cancel);
    }

    protected override Task FillAsync(CancellationToken cancel)
    {
        Input = new Fields
        {
            LeadUnitId = Subject.LeadUnitId,
            ResponsiblePersonId = Subject.ResponsiblePersonId,
            LeaderPersonId = Subject.LeaderPersonId,
            Shares = [.. Subject.CoUnits.Select(unit => new Share { UnitId = unit.UnitId, PartText = unit.PartText, DueOn = unit.DueOn }),
                .. Enumerable.Range(0, SpareShares).Select(_ => new Share())],
        };
        return Task.CompletedTask;
    }

    public sealed class Fields
    {
        [Required(ErrorMessage = "Hãy chọn đơn vị chủ trì.")]
        [Display(Name = "Đơn vị chủ trì")]
        public Guid? LeadUnitId { get; set; }

        [Display(Name = "Người thực hiện")]
        public Guid? ResponsiblePersonId { get; set; }

        [Display(Name = "Lãnh đạo phụ trách")]
        public Guid? LeaderPersonId { get; set; }

        public List<Share> Shares { get; set; } = [];

        [StringLength(WorkTask.LongestText)]
        [DataType(DataType.MultilineText)]
        [Display(Name = "Ý kiến chỉ đạo")]
        public string? Note { get; set; }
    }

    public sealed class Share
    {
        [Display(Name = "Đơn vị phối hợp")]
        public Guid? UnitId { get; set; }

        [StringLength(WorkTask.LongestText)]
        [Display(Name = "Phần việc")]
        public string? PartText { get; set; }

        [Display(Name = "Hạn của phần việc")]
        public DateOnly? DueOn { get; set; }
    }
}
