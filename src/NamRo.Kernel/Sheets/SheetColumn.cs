namespace NamRo.Kernel.Sheets;

/// <summary>What the cells of a column hold.</summary>
public enum SheetKind
{
    Text,
    Number,
    Date,

    /// <summary>In hundredths: 12.5 is written and read as 12,5 %.</summary>
    Percent,
}

/// <summary>
/// One column of a spreadsheet. A module declares its columns once; template, export and import share them, so that what was exported can
/// be imported again.
/// </summary>
/// <param name="Title">Vietnamese heading.</param>
/// <param name="Kind">What its cells hold.</param>
public sealed record SheetColumn(string Title, SheetKind Kind = SheetKind.Text)
{
    /// <summary>Width in characters.</summary>
    public double Width { get; init; } = 20;

    /// <summary>Long texts are broken into lines.</summary>
    public bool IsWrapped { get; init; }

    /// <summary>Kept for the computer (a key for the way back), not shown.</summary>
    public bool IsHidden { get; init; }

    /// <summary>An import needs the column and a value in each row.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Offered as a drop-down list; other texts may still be typed.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Other headings under which an import finds the column; case and accents do not matter.</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];
}
