using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Plans.Domain;

namespace NamRo.Plans.Review;

/// <summary>A row as the order of a list needs it.</summary>
internal sealed record RowEntry(Guid Id, int Position, RowState State, bool IsDoubtful, int DoubtCount);

/// <summary>A list of the review: the tasks of tables and blocks, the targets, or what running text assigns.</summary>
internal sealed record RowList(RowKind Kind, bool IsNarrative);

/// <summary>How far a review is.</summary>
/// <param name="Narrative">Tasks assigned in running text.</param>
/// <param name="Certain">Open rows of the list in view without doubts.</param>
/// <param name="Open">Open rows of the list in view.</param>
internal sealed record ReviewCounts(int Tasks, int Targets, int Narrative, int Decided, int OpenFindings, int Certain, int Open)
{
    public int Total => Tasks + Targets + Narrative;
}

/// <summary>The rows round the one that a reviewer looks at, in the order they go through them.</summary>
/// <param name="Rows">A window of the list.</param>
/// <param name="Current">Null: there are no rows.</param>
/// <param name="Before">A row of the window before, if there is one.</param>
/// <param name="After">A row of the window behind.</param>
internal sealed record ReviewWindow(IReadOnlyList<PlanRow> Rows, Guid? Current, Guid? Before, Guid? After, int At, int Count);

/// <summary>A finding, and what has been decided about it.</summary>
internal sealed record FindingView(DraftFinding Finding, FindingDecision? Decision);

/// <summary>What the review screen shows.</summary>
internal sealed class ReviewDesk(AppDb database)
{
    public const int WindowSize = 30;

    /// <summary>A document with more is read wrongly as a whole.</summary>
    private const int MostFindings = 500;

    public async Task<ReviewCounts> CountAsync(Guid plan, RowList list, CancellationToken cancel)
    {
        var rows = await database.Set<PlanRow>().Where(row => row.PlanId == plan && row.State != RowState.Replaced)
            .GroupBy(row => new
            {
                row.Kind,
                row.IsNarrative,
                IsOpen = row.State == RowState.Pending,
                HasDoubts = row.DoubtCount > 0 || row.NewerRead != null,
            })
            .Select(group => new { group.Key.Kind, group.Key.IsNarrative, group.Key.IsOpen, group.Key.HasDoubts, Count = group.Count() })
            .ToListAsync(cancel);
        var decided = database.Set<FindingDecision>().Where(decision => decision.PlanId == plan);
        var findings = await database.Set<DraftFinding>().Where(finding => finding.PlanId == plan
            && !decided.Any(decision => decision.Key == finding.Key)).Select(finding => finding.Key).Distinct().CountAsync(cancel);
        var open = rows.Where(row => row.Kind == list.Kind && row.IsNarrative == list.IsNarrative && row.IsOpen).ToList();
        return new ReviewCounts(
            rows.Where(row => row.Kind == RowKind.Task && !row.IsNarrative).Sum(row => row.Count),
            rows.Where(row => row.Kind == RowKind.Target).Sum(row => row.Count),
            rows.Where(row => row.IsNarrative).Sum(row => row.Count),
            rows.Where(row => !row.IsOpen).Sum(row => row.Count),
            findings,
            open.Where(row => !row.HasDoubts).Sum(row => row.Count),
            open.Sum(row => row.Count));
    }

    /// <summary>The rows in the order of the review: doubtful ones first, or as in the document.</summary>
    public async Task<IReadOnlyList<RowEntry>> OrderAsync(Guid plan, RowList list, bool isByDocument, CancellationToken cancel)
    {
        var entries = await database.Set<PlanRow>().Where(row => row.PlanId == plan && row.Kind == list.Kind
                && row.IsNarrative == list.IsNarrative && row.State != RowState.Replaced)
            .OrderBy(row => row.Position).ThenBy(row => row.Id)
            .Select(row => new RowEntry(row.Id, row.Position, row.State, row.IsDoubtful, row.DoubtCount)).ToListAsync(cancel);
        return isByDocument ? entries : [.. entries.OrderBy(entry => !entry.IsDoubtful)];
    }

    /// <summary>The window that holds a row; without one, the first row that is still open.</summary>
    public async Task<ReviewWindow> WindowAsync(IReadOnlyList<RowEntry> order, Guid? wanted, CancellationToken cancel)
    {
        if (order.Count == 0)
        {
            return new ReviewWindow([], null, null, null, 0, 0);
        }

        var at = Math.Max(0, IndexOf(order, wanted) ?? FirstOpen(order));
        var first = at / WindowSize * WindowSize;
        var ids = order.Skip(first).Take(WindowSize).Select(entry => entry.Id).ToList();
        var rows = await database.Set<PlanRow>().AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        return new ReviewWindow([.. ids.Select(id => rows[id])], order[at].Id, first > 0 ? order[first - 1].Id : null,
            first + WindowSize < order.Count ? order[first + WindowSize].Id : null, at, order.Count);
    }

    /// <summary>The findings: open ones first, grave ones first.</summary>
    public async Task<IReadOnlyList<FindingView>> FindingsAsync(Guid plan, CancellationToken cancel)
    {
        var findings = await database.Set<DraftFinding>().AsNoTracking().Where(row => row.PlanId == plan).OrderBy(row => row.Ordinal)
            .Take(MostFindings).ToListAsync(cancel);
        var decisions = await database.Set<FindingDecision>().AsNoTracking().Where(row => row.PlanId == plan)
            .ToDictionaryAsync(row => row.Key, cancel);
        return [.. findings.DistinctBy(finding => finding.Key)
            .Select(finding => new FindingView(finding, decisions.GetValueOrDefault(finding.Key)))
            .OrderBy(view => view.Decision is not null).ThenByDescending(view => view.Finding.Severity)];
    }

    /// <summary>The next open row behind one, from the top again at the end; null when none is open.</summary>
    public static Guid? NextOpen(IReadOnlyList<RowEntry> order, Guid? after)
    {
        var at = IndexOf(order, after) ?? -1;
        return order.Skip(at + 1).Concat(order.Take(at + 1)).FirstOrDefault(entry => entry.State == RowState.Pending)?.Id;
    }

    private static int? IndexOf(IReadOnlyList<RowEntry> order, Guid? id)
    {
        for (var at = 0; at < order.Count && id is not null; at++)
        {
            if (order[at].Id == id)
            {
                return at;
            }
        }

        return null;
    }

    private static int FirstOpen(IReadOnlyList<RowEntry> order)
    {
        for (var at = 0; at < order.Count; at++)
        {
            if (order[at].State == RowState.Pending)
            {
                return at;
            }
        }

        return 0;
    }
}
