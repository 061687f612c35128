using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Jobs;
using NamRo.Kernel.Outcomes;
using NamRo.Plans.Contracts;
using NamRo.Plans.Domain;
using NamRo.Plans.Jobs;

namespace NamRo.Plans;

/// <summary>Reads a plan's file once more.</summary>
internal sealed record ReadAgain(Guid PlanId);

/// <summary>Stops the reading of a plan; the file stays and can be read again.</summary>
internal sealed record StopReading(Guid PlanId);

internal sealed class ReadAgainHandler(AppDb database, JobQueue queue, EventLog events)
{
    public async Task<Outcome> HandleAsync(ReadAgain command, CancellationToken cancel)
    {
        var plan = await database.Set<PlanDocument>().SingleOrDefaultAsync(row => row.Id == command.PlanId && row.FileId != null, cancel);
        if (plan is null)
        {
            return Outcome.Missing;
        }

        if (plan.State == PlanState.Published)
        {
            return PlanRefusals.Published;
        }

        // Two clicks are one reading: while one waits or runs, there is no other.
        if (plan.JobId is { } job && await queue.FindAsync(job, cancel) is { State: JobState.Queued or JobState.Running })
        {
            return Outcome.Success;
        }

        plan.ReadAgain(queue.Enqueue(new ReadPlan(plan.Id)));
        events.Record(new PlanReadAgain(plan.AsSubject));
        await database.SaveChangesAsync(cancel);
        return Outcome.Success;
    }

    public async Task<Outcome> HandleAsync(StopReading command, CancellationToken cancel)
    {
        var plan = await database.Set<PlanDocument>().SingleOrDefaultAsync(row => row.Id == command.PlanId, cancel);
        if (plan?.JobId is not { } job)
        {
            return Outcome.Missing;
        }

        if (await queue.CancelAsync(job, cancel))
        {
            events.Record(new PlanReadingStopped(plan.AsSubject));
            await database.SaveChangesAsync(cancel);
        }

        return Outcome.Success;
    }
}
