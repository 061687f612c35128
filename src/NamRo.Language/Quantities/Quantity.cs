namespace NamRo.Language;

/// <summary>One measured quantity in a text.</summary>
/// <param name="Comparator">Never <see cref="Comparator.None"/>.</param>
/// <param name="Value">The value; the lower bound of a range; the later value of "từ X lên Y".</param>
/// <param name="Unit">"%", or what is counted, verbatim with its magnitude word ("triệu doanh nghiệp"); null for a bare number.</param>
/// <param name="Range">From the first word of the comparator to the last of the unit (and "trở lên").</param>
/// <param name="NumberRange">The digits or number words of <paramref name="Value"/> (both bounds of a range).</param>
public sealed record Quantity(Comparator Comparator, decimal Value, string? Unit, TextRange Range, TextRange NumberRange)
{
    /// <summary>The upper bound; only for <see cref="Comparator.Range"/>.</summary>
    public decimal? Upper { get; init; }

    /// <summary>X of "tăng từ X lên Y".</summary>
    public decimal? Baseline { get; init; }

    /// <summary>Where the baseline's digits stand.</summary>
    public TextRange? BaselineRange { get; init; }

    /// <summary>The comparator was said in words or signs, not only implied by a bare number or "đạt".</summary>
    public bool IsExplicit { get; init; }

    /// <summary>The comparator was taken over from the quantity before ("ít nhất 5 mô hình, 10 sản phẩm").</summary>
    public bool IsCoordinated { get; init; }

    /// <summary>A share in per cent.</summary>
    public bool IsShare => Unit is not null && Unit.StartsWith('%');
}
