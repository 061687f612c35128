using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Files;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Sheets;
using NamRo.Kernel.Time;
using NamRo.Plans.Contracts;
using NamRo.Plans.Domain;
using NamRo.Plans.Review;

namespace NamRo.Plans;

/// <param name="StepId">Made when the preview is shown: importing twice is once.</param>
internal sealed record ImportRows(Guid PlanId, Guid FileId, Guid StepId);

/// <summary>Keeps a sheet that was uploaded for its preview.</summary>
internal sealed record KeepSheet(Guid PlanId, Stream Content, string FileName);

/// <summary>Writes a sheet's rows into a plan under review: all, or none while one has an error. It can be undone as one step.</summary>
internal sealed class ImportRowsHandler(AppDb database, FileStore files, RowImport import, ReviewJournal journal, EventLog events,
    WardClock clock)
{
    private static readonly FileRules SheetRules =
        new(new SheetLimits().MostBytes, [MediaTypes.Excel, MediaTypes.OldOffice, MediaTypes.Text]);

    public async Task<Outcome<StoredFile>> HandleAsync(KeepSheet command, CancellationToken cancel)
    {
        var opened = await journal.OpenAsync(command.PlanId, cancel);
        if (opened is not Outcome<PlanDocument>.Done { Value: var plan })
        {
            return opened is Outcome<PlanDocument>.Refused refused ? refused.Refusal : new Outcome<StoredFile>.NotFound();
        }

        var stored = await files.AddAsync(command.Content, command.FileName, SheetRules, cancel);
        if (stored is Outcome<StoredFile>.Done)
        {
            events.Record(new PlanSheetUploaded(plan.AsSubject));
            await database.SaveChangesAsync(cancel);
        }

        return stored;
    }

    public async Task<Outcome> HandleAsync(ImportRows command, CancellationToken cancel)
    {
        var plan = await database.Set<PlanDocument>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == command.PlanId, cancel);
        var file = await files.FindAsync(command.FileId, cancel);
        if (plan is null || file is null)
        {
            return Outcome.Missing;
        }

        return await journal.StepAsync(command.PlanId, command.StepId, StepKind.Import, async () =>
            await import.ReadAsync(plan, file, cancel) switch
            {
                Outcome<ImportPlan<ImportedRow>>.Done { Value: { IsClean: true } rows } => await WriteAsync(plan.Id, rows, cancel),
                Outcome<ImportPlan<ImportedRow>>.Refused refused => refused.Refusal,
                _ => PlanRefusals.SheetHasErrors,
            }, cancel);
    }

    private async Task<Refusal?> WriteAsync(Guid plan, ImportPlan<ImportedRow> rows, CancellationToken cancel)
    {
        var last = new Dictionary<RowKind, int>();
        foreach (var (row, content, state) in rows.Effective.Select(planned => planned.Value))
        {
            var target = row;
            if (target is null)
            {
                var kind = content is TaskContent ? RowKind.Task : RowKind.Target;
                var position = last.TryGetValue(kind, out var at)
                    ? at + PlanRow.Gap
                    : await RowPlaces.LastAsync(database, plan, kind, cancel);
                last[kind] = position;
                target = PlanRow.Make(Guid.CreateVersion7(clock.Now), plan, content, position, []);
                journal.Add(target);
            }
            else
            {
                journal.Touch(target, changesContent: true);
                target.Edit(content);
            }

            if (state == RowState.Accepted)
            {
                target.Accept(journal.User, journal.Now);
            }
            else if (state == RowState.Rejected)
            {
                target.Reject(journal.User, journal.Now);
            }
        }

        return null;
    }
}
