namespace NamRo.Reading.PlainText.Flattened;

/// <summary>
/// Divides the pieces of a row among the columns, left to right, so that the sum of scores is highest (dynamic programming over the ends
/// of cells).
/// A page end inside a row begins again at the first column: each page holds its part of every cell.
/// </summary>
internal sealed class RowSegmenter(IReadOnlyList<TableColumn> columns, IReadOnlyList<int> widths)
{
    private const double Never = double.NegativeInfinity;
    private const int MostShortCell = 400;
    private const int MostPageEnds = 3;
    private const double PageEndCost = 0.5;
    private const double OpenEndCost = 5;

    /// <summary>The cells' texts, and how many lines of the row each takes.</summary>
    internal sealed record Division(string[] Cells, int[] Lines, double Score);

    /// <summary>The best division of a row (without its number).</summary>
    public Division Divide(List<Atom> atoms)
    {
        var nothing = new Division([.. columns.Select(_ => string.Empty)], new int[columns.Count], 0);
        var best = DividePart(atoms, nothing, isCut: false);
        foreach (var page in Enumerable.Range(1, Math.Max(0, atoms.Count - 1)).Where(i => atoms[i].OpensPage).Take(MostPageEnds))
        {
            var first = DividePart(atoms[..page], nothing, isCut: true);
            var second = DividePart(atoms[page..], first, isCut: false);
            var score = first.Score + second.Score - PageEndCost;
            best = score > best.Score ? second with { Score = score } : best;
        }

        return best;
    }

    /// <param name="before">What the pages before hold of each cell; the score counts only what this part adds.</param>
    private Division DividePart(List<Atom> atoms, Division before, bool isCut)
    {
        var count = atoms.Count;
        var best = new double[columns.Count + 1, count + 1];
        var from = new int[columns.Count + 1, count + 1];
        for (var column = 0; column <= columns.Count; column++)
        {
            for (var end = column == 0 ? 1 : 0; end <= count; end++)
            {
                best[column, end] = Never;
            }
        }

        for (var column = 0; column < columns.Count; column++)
        {
            for (var start = 0; start <= count; start++)
            {
                if (best[column, start] > Never)
                {
                    Extend(column, start);
                }
            }
        }

        return Collect(atoms, from, before, best[columns.Count, count]);

        void Extend(int column, int start)
        {
            var kind = columns[column].Kind;
            var held = before.Cells[column];
            Offer(column, start, start, best[column, start] + Skip(kind, held, isCut));
            if (start == count)
            {
                return;
            }

            var draft = new CellDraft(kind, widths[column], held);
            var reached = best[
                column, start] + CellDraft.Opening(atoms[start], start == 0, held) + GoesOn(before, column) - (
                    held.Length > 0 ? draft.Suits() : 0);
            for (var end = start + 1; end <= count && (kind == ColumnKind.Text || draft.Text.Length < MostShortCell); end++)
            {
                draft.Add(atoms[end - 1]);
                var closing = end < count ? draft.Closing(atoms[end]) : 0;
                var openEnd = atoms[end - 1].IsOpenEnded && !isCut ? OpenEndCost : 0;
                Offer(column, start, end, reached + draft.Inside + draft.Suits() + closing - openEnd);
            }
        }

        void Offer(int column, int start, int end, double score)
        {
            if (score > best[column + 1, end])
            {
                best[column + 1, end] = score;
                from[column + 1, end] = start;
            }
        }
    }

    /// <summary>The score of adding nothing to a column.</summary>
    private static double Skip(ColumnKind kind, string held, bool isCut)
    {
        if (held.Length == 0)
        {
            return CellScore.Empty(kind) / (isCut ? 2 : 1);
        }

        return !isCut && CellWords.IsOpenEnded(held) ? -OpenEndCost : 0;
    }

    /// <summary>On the next page goes on what reached the end of the page before: the cells with the most lines on it.</summary>
    private static double GoesOn(Division before, int column)
    {
        var most = before.Lines.Max();
        var shorter = most - before.Lines[column];
        return most == 0 ? 0 : shorter == 0 ? -0.3 : -0.3 - Math.Min(4, shorter - 0.5);
    }

    private Division Collect(List<Atom> atoms, int[,] from, Division before, double score)
    {
        var cells = new string[columns.Count];
        var lines = new int[columns.Count];
        var end = atoms.Count;
        for (var column = columns.Count - 1; column >= 0; column--)
        {
            var start = from[column + 1, end];
            var draft = new CellDraft(columns[column].Kind, widths[column], before.Cells[column]);
            for (var i = start; i < end; i++)
            {
                draft.Add(atoms[i]);
                lines[column] += i == start || atoms[i].StartsLine ? 1 : 0;
            }

            cells[column] = draft.Text;
            end = start;
        }

        return new Division(cells, lines, score);
    }
}
