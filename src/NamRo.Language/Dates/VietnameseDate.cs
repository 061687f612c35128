namespace NamRo.Language;

/// <summary>
/// A day or month named in a text: "ngày 25 tháng 3 năm 2026", "25/3/2026", "tháng 3/2026", or with blanks, "ngày   tháng 03 năm 2026".
/// </summary>
/// <param name="Day">1 to 31; null when left blank or not named.</param>
/// <param name="Month">1 to 12; null when left blank.</param>
/// <param name="Year">Four digits; null when left blank.</param>
/// <param name="Range">Where it stands in the text.</param>
public readonly record struct VietnameseDate(int? Day, int? Month, int? Year, TextRange Range)
{
    /// <summary>The day of the calendar; null unless day, month and year are all given and such a day exists.</summary>
    public DateOnly? Value => Day is { } day && Month is { } month && Year is { } year && day <= DateTime.DaysInMonth(year, month)
        ? new DateOnly(year, month, day)
        : null;

    /// <summary>Every date in the text, in order. Numbers of documents ("179/2025/NĐ-CP") are not dates.</summary>
    public static IReadOnlyList<VietnameseDate> FindAll(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lexemes = Lexer.Read(text);
        var dates = new List<VietnameseDate>();
        for (var i = 0; i < lexemes.Count;)
        {
            if (DateReader.ReadAt(lexemes, i) is { } found)
            {
                dates.Add(found.Date with { Range = new(lexemes[i].From, lexemes[found.Next - 1].To) });
                i = found.Next;
            }
            else
            {
                i++;
            }
        }

        return dates;
    }

    /// <summary>The first date in the text; null when there is none.</summary>
    public static VietnameseDate? FindFirst(string text)
    {
        var dates = FindAll(text);
        return dates.Count > 0 ? dates[0] : null;
    }
}
