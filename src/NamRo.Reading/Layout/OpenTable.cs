using NamRo.Reading.PlainText;

namespace NamRo.Reading.Layout;

/// <summary>
/// A table that parts on the following pages may continue: repeated headers are dropped, rows cut by a page end are joined cell by cell.
/// </summary>
internal sealed class OpenTable
{
    private const double EdgeTolerance = 8;
    private const double NearbyDistance = 16;
    private const int MostHeaderRows = 4;
    private const int LongestNumber = 8;
    private const double NumberedShare = 0.6;
    private const double UnnumberedShare = 0.15;

    private readonly List<JoinedRow> rows = [];
    private readonly List<TableFragment> fragments = [];
    private IReadOnlyList<double> edges;
    private int headerRows;

    public OpenTable(TableFragment first)
    {
        edges = first.ColumnEdges;
        fragments.Add(first);
        rows.AddRange(first.Rows.Select(row => new JoinedRow(row, first.Page)));
        headerRows = BoldHeaderRows(first);
    }

    public TableFragment Last => fragments[^1];

    /// <summary>
    /// Whether the part, with no text between, belongs to this table: its columns are the same, or some of them (a part may hold merged
    /// rows only).
    /// </summary>
    public bool IsContinuedBy(TableFragment part)
    {
        var isNear = part.Page == Last.Page ? part.Box.Top - Last.Box.Bottom < NearbyDistance : part.Page == Last.Page + 1;
        return isNear && IsNear(edges[0], part.ColumnEdges[0]) && IsNear(edges[^1], part.ColumnEdges[^1])
            && (HoldsAll(edges, part.ColumnEdges) || HoldsAll(part.ColumnEdges, edges));
    }

    public void Continue(TableFragment part)
    {
        AdoptColumns(part);
        var fresh = part.Rows.Select(row => OnColumns(row, part.ColumnEdges)).ToList();
        var repeated = RepeatedHeaderRows(fresh);
        headerRows = Math.Max(headerRows, repeated);
        fresh.RemoveRange(0, repeated);
        if (fresh.Count > 0 && part.Page != Last.Page)
        {
            JoinFirst(fresh, part.Page);
        }

        rows.AddRange(fresh.Select(row => new JoinedRow(row, part.Page)));
        fragments.Add(part);
    }

    public Table Close() => new([.. rows.Select(row => row.ToRow())])
    {
        Page = fragments[0].Page,
        Places = [.. fragments.Select(fragment => new Place(fragment.Page, fragment.Box))],
        ColumnCount = edges.Count - 1,
        HeaderRowCount = Math.Min(headerRows, rows.Count),
        WordsInNoCell = fragments.Sum(fragment => fragment.WordsInNoCell),
        Source = fragments[0].Source,
        Confidence = rows.Count == 0 ? 1 : rows.Average(row => row.Confidence),
    };

    /// <summary>A first row in bold type whose cells are not one title over all columns.</summary>
    private static int BoldHeaderRows(TableFragment first)
    {
        var count = 0;
        while (count < Math.Min(MostHeaderRows, first.Rows.Count - 1) && IsBoldHeader(first.Rows[count], count))
        {
            count++;
        }

        return count;
    }

    private static bool IsBoldHeader(FragmentRow row, int above)
    {
        var filled = row.Cells.Where(cell => !cell.IsEmpty).ToList();
        return filled.All(cell => cell.IsBold)
            && (above == 0 ? filled.Count > 1 && filled.Count * 2 > row.Cells.Count : row.Cells.Any(cell => cell.IsMergedFromAbove));
    }

    /// <summary>The header as first written stands again at the start of the part.</summary>
    private int RepeatedHeaderRows(List<FragmentRow> fresh)
    {
        var count = 0;
        while (count < Math.Min(MostHeaderRows, Math.Min(fresh.Count, rows.Count)) && rows[count].Row.HasSameTexts(fresh[count]))
        {
            count++;
        }

        return count;
    }

    private void JoinFirst(List<FragmentRow> fresh, int page)
    {
        var last = rows[^1];
        if (IsRestOf(last.Row, fresh[0]))
        {
            last.Join(fresh[0], page);
            fresh.RemoveAt(0);
        }
        else
        {
            CarryMergedCells(last.Row, fresh);
        }
    }

