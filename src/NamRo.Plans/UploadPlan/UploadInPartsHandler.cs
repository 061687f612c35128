using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Files;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Plans.Domain;

namespace NamRo.Plans;

/// <param name="Modified">Milliseconds since 1970, as the browser tells it.</param>
internal sealed record BeginUpload(string FileName, long Size, long Modified);

/// <param name="Offset">Where in the file the part begins.</param>
internal sealed record TakePart(Guid UploadId, long Offset, ReadOnlyMemory<byte> Part);

/// <summary>How far a file is.</summary>
/// <param name="PartBytes">Largest part the server takes.</param>
/// <param name="Plan">Address of the plan once the file is whole.</param>
/// <param name="IsDuplicate">The ward had the same file already.</param>
internal sealed record UploadProgress(Guid Id, long Received, int PartBytes, string? Plan = null, bool IsDuplicate = false)
{
    public static UploadProgress Of(PartialUpload upload) => new(upload.Id, upload.Received, PartialUpload.PartBytes,
        upload.PlanId is { } plan ? $"/ke-hoach/{plan}" : null);
}

/// <summary>
/// Takes a plan's file in parts. What came stays, so that a cut line or a closed page costs at most one part; the last part makes the plan,
/// by the same rules as a file sent at once.
/// </summary>
internal sealed class UploadInPartsHandler(AppDb database, PartialFiles parts, UploadPlanHandler plans, CurrentUser user, WardClock clock)
{
    /// <summary>Begins, or goes on with the same file of the same person.</summary>
    public async Task<Outcome<UploadProgress>> HandleAsync(BeginUpload command, CancellationToken cancel)
    {
        var name = FileStore.CleanName(command.FileName);
        if (command.Size is <= 0 or > PlanFile.MaximumBytes)
        {
            return command.Size <= 0 ? PlanRefusals.EmptyFile : PlanRefusals.FileTooLarge;
        }

        var open = await Mine.Where(row => row.PlanId == null).ToListAsync(cancel);
        if (open.Find(row => row.FileName == name && row.Size == command.Size && row.Modified == command.Modified) is { } begun)
        {
            return UploadProgress.Of(begun);
        }

        if (open.Count >= PartialUpload.MostOfPerson)
        {
            return PlanRefusals.TooManyUploads;
        }

        var upload = PartialUpload.Begin(Guid.CreateVersion7(clock.Now), user.Id!.Value, name, command.Size, command.Modified, clock.Now);
        database.Add(upload);
        await database.SaveChangesAsync(cancel);
        return UploadProgress.Of(upload);
    }

    /// <summary>Null: the part does not begin where the file stands; the answer to the question how far it is tells where.</summary>
    public async Task<Outcome<UploadProgress?>> HandleAsync(TakePart command, CancellationToken cancel)
    {
        var upload = await FindAsync(command.UploadId, cancel);
        if (upload is null)
        {
            return new Outcome<UploadProgress?>.NotFound();
        }

        if (upload.PlanId is not null)
        {
            return UploadProgress.Of(upload);
        }

        if (command.Offset != upload.Received)
        {
            return (UploadProgress?)null;
        }

        if (command.Part.Length > Math.Min(PartialUpload.PartBytes, upload.Size - upload.Received))
        {
            return PlanRefusals.PartTooLarge;
        }

        if (!command.Part.IsEmpty)
        {
            await parts.WriteAsync(upload.Id, command.Offset, command.Part, cancel);
            upload.Take(command.Part.Length, clock.Now);
            await database.SaveChangesAsync(cancel);
        }

        return upload.IsWhole ? await FinishAsync(upload, cancel) : UploadProgress.Of(upload);
    }

    public async Task<UploadProgress?> ProgressAsync(Guid id, CancellationToken cancel) =>
        await FindAsync(id, cancel) is { } upload ? UploadProgress.Of(upload) : null;

    /// <summary>Gives a file up that is not whole.</summary>
    public async Task<Outcome> CancelAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { PlanId: null } upload)
        {
            return Outcome.Missing;
        }

        database.Remove(upload);
        await database.SaveChangesAsync(cancel);
        parts.Delete(id);
        return Outcome.Success;
    }

    /// <summary>The person's files that are on the way, the oldest first.</summary>
    public Task<List<PartialUpload>> OpenAsync(CancellationToken cancel) =>
        Mine.AsNoTracking().Where(row => row.PlanId == null).OrderBy(row => row.Id).ToListAsync(cancel);

    private IQueryable<PartialUpload> Mine => database.Set<PartialUpload>().Where(row => row.AccountId == user.Id);

    private Task<PartialUpload?> FindAsync(Guid id, CancellationToken cancel) => Mine.SingleOrDefaultAsync(row => row.Id == id, cancel);

    private async Task<Outcome<UploadProgress?>> FinishAsync(PartialUpload upload, CancellationToken cancel)
    {
        Outcome<UploadedPlan> outcome;
        await using (var content = parts.Open(upload.Id, upload.Size))
        {
            outcome = await plans.HandleAsync(new UploadPlan(content, upload.FileName), cancel);
        }

        if (outcome is Outcome<UploadedPlan>.Done { Value: var plan })
        {
            upload.Become(plan.Id);
            await database.SaveChangesAsync(cancel);
            parts.Delete(upload.Id);
            return UploadProgress.Of(upload) with { IsDuplicate = plan.IsDuplicate };
        }

        database.Remove(upload);
        await database.SaveChangesAsync(cancel);
        parts.Delete(upload.Id);
        return ((Outcome<UploadedPlan>.Refused)outcome).Refusal;
    }
}
