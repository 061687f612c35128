using NamRo.Reading;

namespace NamRo.Extraction;

/// <summary>Collects the targets of a plan from its objective sections and its indicator tables.</summary>
public static class TargetExtractor
{
    /// <summary>Targets in reading order.</summary>
    /// <param name="reading">What was read from the file.</param>
    /// <param name="outline">Its outline.</param>
    /// <param name="tables">Its tables whose columns are understood.</param>
    public static IReadOnlyList<TargetDraft> Extract(DocumentReading reading, OutlineNode outline, IReadOnlyList<PlanTable> tables)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(outline);
        ArgumentNullException.ThrowIfNull(tables);
        var indicators = tables.Where(t => t.Columns.HoldsTargets).ToList();
        var sections = new ObjectiveSections(outline, indicators.Count > 0);
        var fromItems = new ObjectiveTargets(reading);
        var fromTables = new TableTargets(reading);
        var targets = sections.Items.SelectMany(fromItems.Read).ToList();
        targets.AddRange(indicators.SelectMany(t => fromTables.Read(t, sections.At(t.Node))));
        return [.. targets.OrderBy(t => t.Source.Span.From)];
    }
}
