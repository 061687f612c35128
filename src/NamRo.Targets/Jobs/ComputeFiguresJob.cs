using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Jobs;
using NamRo.Kernel.Time;
using NamRo.Targets.Domain;

namespace NamRo.Targets.Jobs;

/// <summary>Some period may have ended yesterday.</summary>
internal sealed record ComputeEndedPeriods
{
    public const string Kind = "targets.compute_figures";
}

internal sealed class ComputeFiguresJob(AppDb database, ComputeFiguresHandler handler, WardClock clock) : IJob<ComputeEndedPeriods>
{
    public async Task RunAsync(ComputeEndedPeriods payload, JobRun run, CancellationToken cancel)
    {
        var series = await database.Set<Series>().AsNoTracking().Where(row => row.MeasureCode != null && row.EndedOn == null)
            .OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(cancel);
        foreach (var id in series)
        {
            await handler.HandleAsync(new ComputeFigures(Guid.CreateVersion7(clock.Now), id, IsAsked: false), cancel);
        }
    }
}
