using Microsoft.EntityFrameworkCore;
using NamRo.Extraction;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Files;
using NamRo.Kernel.Jobs;
using NamRo.Kernel.Time;
using NamRo.Plans.Contracts;
using NamRo.Plans.Domain;
using NamRo.Plans.Learning;
using NamRo.Plans.Matching;
using NamRo.Reading;

namespace NamRo.Plans.Jobs;

internal sealed record ReadPlan(Guid PlanId);

/// <summary>
/// Reads a plan's file into a draft. It replaces its own rows in the job's one transaction, so that reading again leaves one draft.
/// </summary>
internal sealed class ReadPlanJob(AppDb database, FileStore files, EventLog events, RowsFromReading rows, WardWords words, WardClock clock)
    : IJob<ReadPlan>
{
    private static readonly TimeSpan ReportEvery = TimeSpan.FromSeconds(1);

    public async Task RunAsync(ReadPlan payload, JobRun run, CancellationToken cancel)
    {
        var plan = await database.Set<PlanDocument>().SingleAsync(row => row.Id == payload.PlanId, cancel);
        if (plan.State == PlanState.Published)
        {
            return;
        }

        var file = plan.FileId is { } fileId ? await files.FindAsync(fileId, cancel) : null;
        if (file is null)
        {
            throw new InvalidOperationException("The plan's file is not stored.");
        }

        await RemoveDraftAsync(plan.Id, cancel);
        try
        {
            using var copy = await TemporaryCopy.CreateAsync(files, file, cancel);
            var reading = await ReadAsync(copy.Path, run, cancel);
            await KeepAsync(plan, reading, PlanExtractor.Extract(reading, clock.Today, await words.HintsAsync(cancel)), cancel);
        }
        catch (ReadingException refused)
        {
            plan.FailReading(refused.Message, clock.Now);
            events.Record(new PlanReadingFailed(plan.AsSubject));
            await database.SaveChangesAsync(cancel);
        }
    }

    private static async Task<DocumentReading> ReadAsync(string path, JobRun run, CancellationToken cancel)
    {
        var (done, total) = (0, 0);
        var options = ReadingOptions.Default with
        {
            MaximumFileBytes = PlanFile.MaximumBytes,
            Progress = (pages, all) => (done, total) = (pages, all),
        };
        var reading = Task.Run(() => DocumentReader.Read(path, options, cancel), cancel);
        while (await Task.WhenAny(reading, Task.Delay(ReportEvery, cancel)) != reading)
        {
            if (total > 0)
            {
                await run.ReportAsync(100 * done / total, $"Đang đọc trang {done} trên {total}", cancel);
            }
        }

        return await reading;
    }

    private async Task RemoveDraftAsync(Guid plan, CancellationToken cancel)
    {
        await database.Set<PlanText>().Where(row => row.PlanId == plan).ExecuteDeleteAsync(cancel);
        await database.Set<PlanPage>().Where(row => row.PlanId == plan).ExecuteDeleteAsync(cancel);
        await database.Set<DraftTask>().Where(row => row.PlanId == plan).ExecuteDeleteAsync(cancel);
        await database.Set<DraftTarget>().Where(row => row.PlanId == plan).ExecuteDeleteAsync(cancel);
        await database.Set<DraftFinding>().Where(row => row.PlanId == plan).ExecuteDeleteAsync(cancel);
    }

    private async Task KeepAsync(PlanDocument plan, DocumentReading reading, PlanDraft draft, CancellationToken cancel)
    {
        plan.TakeDraft(draft, clock.Now);
        events.Record(new PlanRead(plan.AsSubject, plan.TaskCount, plan.TargetCount, plan.FindingCount));
        await database.SaveChangesAsync(cancel);

        var geometry = new SourceGeometry(reading);
        var tasks = draft.Tasks.Select((task, index) => DraftTask.Of(plan.Id, index + 1, task, geometry)).ToList();
        var targets = draft.Targets.Select((target, index) => DraftTarget.Of(plan.Id, index + 1, target, geometry)).ToList();

        // A second save, so that the log does not repeat the whole document.
        database.Add(new PlanText { PlanId = plan.Id, Content = reading.Text });
        database.AddRange(reading.Pages.Select(page =>
            new PlanPage { PlanId = plan.Id, Number = page.Number, Width = page.Width, Height = page.Height }));
        database.AddRange(tasks);
        database.AddRange(targets);
        database.AddRange(draft.Findings.Select((finding, index) => DraftFinding.Of(plan.Id, index + 1, finding, geometry)));
        await rows.TakeAsync(plan.Id, draft, tasks, targets, cancel);
        await database.SaveChangesAsync(cancel);
    }
}
