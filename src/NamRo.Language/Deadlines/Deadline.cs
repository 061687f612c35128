namespace NamRo.Language;

/// <summary>The kinds of deadlines that plans state.</summary>
public enum DeadlineKind
{
    /// <summary>Nothing said, or not understood.</summary>
    None,

    /// <summary>One day.</summary>
    Date,

    /// <summary>The last day of a month.</summary>
    Month,

    /// <summary>The last day of a quarter.</summary>
    Quarter,

    /// <summary>The last day of a year.</summary>
    Year,

    /// <summary>A period; due on its last day.</summary>
    Range,

    /// <summary>Again and again, every period.</summary>
    Recurring,

    /// <summary>Thường xuyên: all the time, possibly with a reporting rhythm.</summary>
    Continuous,

    /// <summary>Depends on an event or another body's act.</summary>
    Conditional,
}

/// <summary>The rhythm of a recurring duty.</summary>
public enum Rhythm
{
    None,
    Week,
    Month,
    Quarter,
    HalfYear,
    Year,
}

/// <summary>A deadline as data.</summary>
/// <param name="Due">The last day, where there is one.</param>
/// <param name="From">First day of a range.</param>
/// <param name="Condition">The words of the condition, for conditional ones.</param>
public sealed record Deadline(DeadlineKind Kind, DateOnly? Due = null, Rhythm Every = Rhythm.None, DateOnly? From = null,
    string? Condition = null)
{
    /// <summary>Longer words are no deadline but a paragraph.</summary>
    private const int LengthLimit = 2000;

    public static Deadline None { get; } = new(DeadlineKind.None);

    /// <summary>Reads the words of a deadline. What is not understood gives <see cref="None"/>: the caller keeps the words.</summary>
    /// <param name="words">A cell or the words after "Thời gian hoàn thành:".</param>
    /// <param name="issuedOn">Day of issue, for "100 ngày kể từ ngày ban hành" and for a day without its year.</param>
    /// <param name="planYear">Year of the plan, for "trước 30/6" and "Quý II".</param>
    public static Deadline Parse(string words, DateOnly? issuedOn = null, int? planYear = null)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.Length > LengthLimit ? None : DeadlineReader.Read(words, issuedOn, planYear);
    }

    /// <summary>The deadline in Vietnamese for a person: "Quý II/2026 → 30/6/2026".</summary>
    public string Describe() => DeadlineDescription.Of(this);
}
