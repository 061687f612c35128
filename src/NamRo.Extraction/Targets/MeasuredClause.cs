using NamRo.Language;

namespace NamRo.Extraction;

/// <summary>One measured clause of an item and what it measures.</summary>
/// <param name="Range">The clause with its subject, in the item's text.</param>
internal readonly record struct MeasuredClause(TextRange Range, Quantity Quantity);
