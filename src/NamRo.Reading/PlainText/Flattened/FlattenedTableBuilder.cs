namespace NamRo.Reading.PlainText.Flattened;

/// <summary>Divides all rows twice: first by words alone, then also by the column widths that the first division showed.</summary>
internal sealed class FlattenedTableBuilder(IReadOnlyList<TableColumn> columns, IReadOnlyList<FlatRow> rows, CancellationToken cancel)
{
    private const double SureCell = 0.85;
    private const double PlainCell = 0.7;
    private const double DoubtfulCell = 0.45;
    private readonly IReadOnlyList<TableColumn> cells = [.. columns.Skip(1)];

    public Table Build()
    {
        var atoms = rows.Select(row => Atom.Of(row.Lines)).ToList();
        var unknown = new int[cells.Count];
        var widths = Widths([.. atoms.Select((pieces, i) => Divide(i, pieces, unknown))], atoms);
        var laid = new List<TableRow> { new([.. columns.Select((column, i) => new Cell(column.Title, i) { Confidence = SureCell })]) };
        laid.AddRange(atoms.Select((pieces, i) => Lay(rows[i], Divide(i, pieces, widths))));
        return new Table(laid)
        {
            ColumnCount = columns.Count,
            HeaderRowCount = 1,
            Source = SourceKind.FlattenedText,
            Confidence = laid.SelectMany(row => row.Cells).Average(cell => cell.Confidence),
        };
    }

    /// <summary>The row's cells; null for the title of a group, which fills the whole row.</summary>
    private string[]? Divide(int row, List<Atom> pieces, int[] widths)
    {
        cancel.ThrowIfCancellationRequested();
        var divided = new RowSegmenter(cells, widths).Divide(pieces).Cells;
        return rows[row].Number.IsGroup && !HasAssignment(divided) ? null : divided;
    }

    /// <summary>A row that begins with a group's number may still be a task: then it names a unit and a time.</summary>
    private bool HasAssignment(string[] divided) => cells.Select((column, i) => column.Kind switch
    {
        ColumnKind.LeadUnit => CellWords.StartsUnit(divided[i]) || CellWords.StartsPerson(divided[i]),
        ColumnKind.Deadline => CellWords.StartsDeadline(divided[i]),
        ColumnKind.Value => CellWords.StartsValue(divided[i]),
        _ => false,
    }).Count(found => found) >= Math.Min(
        2, cells.Count(column => column.Kind is ColumnKind.LeadUnit or ColumnKind.Deadline or ColumnKind.Value));

    /// <summary>The width of each column in characters: what its wider lines reach.</summary>
    private int[] Widths(List<string[]?> divided, List<List<Atom>> atoms)
    {
        var widths = new int[cells.Count];
        for (var column = 0; column < cells.Count; column++)
        {
            var lengths = new List<int>();
            for (var row = 0; row < divided.Count; row++)
            {
                if (divided[row] is { } texts && texts[column].Length > 0)
                {
                    lengths.AddRange(
                        atoms[row]
                            .Where(atom =>
                                texts[column].Contains(atom.Text, StringComparison.Ordinal) && atom.Text.Length < texts[column].Length)
                                    .Select(atom => atom.Text.Length));
                }
            }

            lengths.Sort();
            widths[column] = lengths.Count < 4 ? 0 : lengths[(int)((lengths.Count - 1) * 0.9)];
        }

        return widths;
    }

    private TableRow Lay(FlatRow row, string[]? divided)
    {
        if (divided is null)
        {
            var title = row.Lines.Aggregate(string.Empty, (text, line) => CellText.Join(text, TextJoin.Fold(line.Text)));
            return row.Number.IsWrittenInTitle
                ? new TableRow([new Cell(row.Number.Written + " " + title, 0) { ColumnSpan = columns.Count, Confidence = SureCell }])
                : new TableRow(
                    [new Cell(row.Number.Written, 0) { Confidence = SureCell },
                        new Cell(title, 1) { ColumnSpan = cells.Count, Confidence = SureCell }]);
        }

        var texts = divided.Select((text, i) => new Cell(text, i + 1) { Confidence = Confidence(cells[i].Kind, text) });
        return new TableRow([new Cell(row.Number.Written, 0) { Confidence = SureCell }, .. texts]);
    }

    private static double Confidence(ColumnKind kind, string text) =>
        text.Length == 0 ? PlainCell
        : CellScore.Of(kind, CellOpening.Of(text), text, 0) switch
        {
            _ when CellWords.IsOpenEnded(text) => DoubtfulCell,
            >= 3 => SureCell,
            >= 0 => PlainCell,
            _ => DoubtfulCell,
        };
}
