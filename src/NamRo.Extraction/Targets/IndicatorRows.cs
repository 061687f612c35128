using NamRo.Reading;

namespace NamRo.Extraction;

/// <summary>One row of an indicator table put together from its physical rows: a group title or one indicator.</summary>
/// <param name="Number">As written, without closing punctuation; empty when none.</param>
/// <param name="Text">The indicator's or the group's words.</param>
/// <param name="Cells">The text of each column.</param>
/// <param name="IsGroup">Nothing but a title.</param>
internal sealed record IndicatorRow(string Number, string Text, IReadOnlyDictionary<int, string> Cells, bool IsGroup, int Page, Span Span,
    double Confidence)
{
    public string Cell(int column) => Cells.GetValueOrDefault(column, string.Empty);
}

/// <summary>Puts the physical rows of an indicator table together: joins rows cut in two, tells group titles from indicators.</summary>
internal static class IndicatorRows
{
    private const int LongestNumber = 12;

    public static IReadOnlyList<IndicatorRow> Read(Table table, TableColumns columns)
    {
        var rows = new List<IndicatorRow>();
        foreach (var row in table.Rows.Skip(columns.HeaderRowCount))
        {
            if (TableColumns.IsColumnNumbers(row) || TableColumns.SameHeader(row, columns.Headers)
                || row.Cells.All(c => string.IsNullOrWhiteSpace(c.Text)))
            {
                continue;
            }

            var own = Single(row, columns);
            if (rows.Count > 0 && !own.IsGroup && Continues(own, rows[^1], columns))
            {
                rows[^1] = Join(rows[^1], own, columns);
            }
            else
            {
                rows.Add(own);
            }
        }

        return rows;
    }

    /// <summary>The column that names the indicators.</summary>
    public static int NameColumn(TableColumns columns) =>
        columns.Of(FieldRole.Indicator).Concat(columns.Of(FieldRole.Work)).FirstOrDefault(-1);

    private static IndicatorRow Single(TableRow row, TableColumns columns)
    {
        var cells = new Dictionary<int, string>();
        foreach (var cell in row.Cells.Where(c => !string.IsNullOrWhiteSpace(c.Text)))
        {
            cells[cell.Column] = cell.Text.Trim();
        }

        var numberColumn = columns.Of(FieldRole.Number).FirstOrDefault(-1);
        var nameColumn = NameColumn(columns);
        var number = cells.GetValueOrDefault(numberColumn, string.Empty).Trim('.', ' ', ')', '(', '*');
        var text = cells.GetValueOrDefault(nameColumn, string.Empty);
        var isWhole = cells.Count == 1
            && (text.Length == 0 || row.Cells.Count == 1 || row.Cells.Any(c => c.ColumnSpan > 1 && c.Text.Length > 0));
        if (isWhole)
        {
            text = cells.Values.First();
        }

        if (isWhole || number.Length == 0)
        {
            var label = ItemLabel.Read(text);
            if (label.Kind is not (LabelKind.None or LabelKind.Bullet or LabelKind.Dash or LabelKind.Plus))
            {
                number = label.Text;
                text = text[label.Length..];
            }
        }

        var isGroup = isWhole || !IsMeasured(cells, columns);
        var shortNumber = number.Length > LongestNumber ? string.Empty : number;
        return new IndicatorRow(shortNumber, text.Trim('*', ' '), cells, isGroup && text.Length > 0, row.Page, row.Span, Confidence(row));
    }

    private static bool IsMeasured(Dictionary<int, string> cells, TableColumns columns) =>
        cells.Keys.Any(c => c < columns.Roles.Count
            && columns.Roles[c] is FieldRole.TargetValue or FieldRole.Baseline or FieldRole.MeasureUnit);

    private static double Confidence(TableRow row) => row.Cells.Count == 0 ? 1 : row.Cells.Min(c => c.Confidence);

    /// <summary>A row without number, or without words: the rest of the row above, cut at a page end.</summary>
    private static bool Continues(IndicatorRow own, IndicatorRow above, TableColumns columns)
    {
        if (above.IsGroup || own.Number.Length > 0 || !columns.Has(FieldRole.Number))
        {
            return false;
        }

        return own.Text.Length == 0 || char.IsLower(own.Text[0]);
    }

    private static IndicatorRow Join(IndicatorRow above, IndicatorRow own, TableColumns columns)
    {
        var cells = new Dictionary<int, string>(above.Cells);
        foreach (var (column, text) in own.Cells)
        {
            var isName = column == NameColumn(columns);
            cells[column] = cells.TryGetValue(column, out var before) ? before + (isName ? " " : "\n") + text : text;
        }

        return above with
        {
            Text = own.Text.Length == 0 ? above.Text : above.Text + " " + own.Text,
            Cells = cells,
            Span = new Span(Math.Min(above.Span.From, own.Span.From), Math.Max(above.Span.To, own.Span.To)),
            Confidence = Math.Min(above.Confidence, own.Confidence),
        };
    }
}
