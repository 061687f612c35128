using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Cockpit.CityView;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Time;
using NamRo.Targets.Contracts;

namespace NamRo.Cockpit;

/// <summary>The city's wards side by side: tasks, updates, canonical indicators, always with what is covered.</summary>
[RequirePermission(CockpitPermission.ReadCity)]
internal sealed class CityViewPage(CityReader reader, WardClock clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "chi-tieu")]
    public string? IndicatorCode { get; set; }

    public IReadOnlyList<(IndicatorRow Indicator, int Wards, int WithFigure)> Indicators { get; private set; } = [];

    public IndicatorRow? Chosen { get; private set; }

    public IReadOnlyList<WardLine> Wards { get; private set; } = [];

    public DateTimeOffset ReadAt => clock.Now.ToOffset(WardClock.Offset);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Indicators = await reader.ListIndicatorsAsync(cancel);
        Chosen = Indicators.FirstOrDefault(one => one.Indicator.Code == IndicatorCode).Indicator
            ?? (Indicators is [var first, ..] ? first.Indicator : null);
        Wards = await reader.ListWardsAsync(Chosen?.Id, cancel);
    }
}
