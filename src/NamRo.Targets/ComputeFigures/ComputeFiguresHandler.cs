using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Outcomes;
using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;

namespace NamRo.Targets;

/// <param name="EntryId">Made when the form is shown.</param>
/// <param name="IsAsked">A person asks: the running period and what nobody has verified are worked out too.</param>
internal sealed record ComputeFigures(Guid EntryId, int SeriesId, bool IsAsked);

/// <summary>Writes what a measure says into the series that names it as its source.</summary>
internal sealed class ComputeFiguresHandler(AppDb database, FigureComputer computer, RecordFiguresHandler record)
{
    private const string Reason = "Hệ thống tính lại";

    public async Task<Outcome<RecordedFigures>> HandleAsync(ComputeFigures command, CancellationToken cancel)
    {
        var series = await database.Set<Series>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == command.SeriesId, cancel);
        if (series is null)
        {
            return new Outcome<RecordedFigures>.NotFound();
        }

        var changes = (await computer.WorkOutAsync(series, command.IsAsked, cancel)).Where(one => one.IsChange).ToList();
        return changes.Count == 0
            ? new RecordedFigures(0, [])
            : await record.HandleAsync(new RecordFigures(command.EntryId, FigureSource.Computed,
                [.. changes.Select(one => new FigureInput(series.Id, one.Period.Start, one.Figure, one.Kept?.Number))])
            {
                Origin = series.MeasureCode,
                Reason = Reason,
                HasChecked = true,
            }, cancel);
    }
}