    /// <summary>Whether a row cut by the page end goes on in the next one.</summary>
    private bool IsRestOf(FragmentRow last, FragmentRow next)
    {
        if (!last.IsShapedLike(next) || rows.Count <= headerRows)
        {
            return false;
        }

        if (last.Cells.Count == 1)
        {
            return LineSigns.StartsLower(next.Cells[0].Text)
                || !LineSigns.EndsFinal(last.Cells[0].Text) && !LineSigns.StartsItem(next.Cells[0].Text);
        }

        var hasNumber = !last.Cells[0].IsEmpty;
        var nextHasNumber = !next.Cells[0].IsEmpty;
        if (IsNumbered())
        {
            return hasNumber != nextHasNumber ? !HasRowsWithoutNumber() || LongestGoesOn(last, next) : !hasNumber && GoesOn(last, next);
        }

        return hasNumber && !nextHasNumber || GoesOn(last, next);
    }

    /// <summary>Every filled cell of the next row begins in small letters, after a cell that closes no sentence.</summary>
    private static bool GoesOn(FragmentRow last, FragmentRow next) =>
        last.Cells.Zip(next.Cells).All(pair =>
            pair.Second.IsEmpty
                || (LineSigns.StartsLower(pair.Second.Text) && !pair.First.IsEmpty && !LineSigns.EndsFinal(pair.First.Text)));

    /// <summary>Where rows without a number are usual, only the longest text tells whether it goes on.</summary>
    private static bool LongestGoesOn(FragmentRow last, FragmentRow next)
    {
        var (text, rest) = last.Cells.Zip(next.Cells).MaxBy(pair => pair.Second.Text.Length);
        return LineSigns.StartsLower(rest.Text) || (!text.IsEmpty && !LineSigns.EndsFinal(text.Text) && !LineSigns.StartsItem(rest.Text));
    }

    private bool HasRowsWithoutNumber()
    {
        var body = rows.Skip(headerRows).Where(row => row.Row.Cells.Count > 1).ToList();
        return body.Count(row => row.Row.Cells[0].IsEmpty) > UnnumberedShare * body.Count;
    }

    /// <summary>Whether the first column holds numbers of rows.</summary>
    private bool IsNumbered()
    {
        var body = rows.Skip(headerRows).Where(row => row.Row.Cells.Count > 1).ToList();
        return body.Count(row => row.Row.Cells[0].Text.Length is > 0 and <= LongestNumber) >= NumberedShare * body.Count;
    }

    /// <summary>A cell over several rows goes on after the page end, where its text is not written again.</summary>
    private static void CarryMergedCells(FragmentRow last, List<FragmentRow> fresh)
    {
        foreach (var above in last.Cells.Where(cell => !cell.IsEmpty && cell.Column > 0))
        {
            for (var i = 0; i < fresh.Count; i++)
            {
                var cells = fresh[i].Cells;
                var at = cells.ToList().FindIndex(cell => cell.Column == above.Column && cell.ColumnSpan == above.ColumnSpan);
                if (at < 0 || !cells[at].IsEmpty || !(above.SpansRows || cells[at].SpansRows) || (i > 0 && !cells[at].IsMergedFromAbove))
                {
                    break;
                }

                var carried = cells[at] with { Text = above.Text, IsMergedFromAbove = true, Confidence = above.Confidence };
                fresh[i] = new FragmentRow([.. cells.Select((cell, index) => index == at ? carried : cell)]);
            }
        }
    }

    /// <summary>Takes over the finer columns when an earlier part showed only merged ones.</summary>
    private void AdoptColumns(TableFragment part)
    {
        if (part.ColumnEdges.Count <= edges.Count)
        {
            return;
        }

        foreach (var row in rows)
        {
            row.Row = OnColumns(row.Row, edges, part.ColumnEdges);
        }

        edges = part.ColumnEdges;
    }

    private FragmentRow OnColumns(FragmentRow row, IReadOnlyList<double> from) =>
        from.Count == edges.Count ? row : OnColumns(row, from, edges);

    private static FragmentRow OnColumns(FragmentRow row, IReadOnlyList<double> from, IReadOnlyList<double> to) =>
        new([.. row.Cells.Select(cell =>
        {
            var first = Nearest(to, from[cell.Column]);
            var end = Nearest(to, from[cell.Column + cell.ColumnSpan]);
            return cell with { Column = first, ColumnSpan = Math.Max(1, end - first) };
        })]);

    private static int Nearest(IReadOnlyList<double> edges, double position) =>
        Enumerable.Range(0, edges.Count).MinBy(i => Math.Abs(edges[i] - position));

    private static bool HoldsAll(IReadOnlyList<double> edges, IReadOnlyList<double> others) =>
        others.All(other => edges.Any(edge => IsNear(edge, other)));

    private static bool IsNear(double one, double other) => Math.Abs(one - other) < EdgeTolerance;
}
