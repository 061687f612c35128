using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Time;
using NamRo.Work.Access;
using NamRo.Work.Acts;
using NamRo.Work.Domain;

namespace NamRo.Work;

[RequirePermission(WorkPermission.Assign)]
internal sealed class ReopenPeriodPage(ReopenPeriodHandler handler, ActContext context, CalendarStore calendars) : TaskActPage(context)
{
    private const int UsualDays = 3;

    [BindProperty(SupportsGet = true)]
    public Guid Period { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public Obligation? Found { get; private set; }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        ActAsync(() => handler.HandleAsync(new ReopenPeriod(Id, Period, EntryId, Input.Until!.Value, Input.Reason), cancel),
            "Đã mở lại kỳ báo cáo.", cancel);

    protected override bool Allows(TaskRights rights) => rights.MayReopenPeriods;

    protected override async Task PrepareAsync(CancellationToken cancel) => Found = await Database.Set<Obligation>().AsNoTracking()
        .SingleOrDefaultAsync(row => row.Id == Period && row.TaskId == Id, cancel);

    protected override async Task FillAsync(CancellationToken cancel) =>
        Input.Until = (await calendars.LoadAsync(cancel)).AddWorkingDays(Clock.Today, UsualDays);

    public sealed class Fields
    {
        [Required(ErrorMessage = "Hãy chọn ngày khóa lại.")]
        [Display(Name = "Mở đến hết ngày")]
        public DateOnly? Until { get; set; }

        [Required(ErrorMessage = "Hãy ghi lý do.")]
        [StringLength(WorkTask.LongestText)]
        [DataType(DataType.MultilineText)]
        [Display(Name = "Lý do")]
        public string Reason { get; set; } = "";
    }
}
