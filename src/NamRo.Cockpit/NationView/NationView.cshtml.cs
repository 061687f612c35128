using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Cockpit.CityView;
using NamRo.Kernel.Pages;
using NamRo.Targets.Contracts;

namespace NamRo.Cockpit;

/// <summary>Canonical indicators over the country, and the cities and provinces behind one of them.</summary>
[RequirePermission(CockpitPermission.ReadCity)]
internal sealed class NationViewPage(CityReader reader) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "chi-tieu")]
    public string? IndicatorCode { get; set; }

    public IReadOnlyList<NationFigureRow> Figures { get; private set; } = [];

    public NationFigureRow? Chosen { get; private set; }

    public IReadOnlyList<CityFigureRow> Provinces { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Figures = await reader.ListNationAsync(cancel);
        Chosen = Figures.FirstOrDefault(row => row.IndicatorCode == IndicatorCode);
        Provinces = Chosen is null ? [] : await reader.ListProvincesAsync(Chosen, cancel);
    }
}
