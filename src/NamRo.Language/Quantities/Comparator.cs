namespace NamRo.Language;

/// <summary>How a measured value is compared with the promised one.</summary>
public enum Comparator
{
    /// <summary>Nothing is measured.</summary>
    None,

    /// <summary>tối thiểu, ít nhất, từ ... trở lên, ≥</summary>
    AtLeast,

    /// <summary>đạt, bằng, khoảng, or no word at all</summary>
    Equal,

    /// <summary>trên, hơn, vượt, &gt;</summary>
    MoreThan,

    /// <summary>Strictly less; kept for data from elsewhere, since plans use "dưới" and "không quá" alike (<see cref="AtMost"/>).</summary>
    LessThan,

    /// <summary>dưới, không quá, tối đa, top, nhóm, ≤</summary>
    AtMost,

    /// <summary>từ a đến b, a - b</summary>
    Range,
}
