using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Cockpit.Desk;
using NamRo.Kernel.Tenancy;

namespace NamRo.Cockpit;

/// <summary>The week on one sheet of paper, in sentences.</summary>
internal sealed class WeeklyNotePage(DeskReader reader, CurrentWard ward, CurrentUser user) : PageModel
{
    /// <summary>Lines of each part, so that the note stays one page.</summary>
    public const int MostLines = 5;

    [BindProperty(SupportsGet = true, Name = "goc")]
    public string? Seat { get; set; }

    public DeskModel Desk { get; private set; } = null!;

    public string WardName => ward.Name;

    public int Week => ISOWeek.GetWeekOfYear(Desk.Today.ToDateTime(TimeOnly.MinValue));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ward.IsChosen || DeskScope.Of(user, Seat) is not { } scope)
        {
            return NotFound();
        }

        Desk = await reader.ReadAsync(scope, user.May(CockpitPermission.Decide), cancel);
        return Page();
    }
}
