using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Files;
using NamRo.Kernel.Jobs;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Time;
using NamRo.Plans.Contracts;
using NamRo.Plans.Domain;
using NamRo.Plans.Jobs;

namespace NamRo.Plans;

/// <param name="Content">Seekable.</param>
internal sealed record UploadPlan(Stream Content, string FileName);

/// <summary>The plan that holds the file now.</summary>
/// <param name="IsDuplicate">The ward had the same file already; nothing was added.</param>
internal sealed record UploadedPlan(Guid Id, string Title, bool IsDuplicate);

/// <summary>Keeps a plan's file and queues its reading. The same bytes twice are one plan.</summary>
internal sealed class UploadPlanHandler(AppDb database, FileStore files, EventLog events, JobQueue queue, WardClock clock)
{
    public async Task<Outcome<UploadedPlan>> HandleAsync(UploadPlan command, CancellationToken cancel)
    {
        // Before anything is stored: of several files of one form, those that are new are kept and the others told.
        var hash = await SHA256.HashDataAsync(command.Content, cancel);
        command.Content.Position = 0;
        var earlier = await database.Set<PlanDocument>().AsNoTracking().SingleOrDefaultAsync(row => row.ContentHash == hash, cancel);
        if (earlier is not null)
        {
            return new UploadedPlan(earlier.Id, earlier.Title, IsDuplicate: true);
        }

        var stored = await files.AddAsync(command.Content, command.FileName, PlanFile.Rules, cancel);
        if (stored is not Outcome<StoredFile>.Done { Value: var file })
        {
            return ((Outcome<StoredFile>.Refused)stored).Refusal;
        }

        var id = Guid.CreateVersion7(clock.Now);
        var plan = PlanDocument.Upload(id, file, queue.Enqueue(new ReadPlan(id)));
        database.Add(plan);
        events.Record(new PlanUploaded(plan.AsSubject));
        await database.SaveChangesAsync(cancel);
        return new UploadedPlan(id, plan.Title, IsDuplicate: false);
    }
}
