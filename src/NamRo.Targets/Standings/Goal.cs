using NamRo.Language;
using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;

namespace NamRo.Targets.Standings;

/// <summary>What is promised, as far as judging needs it.</summary>
internal sealed record Goal(FigureKind Kind, Comparator Comparator, decimal? Value, decimal? Upper, string Unit)
{
    public Direction Direction { get; init; } = Direction.Up;

    public Rhythm Rhythm { get; init; } = Rhythm.Month;

    /// <summary>Figures of the periods add up from <see cref="SpanFrom"/> on.</summary>
    public bool IsCumulative { get; init; }

    public decimal? Baseline { get; init; }

    /// <summary>First day whose figures count.</summary>
    public required DateOnly SpanFrom { get; init; }

    /// <summary>First day on which figures are owed.</summary>
    public required DateOnly StartsOn { get; init; }

    public required DateOnly DueOn { get; init; }

    /// <summary>Values on the way, in order of time.</summary>
    public IReadOnlyList<(DateOnly On, decimal Value)> Milestones { get; init; } = [];

    /// <summary>Whether less is better.</summary>
    public bool IsDownward => Comparator is Comparator.AtMost or Comparator.LessThan
        || (Comparator is not (Comparator.AtLeast or Comparator.MoreThan) && Direction == Direction.Down);

    private bool IsWithin => Comparator is Comparator.Equal or Comparator.Range && Direction == Direction.Within;

    public FigurePeriod FirstPeriod => FigurePeriod.Holding(Rhythm, StartsOn < SpanFrom ? SpanFrom : StartsOn);

    public FigurePeriod LastPeriod => FigurePeriod.Holding(Rhythm, DueOn);

    /// <summary>The bound a value has to reach: the lower one of a range, the upper one when less is better.</summary>
    public decimal Bound => Kind == FigureKind.YesNo ? 1 : (IsDownward && Upper is { } upper ? upper : Value ?? 0);

    /// <summary>"Đạt 95%" is kept by 96% too; a plan that means the figure itself says so by <see cref="Direction.Within"/>.</summary>
    public bool IsReachedBy(decimal value) => Comparator switch
    {
        _ when Kind == FigureKind.YesNo => value >= 1,
        Comparator.MoreThan => value > Bound,
        Comparator.LessThan => value < Bound,
        Comparator.Range when IsWithin => value >= Value && value <= Upper,
        Comparator.Equal when IsWithin => value == Value,
        _ => IsDownward ? value <= Bound : value >= Bound,
    };

    /// <summary>Whether what has added up can never come back.</summary>
    public bool IsLostAt(decimal value) => IsCumulative && !IsReachedBy(value)
        && (IsDownward || (IsWithin && value > (Upper ?? Value)));

    /// <summary>Whether what has added up can never be lost.</summary>
    public bool IsSafeAt(decimal value) => IsCumulative && !IsDownward && !IsWithin && IsReachedBy(value);

    /// <summary>The promise in words: "≥ 90%", "3 – 5 vấn đề".</summary>
    public string Promise => Kind == FigureKind.YesNo ? "hoàn thành" : Comparator switch
    {
        Comparator.AtLeast => "≥ " + FigureWords.Show(Bound, Unit),
        Comparator.AtMost => "≤ " + FigureWords.Show(Bound, Unit),
        Comparator.MoreThan => "> " + FigureWords.Show(Bound, Unit),
        Comparator.LessThan => "< " + FigureWords.Show(Bound, Unit),
        Comparator.Range => $"{FigureWords.Show(Value ?? 0)} – {FigureWords.Show(Upper ?? 0, Unit)}",
        _ => FigureWords.Show(Bound, Unit),
    };
}

/// <summary>A figure of the series in one period.</summary>
/// <param name="Value">Null: nothing arose.</param>
internal sealed record Point(DateOnly Period, decimal? Value, decimal? Numerator = null, decimal? Denominator = null,
    bool IsVerified = true);

/// <summary>How a target stands and why.</summary>
/// <param name="Reason">One Vietnamese sentence.</param>
/// <param name="Value">What counts so far; null: nothing known.</param>
/// <param name="Period">The period up to which it counts.</param>
internal sealed record Verdict(TargetStanding Standing, string Reason, decimal? Value = null, DateOnly? Period = null,
    bool IsVerified = false);
