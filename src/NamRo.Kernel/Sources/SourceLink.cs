namespace NamRo.Kernel.Sources;

/// <summary>The line of a document from which something in the system came: every number leads back to it.</summary>
/// <param name="Page">From 1; 0: the row has no place in a file (entered by hand).</param>
/// <param name="From">First UTF-16 unit in the document's text.</param>
/// <param name="To">Behind the last one.</param>
/// <param name="Quote">The words, verbatim after white space is folded.</param>
public sealed record SourceLink(int Page, int From, int To, string Quote)
{
    /// <summary>A row that a person entered.</summary>
    public static SourceLink None { get; } = new(0, 0, 0, "");
}
