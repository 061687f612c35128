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

    /// <summary>By code.</summary>
    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    /// <summary>Of whose wards there is a page for the user.</summary>
    public string? OwnProvince { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Figures = await reader.ListNationAsync(cancel);
        Chosen = Figures.FirstOrDefault(row => row.IndicatorCode == IndicatorCode);
        if (Chosen is not null)
        {
            Provinces = await reader.ListProvincesAsync(Chosen, cancel);
            Names = await reader.NameProvincesAsync(Provinces.Select(row => row.ProvinceCode), cancel);
            OwnProvince = await reader.FindProvinceAsync(cancel);
        }
    }
}
