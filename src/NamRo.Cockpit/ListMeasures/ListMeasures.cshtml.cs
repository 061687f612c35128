using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Cockpit.Desk;
using NamRo.Kernel.Measures;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Measures;

namespace NamRo.Cockpit;

/// <summary>Every figure of the ward: what it says, where it is asked for, and its value this month.</summary>
[RequirePermission(CockpitPermission.ReadMeasures)]
internal sealed class ListMeasuresPage(MeasureBook book, MeasureRunner runner, CurrentUser user, WardClock clock) : PageModel
{
    public IReadOnlyList<TakenMeasure> Measures { get; private set; } = [];

    public bool MayWrite => user.May(CockpitPermission.WriteMeasures);

    public DateOnly Today => clock.Today;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var measures = (await book.ListAsync(cancel)).Where(one => runner.MayRead(one.Measure)).ToList();
        var values = await runner.TakeAsync(measures.ConvertAll(one => one.Measure), MeasurePeriod.MonthOf(clock.Today), cancel);
        Measures = [.. measures.Zip(values, (measure, value) => new TakenMeasure(measure, value))];
    }
}
