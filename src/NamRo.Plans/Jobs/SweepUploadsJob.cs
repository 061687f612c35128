using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Files;
using NamRo.Kernel.Jobs;
using NamRo.Kernel.Time;
using NamRo.Plans.Domain;

namespace NamRo.Plans.Jobs;

/// <summary>Nightly: forgets files that stopped on their way, and what is left of those that arrived.</summary>
internal sealed record SweepUploads
{
    public const string Kind = "plans.sweep_uploads";
}

internal sealed class SweepUploadsJob(AppDb database, PartialFiles parts, WardClock clock) : IJob<SweepUploads>
{
    public async Task RunAsync(SweepUploads payload, JobRun run, CancellationToken cancel)
    {
        var before = clock.Now - PartialUpload.Kept;
        await database.Set<PartialUpload>().Where(row => row.TouchedAt < before).ExecuteDeleteAsync(cancel);
        var kept = await database.Set<PartialUpload>().Where(row => row.PlanId == null).Select(row => row.Id).ToHashSetAsync(cancel);
        foreach (var file in parts.List().Where(file => !kept.Contains(file)))
        {
            parts.Delete(file);
        }
    }
}
