using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;

namespace NamRo.Kernel.Jobs;

/// <summary>Keeps the queue small, nightly: what has ended well is forgotten after a month; what failed stays for a person.</summary>
internal sealed record SweepJobs
{
    public const string Kind = "kernel.sweep_jobs";
}

internal sealed class SweepJobsJob(AppDb database, CurrentWard ward, WardClock clock) : IJob<SweepJobs>
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public Task RunAsync(SweepJobs payload, JobRun run, CancellationToken cancel)
    {
        var before = clock.Now - Kept;
        return database.Database.ExecuteSqlAsync(
            $"delete from kernel.job where ward_id = {ward.Id} and created_at < {before} and state in ('done', 'cancelled')", cancel);
    }
}
