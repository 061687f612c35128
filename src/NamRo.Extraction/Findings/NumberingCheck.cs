using NamRo.Reading;

namespace NamRo.Extraction;

/// <summary>Skipped and repeated numbers, in the sections of the text and in the rows of tables.</summary>
internal static class NumberingCheck
{
    public static IEnumerable<Finding> InSections(OutlineNode root, DocumentReading reading)
    {
        foreach (var node in root.SelfAndDescendants())
        {
            OutlineNode? before = null;
            foreach (var child in node.Children.Where(c => c.Label.Ordinal > 0))
            {
                if (before is not null && before.Label.Kind == child.Label.Kind && before.Label.Depth == child.Label.Depth
                    && Compare("mục", before.Label, child.Label) is { } found)
                {
                    yield return found with { Source = Quotes.Of(reading, child.Span, child.Block?.Page ?? 1) };
                }

                before = child;
            }
        }
    }

    public static IEnumerable<Finding> InRows(IEnumerable<LogicalRow> rows, DocumentReading reading)
    {
        ItemLabel beforeRow = ItemLabel.None, beforeGroup = ItemLabel.None;
        foreach (var row in rows)
        {
            var label = row.Number.Length == 0 ? ItemLabel.None : ItemLabel.Read(row.Number + ".");
            if (label.Ordinal == 0)
            {
                continue;
            }

            var before = row.IsGroup ? beforeGroup : beforeRow;
            var restarted = !row.IsGroup && label.Ordinal == 1;
            if (!restarted && before.Kind == label.Kind && before.Depth == label.Depth
                && Compare(row.IsGroup ? "mục" : "dòng", before, label) is { } found)
            {
                yield return found with { Source = Quotes.Of(reading, row.Span, row.Page) };
            }

            if (row.IsGroup)
            {
                beforeGroup = label;
            }
            else
            {
                beforeRow = label;
            }
        }
    }

    private static Finding? Compare(string what, ItemLabel before, ItemLabel label)
    {
        var step = label.Ordinal - before.Ordinal;
        return step switch
        {
            0 when before.Text == label.Text => new Finding("numbering.repeated", Severity.Warning, $"Số {what} {label.Text} bị lặp lại"),
            > 1 => new Finding("numbering.skipped", Severity.Warning, $"Sau {what} {before.Text} là {what} {label.Text}"),
            _ => null,
        };
    }
}
