using System.Text.RegularExpressions;

namespace NamRo.Measures;

/// <summary>What a field of a source holds.</summary>
public enum FieldKind
{
    Number,
    Text,

    /// <summary>An office date (column type <c>date</c>).</summary>
    Date,

    /// <summary>True or false; stands alone as a condition.</summary>
    YesNo,

    /// <summary>One of a few codes, each with Vietnamese words.</summary>
    Choice,

    /// <summary>A key; it can be counted and grouped by, not compared.</summary>
    Key,
}

/// <summary>One value of a <see cref="FieldKind.Choice"/> field.</summary>
/// <param name="Code">As in the column.</param>
/// <param name="Title">As people write it.</param>
public sealed record MeasureChoice(string Code, string Title);

/// <summary>A field by which rows are filtered, summed or grouped.</summary>
/// <param name="Name">Vietnamese words joined by underscores, such as <c>đã_báo_cáo</c>; accents are optional in expressions.</param>
/// <param name="Title">The words in a sentence, such as "đã báo cáo".</param>
/// <param name="Column">snake_case column of the source's view.</param>
public sealed partial record MeasureField(string Name, string Title, FieldKind Kind, string Column)
{
    /// <summary>The values of a choice.</summary>
    public IReadOnlyList<MeasureChoice> Choices { get; init; } = [];

    /// <summary>snake_case column, checked when the source is described: it stands in the statement as it is.</summary>
    public string Column { get; } = ColumnPattern().IsMatch(Column)
        ? Column
        : throw new ArgumentException($"'{Column}' is no column.", nameof(Column));

    [GeneratedRegex("^[a-z][a-z0-9_]*$")]
    private static partial Regex ColumnPattern();
}

/// <summary>Countable things that a module contributes: a public view with one row per thing and <c>ward_id</c>.</summary>
/// <param name="Name">Vietnamese words joined by underscores, such as <c>nhiệm_vụ</c>.</param>
/// <param name="Title">The words in a sentence, such as "nhiệm vụ".</param>
/// <param name="View"><c>schema.view</c>.</param>
/// <param name="Permission">Code the reader must hold to see figures and rows.</param>
public sealed partial record MeasureSource(string Name, string Title, string View, string Permission, IReadOnlyList<MeasureField> Fields)
{
    /// <summary>The row's key, unique in a ward.</summary>
    public string KeyColumn { get; init; } = "id";

    /// <summary>What a list calls the row.</summary>
    public required string TitleColumn { get; init; }

    /// <summary>The column of the page's address and the address around it, such as ("id", "/nhiem-vu/{0}").</summary>
    public string LinkColumn { get; init; } = "id";

    public required string LinkFormat { get; init; }

    /// <summary>Schema and view, checked when the source is described: it stands in the statement as it is.</summary>
    public string View { get; } = ViewPattern().IsMatch(View) ? View : throw new ArgumentException($"'{View}' is no view.", nameof(View));

    [GeneratedRegex("^[a-z_]+\\.[a-z][a-z0-9_]*$")]
    private static partial Regex ViewPattern();
}
