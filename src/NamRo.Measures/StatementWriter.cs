namespace NamRo.Measures;

/// <summary>Writes conditions as SQL; a value never enters the text, only its number as a parameter.</summary>
internal sealed class StatementWriter(MeasureScope scope)
{
    private readonly List<object> parameters = [];

    public IReadOnlyList<object> Parameters => parameters;

    public IReadOnlyList<Guid> WardIds => scope.WardIds;

    public string Add(object value)
    {
        parameters.Add(value);
        return "$" + parameters.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    public string Write(Condition condition) => condition switch
    {
        AllOf all => $"({string.Join(" and ", all.Parts.Select(Write))})",
        AnyOf any => $"({string.Join(" or ", any.Parts.Select(Write))})",
        // A missing value never holds, so its opposite does.
        NotOf not => $"(not coalesce({Write(not.Part)}, false))",
        Holds holds => $"r.{holds.Field.Column}",
        IsEmpty empty => $"(r.{empty.Field.Column} is null)",
        IsOneOf one => $"(r.{one.Field.Column} in ({string.Join(", ", one.Values.Select(Write))}))",
        Comparison { Sign: "chứa" } contains => $"(strpos(lower(r.{contains.Field.Column}), lower({Write(contains.Value)})) > 0)",
        Comparison comparison => $"(r.{comparison.Field.Column} {comparison.Sign} {Write(comparison.Value)})",
        InPeriod period => Write(period),
        _ => throw new ArgumentException("Unknown condition.", nameof(condition)),
    };

    private string Write(InPeriod period) => period.Place switch
    {
        PeriodPlace.Within => $"(r.{period.Field.Column} between {Add(scope.Period.From)} and {Add(scope.Period.To)})",
        PeriodPlace.Before => $"(r.{period.Field.Column} < {Add(scope.Period.From)})",
        PeriodPlace.After => $"(r.{period.Field.Column} > {Add(scope.Period.To)})",
        _ => $"(r.{period.Field.Column} <= {Add(scope.Period.To)})",
    };

    private string Write(Literal literal) => literal switch
    {
        NumberLiteral number => Add(number.Value),
        TextLiteral text => Add(text.Value),
        DateLiteral date => Add(date.Value),
        MovingLiteral { Day: MovingDay.Today } => Add(scope.Today),
        MovingLiteral { Day: MovingDay.PeriodStart } => Add(scope.Period.From),
        MovingLiteral => Add(scope.Period.To),
        _ => throw new ArgumentException("Unknown literal.", nameof(literal)),
    };
}
