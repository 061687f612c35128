namespace NamRo.Language;

/// <summary>
/// One day, month, quarter, part of a year or year as a deadline names it; the year may be missing and is then taken from its neighbours.
/// </summary>
/// <param name="Kind">Date, Month, Quarter, Year, or Range for a part of a year ("6 tháng đầu năm").</param>
/// <param name="Number">Month 1 to 12, quarter 1 to 4; for a part of a year its last month.</param>
/// <param name="First">First month of a part of a year.</param>
internal readonly record struct TimeAtom(DeadlineKind Kind, int? Year, int Number = 0, int Day = 0, int First = 0)
{
    /// <summary>Index of its first lexeme.</summary>
    public int At { get; init; }

    /// <summary>Index of the lexeme after it.</summary>
    public int Next { get; init; }

    /// <summary>The first day; null when the year is unknown or no such day exists.</summary>
    public DateOnly? Start => Year is not { } year ? null : Kind switch
    {
        DeadlineKind.Date => Value(year),
        DeadlineKind.Month => new DateOnly(year, Number, 1),
        DeadlineKind.Quarter => new DateOnly(year, (Number * 3) - 2, 1),
        DeadlineKind.Range => new DateOnly(year, First, 1),
        _ => new DateOnly(year, 1, 1),
    };

    /// <summary>The last day; null when the year is unknown or no such day exists.</summary>
    public DateOnly? End => Year is not { } year ? null : Kind switch
    {
        DeadlineKind.Date => Value(year),
        DeadlineKind.Month or DeadlineKind.Range => LastDay(year, Number),
        DeadlineKind.Quarter => LastDay(year, Number * 3),
        _ => new DateOnly(year, 12, 31),
    };

    private static DateOnly LastDay(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    private DateOnly? Value(int year) => Day <= DateTime.DaysInMonth(year, Number) ? new DateOnly(year, Number, Day) : null;
}
