using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Files;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Tenancy;

namespace NamRo.Kernel.Sheets;

/// <summary>
/// The steps that all imports share. The uploaded file is kept, so that the plan which is carried out is made from the same bytes as the
/// one that was shown, and so that it can be told later what an import contained.
/// </summary>
public sealed class ImportDesk(AppDb database, FileStore files, EventLog events, CurrentUser user)
{
    /// <summary>Largest file.</summary>
    public const long MostBytes = 20L * 1024 * 1024;

    private const string Savepoint = "import";

    private static readonly FileRules Rules = new(MostBytes, [MediaTypes.Excel, MediaTypes.OldOffice, MediaTypes.Text]);

    /// <summary>Keeps an uploaded file and gives its key.</summary>
    public async Task<Outcome<Guid>> KeepAsync(Stream content, string name, CancellationToken cancel)
    {
        switch (await files.AddAsync(content, name, Rules, cancel))
        {
            case Outcome<StoredFile>.Done kept:
                await database.SaveChangesAsync(cancel);
                return kept.Value.Id;
            case Outcome<StoredFile>.Refused refused:
                return refused.Refusal;
            default:
                return new Outcome<Guid>.NotFound();
        }
    }

    /// <summary>Reads a kept file. Only the person who uploaded it may.</summary>
    public async Task<Outcome<SheetContent>> ReadAsync(Guid file, IReadOnlyList<SheetColumn> columns, SheetLimits? limits,
        CancellationToken cancel)
    {
        var kept = await files.FindAsync(file, cancel);
        if (kept is null || kept.CreatedBy != user.Id)
        {
            return new Outcome<SheetContent>.NotFound();
        }

        await using var content = files.Open(kept);
        return SheetReader.Read(content, columns, limits, cancel);
    }

    /// <summary>
    /// Carries out every row that does something, or nothing. Must run in a transaction. Errors: what a handler refused; then nothing was
    /// written.
    /// </summary>
    public async Task<IReadOnlyList<RowError>> CarryOutAsync<T>(Guid file, ImportPlan<T> plan,
        Func<PlannedRow<T>, CancellationToken, Task<Refusal?>> carryOut, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(carryOut);
        if (!plan.IsClean || !plan.Effective.Any())
        {
            return plan.Errors;
        }

        var transaction = database.Database.CurrentTransaction ?? throw new InvalidOperationException("An import needs a transaction.");
        await transaction.CreateSavepointAsync(Savepoint, cancel);
        foreach (var row in plan.Effective)
        {
            if (await carryOut(row, cancel) is { } refusal)
            {
                await transaction.RollbackToSavepointAsync(Savepoint, cancel);
                database.ChangeTracker.Clear();
                return [new RowError(row.Row, null, refusal.Message)];
            }
        }

        var kept = await files.FindAsync(file, cancel);
        events.Record(new SheetImported(new EventSubject(nameof(StoredFile), file, kept?.Name ?? ""), plan.Count(RowChange.New),
            plan.Count(RowChange.Changed), plan.Count(RowChange.Same)));
        await database.SaveChangesAsync(cancel);
        return [];
    }
}

/// <summary>A spreadsheet was carried out.</summary>
[EventTitle("Nhập từ bảng tính")]
public sealed record SheetImported(EventSubject Subject, int Added, int Changed, int Same) : WardEvent(Subject);
