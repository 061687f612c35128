using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Cockpit.Desk;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;

namespace NamRo.Cockpit;

/// <summary>Where everyone lands after signing in: what stands where, what is stuck and why, what comes this week.</summary>
internal sealed class DeskPage(DeskReader reader, CurrentWard ward, CurrentUser user, WardClock clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "goc")]
    public string? Seat { get; set; }

    public DeskModel? Desk { get; private set; }

    public IReadOnlyList<DeskView> Views { get; private set; } = [];

    public string WardName => ward.Name;

    public bool IsWardChosen => ward.IsChosen;

    public string Date => clock.Today.ToString("dddd, d/M/yyyy", CultureInfo.CurrentCulture);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (ward.IsCity && user.May(CockpitPermission.ReadCity))
        {
            return LocalRedirect("/thanh-pho");
        }

        Views = DeskScope.ViewsOf(user);
        if (ward.IsChosen && DeskScope.Of(user, Seat) is { } scope)
        {
            Desk = await reader.ReadAsync(scope, user.May(CockpitPermission.Decide), cancel);
        }

        return Page();
    }
}
