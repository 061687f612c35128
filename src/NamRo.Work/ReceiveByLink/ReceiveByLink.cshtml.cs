using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Work.Access;
using NamRo.Work.Domain;

namespace NamRo.Work;

/// <summary>
/// Confirms the receipt of a task from a mail. Opening the link only shows the form, so that a mail scanner confirms nothing; the person's
/// rights are asked anew, and no other page is opened by it.
/// </summary>
[AllowAnonymous]
internal sealed class ReceiveByLinkPage(ReceiptLink link, IPersonAccess people, ConfirmReceiptHandler handler, AppDb database,
    CurrentUser user, CurrentPerson official, WardClock clock) : PageModel
{
    private static readonly string[] Needed = [WorkPermission.Read, WorkPermission.Report];

    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    /// <summary>Null: the link opens nothing any more.</summary>
    public string? TaskTitle { get; private set; }

    public string? Told { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await EnterAsync(cancel) is null ? Dead() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await EnterAsync(cancel) is not { } task)
        {
            return Dead();
        }

        Told = await handler.HandleAsync(new ConfirmReceipt(task, Guid.CreateVersion7(clock.Now)), cancel) switch
        {
            Outcome.Done => "Đã xác nhận nhận việc.",
            Outcome.Refused refused => refused.Refusal.Message,
            _ => null,
        };
        return Told is null ? Dead() : Page();
    }

    /// <summary>Acts for the person of the link from here on, for this alone.</summary>
    private async Task<Guid?> EnterAsync(CancellationToken cancel)
    {
        if (link.Read(Key) is not { } grant)
        {
            return null;
        }

        await database.EnterWardAsync(grant.WardId, "", cancel);
        if (await people.FindAsync(grant.PersonId, cancel) is not { } person)
        {
            return null;
        }

        user.Become(person with
        {
            DisplayName = $"{person.DisplayName} (qua thư)",
            Permissions = person.Permissions.Intersect(Needed).ToHashSet(StringComparer.Ordinal),
        });
        var me = await official.LoadAsync(cancel);
        TaskTitle = (await database.Set<WorkTask>().AsNoTracking().VisibleTo(me, database)
            .SingleOrDefaultAsync(row => row.Id == grant.TaskId, cancel))?.Title;
        return TaskTitle is null ? null : grant.TaskId;
    }

    private PageResult Dead()
    {
        TaskTitle = null;
        return new PageResult { StatusCode = StatusCodes.Status404NotFound };
    }
}
