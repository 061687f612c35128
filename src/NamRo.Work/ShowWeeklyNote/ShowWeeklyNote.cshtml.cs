using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Time;
using NamRo.Ui.Flash;
using NamRo.Work.Access;
using NamRo.Work.Warnings;

namespace NamRo.Work;

/// <summary>The week's note to the chair, who says that they have read it.</summary>
[RequirePermission(WorkPermission.Read)]
internal sealed class ShowWeeklyNotePage(AppDb database, EventLog events, CurrentPerson person, WardClock clock) : PageModel
{
    public WeeklyNote Note { get; private set; } = null!;

    /// <summary>Other leaders may read it; only the one it is for says that they have.</summary>
    public bool IsMine { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await LoadAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel) || !IsMine)
        {
            return NotFound();
        }

        if (Note.AcknowledgedAt is null)
        {
            Note.Acknowledge(clock.Now);
            events.Record(new WeeklyNoteAcknowledged(WeeklyNoteWriter.SubjectOf(Note)));
            await database.SaveChangesAsync(cancel);
        }

        this.Tell("Đã ghi nhận bạn đã xem phiếu tuần.");
        return LocalRedirect(WeeklyNoteWriter.Address + id);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        var me = await person.LoadAsync(cancel);
        var note = await database.Set<WeeklyNote>().SingleOrDefaultAsync(row => row.Id == id, cancel);
        IsMine = note is not null && me.PersonIds.Contains(note.PersonId);
        Note = note!;
        return note is not null && (IsMine || person.May(WorkPermission.Decide));
    }
}
