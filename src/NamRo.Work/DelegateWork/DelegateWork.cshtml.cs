using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Time;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;
using NamRo.Ui.Parts;
using NamRo.Work.Access;
using NamRo.Work.Acts;
using NamRo.Work.Domain;

namespace NamRo.Work;

[RequirePermission(WorkPermission.Read)]
internal sealed class DelegateWorkPage(DelegateWorkHandler handler, WorkChoices choices, AppDb database, CurrentPerson person,
    WardClock clock) : PageModel
{
    private const int MostRows = 20;

    public static IReadOnlyList<Crumb> Crumbs { get; } = [new("Việc của tôi", "/nhiem-vu/cua-toi")];

    [BindProperty]
    public Fields Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Input = new Fields { Id = Guid.CreateVersion7(clock.Now), StartsOn = clock.Today };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var command = new DelegateWork(Input.Id, Input.DeputyPersonId!.Value, Input.StartsOn!.Value, Input.EndsOn!.Value, Input.Note);
        return this.Answer(await handler.HandleAsync(command, cancel), () => Back("Đã ủy quyền."));
    }

    public async Task<IActionResult> OnPostEndAsync([FromForm] Guid delegation, CancellationToken cancel) =>
        this.Answer(await handler.HandleAsync(new EndDelegation(delegation), cancel), () => Back("Đã kết thúc ủy quyền."));

    private LocalRedirectResult Back(string told)
    {
        this.Tell(told);
        return LocalRedirect("/nhiem-vu/uy-quyen");
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var me = await person.LoadAsync(cancel);
        People = await choices.PeopleAsync(cancel);
        Rows = await (from delegation in database.Set<Delegation>().AsNoTracking().Where(row => row.PersonId == me.PersonId)
                      join deputy in database.Set<PersonRow>() on delegation.DeputyPersonId equals deputy.Id
                      orderby delegation.StartsOn descending
                      select new Row(delegation.Id, deputy.FullName, delegation.StartsOn, delegation.EndsOn,
                          delegation.EndsOn >= clock.Today)).Take(MostRows).ToListAsync(cancel);
    }

    public sealed record Row(Guid Id, string Deputy, DateOnly StartsOn, DateOnly EndsOn, bool IsRunning);

    public sealed class Fields
    {
        public Guid Id { get; set; }

        [Required(ErrorMessage = "Hãy chọn người được ủy quyền.")]
        [Display(Name = "Người được ủy quyền")]
        public Guid? DeputyPersonId { get; set; }

        [Required(ErrorMessage = "Hãy chọn ngày bắt đầu.")]
        [Display(Name = "Từ ngày")]
        public DateOnly? StartsOn { get; set; }

        [Required(ErrorMessage = "Hãy chọn ngày kết thúc.")]
        [Display(Name = "Đến hết ngày")]
        public DateOnly? EndsOn { get; set; }

        [StringLength(WorkTask.LongestText)]
        [Display(Name = "Ghi chú")]
        public string? Note { get; set; }
    }
}
