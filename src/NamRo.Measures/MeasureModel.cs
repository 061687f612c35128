namespace NamRo.Measures;

/// <summary>A checked expression: what is counted, of what, under which conditions.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Aggregates">The leaves of <paramref name="Root"/>, by <see cref="Aggregate.Index"/>.</param>
public sealed record Measure(string Text, Formula Root, IReadOnlyList<Aggregate> Aggregates)
{
    /// <summary>Whether the value is in percent.</summary>
    public bool IsShare => Root is Aggregate { Kind: AggregateKind.Share };

    /// <summary>Whether its value can differ from period to period.</summary>
    public bool UsesPeriod => Aggregates.Any(one => Mentions(one.Filter) || Mentions(one.Part));

    /// <summary>The sources it reads.</summary>
    public IEnumerable<MeasureSource> Sources => Aggregates.Select(one => one.Source).Distinct();

    private static bool Mentions(Condition? condition) => condition switch
    {
        AllOf all => all.Parts.Any(Mentions),
        AnyOf any => any.Parts.Any(Mentions),
        NotOf not => Mentions(not.Part),
        InPeriod => true,
        Comparison { Value: MovingLiteral { Day: MovingDay.PeriodStart or MovingDay.PeriodEnd } } => true,
        IsOneOf one => one.Values.Any(value => value is MovingLiteral { Day: MovingDay.PeriodStart or MovingDay.PeriodEnd }),
        _ => false,
    };
}

/// <summary>A number made of counted rows.</summary>
public abstract record Formula;

/// <summary>A number written in the expression.</summary>
public sealed record Constant(decimal Value) : Formula;

/// <summary><c>+ - * /</c>.</summary>
public sealed record Arithmetic(char Sign, Formula Left, Formula Right) : Formula;

/// <summary>How rows become a number.</summary>
public enum AggregateKind
{
    Count,
    Sum,
    Average,
    Largest,
    Smallest,
    Distinct,

    /// <summary>100 x rows that meet <see cref="Aggregate.Part"/> / all rows of the filter.</summary>
    Share,
}

/// <summary>A number taken from the rows of one source.</summary>
/// <param name="Index">Its place among the expression's aggregates, from 0.</param>
/// <param name="Field">What is summed or told apart; null for counts and shares.</param>
/// <param name="Filter">The rows considered; null: all.</param>
/// <param name="Part">For a share: which of them are wanted.</param>
public sealed record Aggregate(int Index, AggregateKind Kind, MeasureSource Source, MeasureField? Field, Condition? Filter, Condition? Part)
    : Formula;

/// <summary>Something that holds for a row or does not; a missing value never holds.</summary>
public abstract record Condition;

public sealed record AllOf(IReadOnlyList<Condition> Parts) : Condition;

public sealed record AnyOf(IReadOnlyList<Condition> Parts) : Condition;

public sealed record NotOf(Condition Part) : Condition;

/// <summary>A yes/no field that says yes.</summary>
public sealed record Holds(MeasureField Field) : Condition;

/// <summary>The field has no value.</summary>
public sealed record IsEmpty(MeasureField Field) : Condition;

/// <summary>The field is one of the values.</summary>
public sealed record IsOneOf(MeasureField Field, IReadOnlyList<Literal> Values) : Condition;

/// <summary><c>= &lt;&gt; &lt; &lt;= &gt; &gt;=</c>, or <c>chứa</c> for text.</summary>
public sealed record Comparison(MeasureField Field, string Sign, Literal Value) : Condition;

/// <summary>Where a date lies against the period for which the measure is taken.</summary>
public enum PeriodPlace
{
    Within,
    Before,
    After,
    UntilEnd,
}

public sealed record InPeriod(MeasureField Field, PeriodPlace Place) : Condition;

/// <summary>A value to compare with.</summary>
public abstract record Literal;

public sealed record NumberLiteral(decimal Value) : Literal;

/// <summary>Text, or a choice's code with its words.</summary>
public sealed record TextLiteral(string Value, string Title) : Literal;

public sealed record DateLiteral(DateOnly Value) : Literal;

/// <summary>A date that moves.</summary>
public enum MovingDay
{
    Today,
    PeriodStart,
    PeriodEnd,
}

public sealed record MovingLiteral(MovingDay Day) : Literal;

/// <summary>Why an expression cannot be used.</summary>
/// <param name="Message">Vietnamese: what is wrong and what would be right.</param>
/// <param name="From">First UTF-16 unit of the place.</param>
/// <param name="Length">0: at the end.</param>
public sealed record MeasureError(string Message, int From, int Length);
