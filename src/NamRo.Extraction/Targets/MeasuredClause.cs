using NamRo.Language;

namespace NamRo.Extraction;

/// <summary>One measured clause of an item and what it measures.</summary>
/// <param name="Range">The clause with its subject, in the item's text.</param>
/// <param name="Own">The part of the clause that is about this quantity alone: its period stands there.</param>
/// <param name="Quantity">What it measures.</param>
internal readonly record struct MeasuredClause(TextRange Range, TextRange Own, Quantity Quantity)
{
    /// <summary>A figure in brackets after it that says where things stand now: "lên 60% (năm 2025 đạt 45,2%)".</summary>
    public Quantity? Standing { get; init; }
}
