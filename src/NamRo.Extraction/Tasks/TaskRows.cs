using NamRo.Reading;

namespace NamRo.Extraction;

/// <summary>One row as a reader of the table understands it: a group title or one task with its fields.</summary>
internal sealed class LogicalRow(TableRow row, TableColumns columns)
{
    private static readonly HashSet<string> Ticks = new(StringComparer.OrdinalIgnoreCase) { "x", "v", "✓", "✔", "√", "●", "•", "*", "+" };
    private readonly Dictionary<FieldRole, string> fields = [];

    public bool IsGroup { get; set; }

    public string Number { get; set; } = string.Empty;

    public string Text { get; set; } = string.Empty;

    public int Page => row.Page;

    public Span Span { get; private set; } = row.Span;

    public double Confidence { get; private set; } = row.Cells.Count == 0 ? 1 : row.Cells.Min(c => c.Confidence);

    /// <summary>The quarters or months of which the cell is ticked, as their columns are headed.</summary>
    public List<string> Ticked { get; } = [];

    public Dictionary<string, Span> Cells { get; } = new(StringComparer.Ordinal);

    public string? Field(FieldRole role) => fields.TryGetValue(role, out var text) && text.Trim().Length > 0 ? text : null;

    /// <summary>Takes the cells of a physical row: the first one, or one that continues it.</summary>
    public void Take(TableRow piece)
    {
        Span = new Span(Math.Min(Span.From, piece.Span.From), Math.Max(Span.To, piece.Span.To));
        foreach (var cell in piece.Cells)
        {
            if (cell.Text.Trim().Length == 0 || cell.Column >= columns.Roles.Count)
            {
                continue;
            }

            if (columns.PeriodOf(cell.Column) is { } period && Ticks.Contains(cell.Text.Trim()))
            {
                Ticked.Add(period);
                continue;
            }

            var role = columns.Roles[cell.Column];
            if (role is FieldRole.Number or FieldRole.Other)
            {
                continue;
            }

            if (role == FieldRole.Work)
            {
                Text = Text.Length == 0 ? cell.Text : Text + " " + cell.Text;
                continue;
            }

            Put(role, cell);
            Confidence = Math.Min(Confidence, cell.Confidence);
        }
    }

    /// <summary>A cell may itself hold labelled values ("Chủ trì: ...; Phối hợp: ..."); they go where their labels say.</summary>
    private void Put(FieldRole role, Cell cell)
    {
        var labelled = LabelledText.Split(cell.Text, cell.Span.From);
        if (labelled.Fields.Count > 0 && labelled.Lead.Length == 0 && labelled.Fields.All(f => f.Value.Length > 0))
        {
            foreach (var field in labelled.Fields)
            {
                Add(field.Role is FieldRole.Other or FieldRole.Work ? role : field.Role, field.Value, field.Span);
            }

            return;
        }

        Add(role, cell.Text, cell.Span);
    }

    private void Add(FieldRole role, string text, Span span)
    {
        fields[role] = fields.TryGetValue(role, out var before) ? before + "\n" + text : text;
        Cells.TryAdd(Name(role), span);
    }

    private static string Name(FieldRole role) => role switch
    {
        FieldRole.Leader => "leader",
        FieldRole.LeadUnit or FieldRole.LeadAndCoUnit => "lead_units",
        FieldRole.CoUnit => "co_units",
        FieldRole.Output => "output",
        FieldRole.Deadline => "deadline",
        _ => role.ToString(),
    };
}

/// <summary>Puts the physical rows of a task table together into logical ones.</summary>
internal sealed class TaskRows(Table table, TableColumns columns)
{
    private const int LongestGroupTitle = 220;
    private const int LongestNumber = 12;

    private static readonly FieldRole[] Duties =
        [FieldRole.Leader, FieldRole.LeadUnit, FieldRole.CoUnit, FieldRole.LeadAndCoUnit, FieldRole.Output, FieldRole.Deadline];

    public IEnumerable<LogicalRow> Logical()
    {
        LogicalRow? open = null;
        foreach (var row in table.Rows.Skip(columns.HeaderRowCount))
        {
            if (TableColumns.IsColumnNumbers(row) || TableColumns.SameHeader(row, columns.Headers)
                || row.Cells.All(c => c.Text.Trim().Length == 0))
            {
                continue;
            }

            if (open is { IsGroup: false } && Continues(row, open.Text))
            {
                open.Take(row);
                continue;
            }

            if (open is not null)
            {
                yield return open;
            }

            open = Start(row);
        }

        if (open is not null)
        {
            yield return open;
        }
    }

