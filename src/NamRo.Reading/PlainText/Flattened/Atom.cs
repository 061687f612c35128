namespace NamRo.Reading.PlainText.Flattened;

/// <summary>
/// A piece of a line that belongs to one cell for certain: a whole line, or a part that a word which opens a cell divides off.
/// </summary>
/// <param name="StartsLine">The piece stands at the start of its line.</param>
/// <param name="Gap">The space before its line; only for a piece that starts a line.</param>
/// <param name="IsSpaced">More than one blank before it, inside its line.</param>
/// <param name="OpensPage">A page end may stand right before it.</param>
internal sealed record Atom(string Text, bool StartsLine, Gap Gap, bool IsSpaced, bool OpensPage)
{
    private const int MostAtoms = 240;
    private const int EnoughLength = 60;

    /// <summary>What a cell that begins here would be.</summary>
    public CellOpening Opening { get; private init; }

    /// <summary>A unit's name begins here.</summary>
    public bool OpensUnit { get; private init; }

    /// <summary>How many units begin inside without a separator before them.</summary>
    public int UnitsInside { get; private init; }

    /// <summary>A cell that ends here would stop in the middle of a phrase.</summary>
    public bool IsOpenEnded { get; private init; }

    /// <summary>Cuts lines at the words that may open a cell. Rows with too many pieces are cut at line ends only.</summary>
    public static List<Atom> Of(IReadOnlyList<FlatLine> lines)
    {
        var atoms = lines.SelectMany(Cut).ToList();
        if (atoms.Count > MostAtoms)
        {
            atoms = [.. lines.Select(line => new Atom(line.Text, true, line.Gap, false, line.OpensPage))];
        }

        return [.. atoms.Select((atom, i) => atom.Describe(atoms, i))];
    }

    private Atom Describe(List<Atom> atoms, int i)
    {
        var onwards = Text;
        for (var next = i + 1; next < atoms.Count && onwards.Length < EnoughLength; next++)
        {
            onwards = TextJoin.Join(onwards, atoms[next].Text);
        }

        var ending = i == 0 ? Text : TextJoin.Join(atoms[i - 1].Text, Text);
        return this with
        {
            Opening = CellOpening.Of(onwards),
            OpensUnit = CellWords.OpensUnit(Text),
            UnitsInside = CellWords.UnitsInside(Text),
            IsOpenEnded = CellWords.IsOpenEnded(ending),
        };
    }

    private static IEnumerable<Atom> Cut(FlatLine line)
    {
        var start = 0;
        for (var at = 1; at < line.Text.Length; at++)
        {
            if (line.Text[at - 1] == ' ' && line.Text[at] != ' ' && (IsSpacedAt(line.Text, at) || CellWords.MayOpenCell(line.Text, at)))
            {
                yield return Make(line, start, at);
                start = at;
            }
        }

        yield return Make(line, start, line.Text.Length);
    }

    private static Atom Make(FlatLine line, int start, int end) =>
        new(TextJoin.Fold(line.Text[start..end]), start == 0, line.Gap, start > 0 && IsSpacedAt(line.Text, start), start == 0
            && line.OpensPage);

    private static bool IsSpacedAt(string text, int at) => at > 1 && text[at - 2] == ' ';
}
