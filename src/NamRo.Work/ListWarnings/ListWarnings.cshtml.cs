using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Time;
using NamRo.Ui.Flash;
using NamRo.Ui.Status;
using NamRo.Work.Access;
using NamRo.Work.Domain;
using NamRo.Work.Warnings;

namespace NamRo.Work;

/// <summary>What the person was warned of and has not taken note of.</summary>
[RequirePermission(WorkPermission.Read)]
internal sealed class ListWarningsPage(AppDb database, CurrentPerson person, WardClock clock) : PageModel
{
    private const int MostRows = 200;

    public IReadOnlyList<WarningLine> Rows { get; private set; } = [];

    /// <summary>What the person sees is what they take note of: later ones stay.</summary>
    public string SeenUntil => clock.Today.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    public static string Word(WarningKind kind) => kind switch
    {
        WarningKind.Soon => "Sắp đến hạn",
        WarningKind.Late => "Quá hạn",
        _ => "Chưa đủ dữ liệu",
    };

    public static StatusTone Tone(WarningKind kind) => kind switch
    {
        WarningKind.Soon => StatusTone.AtRisk,
        WarningKind.Late => StatusTone.Late,
        _ => StatusTone.NoData,
    };

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var me = await person.LoadAsync(cancel);
        Rows = await (from warning in database.Set<TaskWarning>().AsNoTracking()
                      join task in database.Set<WorkTask>() on warning.TaskId equals task.Id
                      where me.PersonIds.Contains(warning.PersonId) && warning.AcknowledgedAt == null
                      orderby warning.WarnedOn descending, warning.TaskId
                      select new WarningLine(task.Id, task.Text, warning.Kind, warning.Level, warning.Reason, warning.WarnedOn))
            .Take(MostRows).ToListAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync([FromForm] DateOnly? seenUntil, CancellationToken cancel)
    {
        var me = await person.LoadAsync(cancel);
        var until = seenUntil ?? clock.Today;
        var open = await database.Set<TaskWarning>()
            .Where(row => me.PersonIds.Contains(row.PersonId) && row.AcknowledgedAt == null && row.WarnedOn <= until).ToListAsync(cancel);
        open.ForEach(row => row.Acknowledge(clock.Now));
        await database.SaveChangesAsync(cancel);
        this.Tell("Đã ghi nhận bạn đã xem.");
        return LocalRedirect(WarningRound.Address);
    }
}

internal sealed record WarningLine(Guid TaskId, string Text, WarningKind Kind, WarningLevel Level, string Reason, DateOnly WarnedOn)
{
    public string Title => WorkTask.Shorten(Text);
}
