using System.ComponentModel.DataAnnotations;
using NamRo.Language;

namespace NamRo.Plans;

/// <summary>A deadline as a person enters it: one picker for each kind.</summary>
internal sealed class DeadlineFields
{
    private const int FirstYear = 2020;
    private const int LastYear = 2050;
    private const int LongestCondition = 500;

    [Display(Name = "Loại thời hạn")]
    public DeadlineKind Kind { get; set; }

    [Display(Name = "Ngày")]
    public DateOnly? Date { get; set; }

    [Display(Name = "Từ ngày")]
    public DateOnly? From { get; set; }

    [Display(Name = "Tháng")]
    [Range(1, 12)]
    public int? Month { get; set; }

    [Display(Name = "Quý")]
    [Range(1, 4)]
    public int? Quarter { get; set; }

    [Display(Name = "Năm")]
    [Range(FirstYear, LastYear)]
    public int? Year { get; set; }

    [Display(Name = "Nhịp")]
    public Rhythm Every { get; set; }

    [Display(Name = "Điều kiện")]
    [StringLength(LongestCondition)]
    public string? Condition { get; set; }

    public static DeadlineFields Of(Deadline deadline) => new()
    {
        Kind = deadline.Kind,
        Date = deadline.Due,
        From = deadline.From,
        Month = deadline.Due?.Month,
        Quarter = deadline.Due is { } due ? (due.Month + 2) / 3 : null,
        Year = deadline.Due?.Year,
        Every = deadline.Every,
        Condition = deadline.Condition,
    };

    /// <summary>The deadline; null when what its kind needs is missing.</summary>
    public Deadline? Deadline() => Kind switch
    {
        DeadlineKind.None => Language.Deadline.None,
        DeadlineKind.Date when Date is { } day => new Deadline(Kind, day),
        DeadlineKind.Month when (Month, Year) is ({ } month, { } year) => new Deadline(Kind, EndOf(year, month)),
        DeadlineKind.Quarter when (Quarter, Year) is ({ } quarter, { } year) => new Deadline(Kind, EndOf(year, quarter * 3)),
        DeadlineKind.Year when Year is { } year => new Deadline(Kind, EndOf(year, 12)),
        DeadlineKind.Range when Date is { } day && (From is null || From <= day) => new Deadline(Kind, day, From: From),
        DeadlineKind.Recurring when Every != Rhythm.None => new Deadline(Kind, Date, Every),
        DeadlineKind.Continuous => new Deadline(Kind, Every: Every, From: From),
        DeadlineKind.Conditional when !string.IsNullOrWhiteSpace(Condition) => new Deadline(Kind, Date, Condition: Condition.Trim()),
        _ => null,
    };

    private static DateOnly EndOf(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));
}
