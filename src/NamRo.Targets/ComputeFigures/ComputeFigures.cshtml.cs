using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Measures;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Targets.Domain;
using NamRo.Targets.Standings;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;
using NamRo.Ui.Parts;

namespace NamRo.Targets;

/// <summary>Works out the figures of a computed target now, and shows what would be written before it is.</summary>
[RequirePermission(TargetsPermission.Enter)]
internal sealed class ComputeFiguresPage(AppDb database, FigureComputer computer, ComputeFiguresHandler handler, MeasureBook book,
    CurrentUser user, WardClock clock) : PageModel
{
    private Series series = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid EntryId { get; set; }

    public Target Target { get; private set; } = null!;

    public NamedMeasure Measure { get; private set; } = null!;

    public IReadOnlyList<ComputedFigure> Figures { get; private set; } = [];

    public IReadOnlyList<Crumb> Crumbs => [new("Chỉ tiêu", "/chi-tieu"), new(Target.AsSubject.Title, $"/chi-tieu/{Id}")];

    public string Show(Figure figure) => figure.Value is { } value ? FigureWords.Show(value, series.MeasureUnit) : "không phát sinh";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        EntryId = Guid.CreateVersion7(clock.Now);
        return await LoadAsync(cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        return this.Answer(await handler.HandleAsync(new ComputeFigures(EntryId, series.Id, IsAsked: true), cancel), recorded =>
        {
            this.TellWith($"Đã ghi {recorded.Count} số hệ thống tính được.");
            return LocalRedirect($"/chi-tieu/{Id}#so-lieu");
        });
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await database.Set<Target>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == Id, cancel) is not { } target)
        {
            return false;
        }

        Target = target;
        series = await database.Set<Series>().AsNoTracking().SingleAsync(row => row.Id == target.SeriesId, cancel);
        if (!RecordFiguresHandler.MayEnter(user, series.LeadUnitId) || series.MeasureCode is not { } code
            || await book.FindAsync(code, cancel) is not { } measure)
        {
            return false;
        }

        Measure = measure;
        Figures = await computer.WorkOutAsync(series, isAsked: true, cancel);
        return true;
    }
}