    private LogicalRow Start(TableRow row)
    {
        var title = GroupTitle(row);
        var logical = new LogicalRow(row, columns);
        if (title is not null)
        {
            var label = LabelOf(title.Value.Text);
            logical.IsGroup = true;
            logical.Number = title.Value.Number.Length > 0 ? title.Value.Number : label.Text;
            logical.Text = Quotes.Fold(title.Value.Number.Length > 0 ? title.Value.Text : title.Value.Text[label.Length..]);
            return logical;
        }

        logical.Take(row);
        logical.Number = NumberOf(row);
        if (logical.Number.Length == 0)
        {
            // No number column, or an empty one: the number may stand at the start of the text.
            var label = ItemLabel.Read(logical.Text);
            if (label.Kind is LabelKind.Arabic or LabelKind.Roman or LabelKind.LowerLetter or LabelKind.Dash or LabelKind.Plus)
            {
                logical.Number = label.Ordinal > 0 ? label.Text : string.Empty;
                logical.Text = logical.Text[label.Length..];
            }
        }

        return logical;
    }

    /// <summary>The number before a group's title; a roman one may have lost its stop.</summary>
    private static ItemLabel LabelOf(string title)
    {
        var label = ItemLabel.Read(title);
        var space = title.IndexOf(' ', StringComparison.Ordinal);
        var isRoman = label.Kind == LabelKind.None && space > 0 && space + 1 < title.Length && char.IsUpper(title[0])
            && char.IsUpper(title[space + 1]) && ItemLabel.Roman(title[..space]) > 0;
        return isRoman ? new ItemLabel(LabelKind.Roman, title[..space], 1, ItemLabel.Roman(title[..space]), space + 1) : label;
    }

    private string NumberOf(TableRow row)
    {
        var column = columns.Of(FieldRole.Number).FirstOrDefault(-1);
        var text = column < 0 ? string.Empty : TableColumns.CellAt(row, column)?.Text.Trim() ?? string.Empty;
        return text.Length <= LongestNumber ? text.Trim('.', ' ', ')', '/') : string.Empty;
    }

    /// <summary>"I. Chính quyền số" squeezed into the first column.</summary>
    private bool IsTitleInNumberColumn(TableRow row) => columns.Of(FieldRole.Number)
        .Any(column => TableColumns.CellAt(row, column) is { ColumnSpan: 1 } cell && cell.Text.Trim().Length > LongestNumber);

    /// <summary>A row that only names a group: one filled cell, or a number and a title, with every duty empty.</summary>
    private (string Number, string Text)? GroupTitle(TableRow row)
    {
        var filled = row.Cells.Where(c => c.Text.Trim().Length > 0).ToList();
        if (filled.Count == 1 && (filled[0].ColumnSpan > 1 || row.Cells.Count == 1))
        {
            return (string.Empty, filled[0].Text);
        }

        var duty = row.Cells
            .Any(c => c.Text.Trim().Length > 0 && c.ColumnSpan == 1 && c.Column < columns.Roles.Count
                && Duties.Contains(columns.Roles[c.Column]));
        if (duty)
        {
            return null;
        }

        var number = NumberOf(row);
        var work = filled
            .FirstOrDefault(c => c.Column < columns.Roles.Count && columns.Roles[c.Column] is FieldRole.Work or FieldRole.Indicator)
            ?? filled.FirstOrDefault(c => c.ColumnSpan > 1);
        if (work is null && filled.Count == 1)
        {
            work = filled[0];
            number = string.Empty;
        }

        return work is null ? null : (number, work.Text);
    }

    /// <summary>A row without a number that goes on where the row above broke off, or that only fills other cells.</summary>
    private bool Continues(TableRow row, string above)
    {
        if (!columns.Has(FieldRole.Number) || NumberOf(row).Length > 0 || IsTitleInNumberColumn(row)
            || row.Cells.Any(c => c.ColumnSpan > 1 && c.Text.Length > 0))
        {
            return false;
        }

        var work = columns.Of(FieldRole.Work).Select(c => TableColumns.CellAt(row, c)?.Text.Trim() ?? string.Empty).FirstOrDefault()
            ?? string.Empty;
        if (work.Length == 0 || char.IsLower(work[0]))
        {
            return true;
        }

        var label = ItemLabel.Read(work);
        var nextPart = label.Kind == LabelKind.Bracketed && above.Contains($"({label.Ordinal - 1})", StringComparison.Ordinal);
        var running = EndsSentence(work) || work.Length > LongestGroupTitle || work.Contains(';');
        return nextPart || (running && label.Kind == LabelKind.None && !above.TrimEnd().EndsWith('.'));
    }

    private static bool EndsSentence(string text) =>
        text.TrimEnd() is { Length: > 0 } trimmed && trimmed[^1] is '.' or ';' or ':' or '!' or '/';
}
