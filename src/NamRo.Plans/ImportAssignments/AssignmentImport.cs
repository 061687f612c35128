using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Sheets;
using NamRo.Kernel.Time;
using NamRo.Plans.Amending;
using NamRo.Plans.Comparing;
using NamRo.Plans.Domain;
using NamRo.Plans.Matching;
using NamRo.Work.Contracts;

using RowChange = NamRo.Kernel.Sheets.RowChange;

namespace NamRo.Plans;

/// <summary>A line with the tasks of the ward that may be the same, the likeliest first.</summary>
/// <param name="TaskId">The task that answers it already; null: it is new to the ward.</param>
internal sealed record MatchedLine(AssignedLine Line, IReadOnlyList<CoverageMatch> Matches, Guid? TaskId)
{
    /// <summary>From here on the likeliest is proposed; below, and above the matcher's threshold, a person chooses unaided.</summary>
    public const double Proposed = 0.6;

    /// <summary>What the preview proposes: a task, a new task, or (null) nothing.</summary>
    public string? Proposal => Matches switch
    {
        [] => AssignmentImport.NewTask,
        [{ Likeness: >= Proposed } best, ..] => best.Own.Key,
        _ => null,
    };
}

/// <summary>Understands the city's list against the ward's tasks; writes nothing.</summary>
internal sealed class AssignmentImport(AppDb database, ImportDesk desk, WardClock clock)
{
    public const string NewTask = "moi";

    private const int MostMatches = 4;

    /// <summary>More than a person decides one by one.</summary>
    private static readonly SheetLimits Limits = new() { MostRows = 500 };

    public async Task<Outcome<ImportPlan<MatchedLine>>> PlanAsync(Guid file, CancellationToken cancel)
    {
        var read = await desk.ReadAsync(file, AssignmentSheet.Columns, Limits, cancel);
        if (read is not Outcome<SheetContent>.Done { Value: var sheet })
        {
            return read is Outcome<SheetContent>.Refused refused ? refused.Refusal : new Outcome<ImportPlan<MatchedLine>>.NotFound();
        }

        var directory = await WardDirectory.LoadAsync(database, clock, cancel);
        var lines = sheet.Rows.ToDictionary(row => row.Number, row => AssignmentSheet.Read(row, directory, clock.Today.Year));
        var keys = lines.Values.OfType<AssignedLine>().Select(line => line.Key).Distinct().ToList();
        var known = await database.Set<CityAssignment>().AsNoTracking().Where(row => keys.Contains(row.Key))
            .ToDictionaryAsync(row => row.Key, row => row.TaskId, cancel);
        var matches = await MatchAsync([.. lines.Values.OfType<AssignedLine>().Where(line => !known.ContainsKey(line.Key))
            .DistinctBy(line => line.Key)], directory, cancel);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return sheet.Plan<MatchedLine>(row =>
        {
            if (lines[row.Number] is not { } line)
            {
                return null;
            }

            if (!seen.Add(line.Key))
            {
                row.Refuse(null, "lặp lại một dòng ở trên. Hãy bỏ bớt một dòng.");
                return null;
            }

            Guid? task = known.TryGetValue(line.Key, out var found) ? found : null;
            return new(row.Number, DiffWords.Short(line.Text), task is null ? RowChange.New : RowChange.Same, line.DocumentNumber ?? "",
                new MatchedLine(line, matches.GetValueOrDefault(line.Key) ?? [], task));
        });
    }

    /// <summary>By the matcher that finds how the city's plan is taken up.</summary>
    private async Task<Dictionary<string, IReadOnlyList<CoverageMatch>>> MatchAsync(IReadOnlyList<AssignedLine> lines,
        WardDirectory directory, CancellationToken cancel)
    {
        var tasks = await database.Set<TaskRow>().AsNoTracking()
            .Select(task => new { task.Id, task.Text, task.LeadUnitId, task.Output, task.DeadlineText }).ToListAsync(cancel);
        var own = tasks.ConvertAll(task => new ComparedRow(task.Id.ToString(), RowKind.Task, task.Text)
        {
            LeadUnits = directory.NameOf(task.LeadUnitId) is { } unit ? [unit] : [],
            Output = task.Output,
            DeadlineText = task.DeadlineText,
        });
        return PlanCoverage.Find([.. lines.Select(line => line.Compared(directory))], own)
            .ToDictionary(row => row.Upper.Key, row => (IReadOnlyList<CoverageMatch>)[.. row.Matches.Take(MostMatches)],
                StringComparer.Ordinal);
    }
}
