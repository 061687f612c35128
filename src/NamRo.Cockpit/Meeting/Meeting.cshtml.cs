using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Cockpit.Desk;
using NamRo.Kernel.Tenancy;

namespace NamRo.Cockpit;

/// <summary>The desk on the meeting room's screen: one subject a page, large, led by the arrow keys.</summary>
internal sealed class MeetingPage(DeskReader reader, CurrentWard ward, CurrentUser user) : PageModel
{
    /// <summary>The subjects, in the order of the meeting.</summary>
    public const int PageCount = 5;

    [BindProperty(SupportsGet = true, Name = "goc")]
    public string? Seat { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int Number { get; set; } = 1;

    public DeskModel Desk { get; private set; } = null!;

    public string WardName => ward.Name;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ward.IsChosen || DeskScope.Of(user, Seat) is not { } scope)
        {
            return NotFound();
        }

        Number = Math.Clamp(Number, 1, PageCount);
        Desk = await reader.ReadAsync(scope, mayDecide: false, cancel);
        return Page();
    }

    public string AddressOf(int number) => string.Create(CultureInfo.InvariantCulture,
        $"/hop?goc={DeskScope.Code(Desk.Scope.View)}&trang={Math.Clamp(number, 1, PageCount)}");
}
