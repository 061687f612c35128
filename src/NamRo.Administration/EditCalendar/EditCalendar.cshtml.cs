using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Schedule;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;

namespace NamRo.Administration;

/// <summary>The installation's holidays and swapped days; the city keeps them for all its wards.</summary>
[RequirePermission(AdministrationPermission.ReadUnits)]
internal sealed class EditCalendarPage(CalendarStore calendar, AppDb database, EventLog events, CurrentUser user, CurrentWard ward)
    : PageModel
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    public IReadOnlyList<CalendarDay> Days { get; private set; } = [];

    public bool MayWrite => user.May(AdministrationPermission.WriteCalendar);

    public async Task OnGetAsync(CancellationToken cancel) => Days = await calendar.ListAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!MayWrite)
        {
            return Forbid();
        }

        Days = await calendar.ListAsync(cancel);
        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        await calendar.DeclareAsync(new CalendarDay(Input.Date!.Value, Input.IsWorking, Input.Note.Trim()), cancel);
        return await SaveAsync(Input.Date.Value, cancel);
    }

    public async Task<IActionResult> OnPostForgetAsync([FromForm] DateOnly date, CancellationToken cancel)
    {
        if (!MayWrite)
        {
            return Forbid();
        }

        return await calendar.ForgetAsync(date, cancel) ? await SaveAsync(date, cancel) : NotFound();
    }

    private async Task<IActionResult> SaveAsync(DateOnly date, CancellationToken cancel)
    {
        var title = date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        events.Record(new CalendarChanged(new EventSubject(nameof(CalendarDay), ward.Id, title), date));
        await database.SaveChangesAsync(cancel);
        this.TellWith($"Đã lưu lịch ngày {title}.");
        return LocalRedirect("/quan-tri/lich-lam-viec");
    }

    public sealed class Fields
    {
        [Required]
        [Display(Name = "Ngày")]
        public DateOnly? Date { get; set; }

        [Display(Name = "Là ngày làm việc (làm bù)")]
        public bool IsWorking { get; set; }

        [Required]
        [StringLength(200)]
        [Display(Name = "Căn cứ, ghi chú")]
        public string Note { get; set; } = "";
    }
}
