using NamRo.Language;
using NamRo.Schedule;

namespace NamRo.Targets.Domain;

/// <summary>A period of figures, kept by its first day by name: quý II/2026 is 1/4/2026.</summary>
internal readonly record struct FigurePeriod(Rhythm Rhythm, DateOnly Start)
{
    private static readonly string[] Roman = ["I", "II", "III", "IV"];

    public DateOnly LastDay => PeriodRules.Calendar.SpanOf(AsReporting).To;

    /// <summary>First and last day on which what happens counts for it (NĐ 09/2019, Điều 12).</summary>
    public DateSpan Counted => PeriodRules.Decree09.SpanOf(AsReporting);

    public FigurePeriod Next => Of(Rhythm, AsReporting.Next);

    public FigurePeriod Former => Of(Rhythm, AsReporting.Previous);

    /// <summary>Stable name for addresses and files: "2026-Q2".</summary>
    public string Code => AsReporting.Code;

    /// <summary>Within a sentence: "tháng 5/2026", "quý II/2026".</summary>
    public string Title
    {
        get
        {
            var title = AsReporting.Title;
            return char.ToLowerInvariant(title[0]) + title[1..];
        }
    }

    /// <summary>For heads of columns: "5/2026", "II/2026".</summary>
    public string ShortTitle => Rhythm switch
    {
        Rhythm.Month => $"{Start.Month}/{Start.Year}",
        Rhythm.Quarter => $"{Roman[(Start.Month - 1) / 3]}/{Start.Year}",
        _ => Title,
    };

    private ReportingPeriod AsReporting => PeriodRules.Calendar.On(KindOf(Rhythm), Start);

    /// <summary>The period that holds the day by name.</summary>
    public static FigurePeriod Holding(Rhythm rhythm, DateOnly day) => Of(rhythm, PeriodRules.Calendar.On(KindOf(rhythm), day));

    /// <summary>Reads a <see cref="Code"/>; null if it is none.</summary>
    public static FigurePeriod? FromCode(string? code) =>
        ReportingPeriod.FromCode(code) is { } period && RhythmOf(period.Kind) is { } rhythm ? Of(rhythm, period) : null;

    /// <summary>The generated text would follow <see cref="Next"/> for ever.</summary>
    public override string ToString() => Code;

    /// <summary>Steps from this period to another of the same rhythm; negative if it lies before.</summary>
    public int StepsTo(DateOnly start) => (((start.Year - Start.Year) * 12) + start.Month - Start.Month) / Rhythm switch
    {
        Rhythm.Quarter => 3,
        Rhythm.HalfYear => 6,
        Rhythm.Year => 12,
        _ => 1,
    };

    private static FigurePeriod Of(Rhythm rhythm, ReportingPeriod period) => new(rhythm, PeriodRules.Calendar.SpanOf(period).From);

    private static PeriodKind KindOf(Rhythm rhythm) => rhythm switch
    {
        Rhythm.Quarter => PeriodKind.Quarter,
        Rhythm.HalfYear => PeriodKind.HalfYear,
        Rhythm.Year => PeriodKind.Year,
        _ => PeriodKind.Month,
    };

    private static Rhythm? RhythmOf(PeriodKind kind) => kind switch
    {
        PeriodKind.Month => Rhythm.Month,
        PeriodKind.Quarter => Rhythm.Quarter,
        PeriodKind.HalfYear => Rhythm.HalfYear,
        PeriodKind.Year => Rhythm.Year,
        _ => null,
    };
}
