namespace NamRo.Reading.PlainText.Flattened;

/// <summary>A cell that grows piece by piece, and what its line ends cost so far.</summary>
/// <param name="kind">The column's kind.</param>
/// <param name="width">The column's usual width in characters; 0 while unknown.</param>
/// <param name="held">What the pages before hold of the cell.</param>
internal sealed class CellDraft(ColumnKind kind, int width, string held)
{
    private string line = string.Empty;
    private int runTogether = CellWords.UnitsInside(held);
    private CellOpening opening = CellOpening.Of(held);

    public string Text { get; private set; } = held;

    /// <summary>
    /// The score of the line ends inside: each should stand where the next word had no room, and before no word that opens another kind
    /// of cell.
    /// </summary>
    public double Inside { get; private set; }

    public void Add(Atom atom)
    {
        var isFirst = line.Length == 0;
        Inside += isFirst ? 0 : Inner(atom);
        opening = Text.Length == 0 ? atom.Opening : opening;
        var runsOn = atom.OpensUnit && Text.Length > 0 && !CellWords.Holds(Text);
        runTogether += atom.UnitsInside + (runsOn ? 1 : 0);

        line = isFirst || atom.StartsLine ? atom.Text : TextJoin.Join(line, atom.Text);
        Inside -= width == 0 || line.Length <= width * 1.3 ? 0 : line.Length > width * 2 ? 5 : 2;
        var opensParagraph = runsOn && !isFirst && atom.StartsLine && kind is ColumnKind.LeadUnit or ColumnKind.SupportUnit;
        Text = opensParagraph ? Text + "\n" + atom.Text : CellText.Join(Text, atom.Text);
    }

    /// <summary>How well the text so far suits the column.</summary>
    public double Suits() => CellScore.Of(kind, opening, Text, runTogether);

    /// <summary>How the cell closes before this piece.</summary>
    public double Closing(Atom next)
    {
        var score = line[^1] switch
        {
            '.' => 2.0,
            ',' => -3,
            ';' => -1,
            '-' or '–' or '/' or '&' => -5,
            _ => 0,
        };
        return width == 0 || !next.StartsLine ? score : score + (Fits(next.Text) ? 2 : -0.5);
    }

    /// <summary>How a cell opens with this piece. A small letter opens none, unless it goes on with what the page before holds.</summary>
    public static double Opening(Atom atom, bool isRowStart, string held)
    {
        if (held.Length > 0)
        {
            return (LineSigns.EndsFinal(held), LineSigns.StartsLower(atom.Text)) switch
            {
                (true, true) => -5,
                (false, true) => 2,
                (false, false) when held[^1] is ',' or '-' or '–' => 1,
                _ => 0,
            };
        }

        var score = LineSigns.StartsLower(atom.Text) || atom.Text[0] is ',' or '.' or ';' or ')' ? -9.0 : 0;
        return isRowStart ? score : score + (atom.StartsLine, atom.Gap) switch
        {
            (false, _) => atom.IsSpaced ? 1 : -1.5,
            (_, Gap.Wide) => 3,
            (_, Gap.Tight) => 2.5,
            _ => 0,
        };
    }

    private double Inner(Atom atom)
    {
        var score = atom.StartsLine && width > 0 && Fits(atom.Text) ? -1.5 : 0;
        var mayOpen = line[^1] is not (',' or ';') && char.IsUpper(atom.Text[0]) && (atom.StartsLine || kind != ColumnKind.Text);
        if (!mayOpen || !atom.Opening.OpensOther(kind, atom.OpensUnit))
        {
            return score;
        }

        return score - (kind == ColumnKind.Text && line[^1] == '.' ? 4 : 2.5);
    }

    private bool Fits(string next)
    {
        var space = next.IndexOf(' ', StringComparison.Ordinal);
        return line.Length + 1 + (space < 0 ? next.Length : space) <= width * 0.9;
    }
}
