using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Administration.Contracts;
using NamRo.Cockpit.CityView;
using NamRo.Kernel.Pages;
using NamRo.Targets.Contracts;

namespace NamRo.Cockpit;

/// <summary>One ward as the city sees it: each figure with who brought it, and the line of the plan that promised it.</summary>
[RequirePermission(CockpitPermission.ReadCity)]
internal sealed class CityWardPage(CityReader reader) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    public WardPlace Ward { get; private set; } = null!;

    public IReadOnlyList<WardFigure> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await reader.FindWardAsync(Code, cancel) is not { } found)
        {
            return NotFound();
        }

        (Ward, Rows) = found;
        return Page();
    }

    public static string WordsOf(FigureSource source) => source switch
    {
        FigureSource.Entered => "nhập tay",
        FigureSource.Imported => "nhập từ tệp",
        _ => "hệ thống tính",
    };
}
