using NamRo.Language;

namespace NamRo.Plans.Comparing;

/// <summary>A row made ready for comparing: its words and the documents it cites.</summary>
internal sealed class RowText
{
    private RowText(ComparedRow row, double place)
    {
        (Row, Place) = (row, place);
        Wording = Wording.Of(row.Text);
        References = DocumentNumber.FindAll(row.Text).Select(reference => reference.Number).OfType<string>()
            .Select(VietnameseText.Fold).ToHashSet(StringComparer.Ordinal);
    }

    public ComparedRow Row { get; }

    /// <summary>0 for the first row of its plan, 1 for the last.</summary>
    public double Place { get; }

    public Wording Wording { get; }

    /// <summary>Folded numbers of the documents named in the text.</summary>
    public IReadOnlySet<string> References { get; }

    public static IReadOnlyList<RowText> Of(IReadOnlyList<ComparedRow> rows) =>
        [.. rows.Select((row, index) => new RowText(row, rows.Count > 1 ? (double)index / (rows.Count - 1) : 0))];

    /// <summary>One clause of a row.</summary>
    public static RowText Of(RowText whole, string clause) => new(whole.Row with { Text = clause }, whole.Place);
}
