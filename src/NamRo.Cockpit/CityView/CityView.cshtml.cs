using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using NamRo.Cockpit.CityView;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Time;
using NamRo.Targets.Contracts;
using NamRo.Ui.Maps;

namespace NamRo.Cockpit;

/// <summary>The city's wards side by side: tasks, updates, canonical indicators, always with what is covered.</summary>
[RequirePermission(CockpitPermission.ReadCity)]
internal sealed class CityViewPage(CityReader reader, WardBoundaries boundaries, IStringLocalizer<CockpitText> words) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "chi-tieu")]
    public string? IndicatorCode { get; set; }

    public IReadOnlyList<(IndicatorRow Indicator, int Wards, int WithFigure)> Indicators { get; private set; } = [];

    public IndicatorRow? Chosen { get; private set; }

    public IReadOnlyList<WardLine> Wards { get; private set; } = [];

    /// <summary>Null: no boundaries are given, or no indicator is chosen to colour them by.</summary>
    public MapOutlines? Outlines => Chosen is null ? null : boundaries.Outlines;

    /// <summary>What the map says of each ward.</summary>
    public IReadOnlyDictionary<string, MapFact> Facts => Wards.ToDictionary(ward => ward.Code, ward => new MapFact(ward.Name,
        (ward.Figure?.Standing ?? TargetStanding.NoData).ToneOf(), words[(ward.Figure?.Standing ?? TargetStanding.NoData).TitleOf()],
        ward.Figure?.CurrentValue is { } value ? TargetWords.Show(value, Chosen!.MeasureUnit) : null,
        $"/thanh-pho/{ward.Code}"), StringComparer.Ordinal);

    /// <summary>In Vietnam.</summary>
    public DateTimeOffset ReadAt { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var overview = await reader.CompareAsync(cancel);
        (Indicators, ReadAt) = (overview.Indicators, overview.ReadAt.ToOffset(WardClock.Offset));
        Chosen = Indicators.FirstOrDefault(one => one.Indicator.Code == IndicatorCode).Indicator
            ?? (Indicators is [var first, ..] ? first.Indicator : null);
        var figures = Chosen is null ? null : await reader.FindFiguresAsync(overview, Chosen.Id, cancel);
        Wards = [.. overview.Wards.Select(ward => ward with { Figure = figures?.GetValueOrDefault(ward.Id) })];
    }
}
