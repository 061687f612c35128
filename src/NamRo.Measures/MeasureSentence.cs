using System.Globalization;

namespace NamRo.Measures;

/// <summary>Says a measure in a Vietnamese sentence, so that whoever approves it need not read the expression.</summary>
public static class MeasureSentence
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static string Of(Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var text = Say(measure.Root);
        var first = text[0] == '(' ? 1 : 0;
        return text[..first] + char.ToUpper(text[first], Vietnamese) + text[(first + 1)..] + ".";
    }

    /// <summary>The rows that one leaf counts.</summary>
    public static string RowsOf(Aggregate aggregate)
    {
        ArgumentNullException.ThrowIfNull(aggregate);
        return aggregate.Source.Title + (aggregate.Filter is { } filter ? " " + Say(filter, false) : "");
    }

    /// <summary>A condition in words.</summary>
    public static string Of(Condition condition) => Say(condition, false);

    private static string Say(Formula formula) => formula switch
    {
        Constant constant => Say(constant.Value),
        Aggregate aggregate => Say(aggregate),
        Arithmetic arithmetic => $"{Side(arithmetic.Left)} {Word(arithmetic.Sign)} {Side(arithmetic.Right)}",
        _ => throw new ArgumentException("Unknown formula.", nameof(formula)),
    };

    private static string Side(Formula formula) => formula is Arithmetic ? $"({Say(formula)})" : Say(formula);

    private static string Word(char sign) => sign switch
    {
        '+' => "cộng",
        '-' => "trừ",
        '*' => "nhân",
        _ => "chia cho",
    };

    private static string Say(Aggregate one) => one.Kind switch
    {
        AggregateKind.Count => $"số {RowsOf(one)}",
        AggregateKind.Share => $"tỷ lệ (%) {one.Source.Title} {Say(one.Part!, false)}, trong số {RowsOf(one)}",
        AggregateKind.Distinct => $"số {one.Field!.Title} khác nhau của {RowsOf(one)}",
        AggregateKind.Sum => $"tổng {one.Field!.Title} của {RowsOf(one)}",
        AggregateKind.Average => $"trung bình {one.Field!.Title} của {RowsOf(one)}",
        AggregateKind.Largest => $"{one.Field!.Title} lớn nhất của {RowsOf(one)}",
        _ => $"{one.Field!.Title} nhỏ nhất của {RowsOf(one)}",
    };

    private static string Say(Condition condition, bool isInside) => condition switch
    {
        AllOf all => Group(all.Parts, ", ", isInside),
        AnyOf any => Group(any.Parts, " hoặc ", isInside),
        NotOf { Part: IsEmpty empty } => $"có {empty.Field.Title}",
        NotOf { Part: Holds holds } => $"không {holds.Field.Title}",
        NotOf not => $"không phải ({Say(not.Part, false)})",
        Holds holds => holds.Field.Title,
        IsEmpty empty => $"chưa có {empty.Field.Title}",
        IsOneOf one => $"{one.Field.Title} là {string.Join(" hoặc ", one.Values.Select(Say))}",
        Comparison comparison => $"{comparison.Field.Title} {Word(comparison)} {Say(comparison.Value)}",
        InPeriod period => $"{period.Field.Title} {Word(period.Place)}",
        _ => throw new ArgumentException("Unknown condition.", nameof(condition)),
    };

    private static string Group(IReadOnlyList<Condition> parts, string between, bool isInside)
    {
        var text = string.Join(between, parts.Select(part => Say(part, true)));
        return isInside ? $"({text})" : text;
    }

    private static string Word(PeriodPlace place) => place switch
    {
        PeriodPlace.Within => "trong kỳ",
        PeriodPlace.Before => "trước kỳ",
        PeriodPlace.After => "sau kỳ",
        _ => "đến hết kỳ",
    };

    private static string Word(Comparison comparison) => (comparison.Sign, comparison.Field.Kind) switch
    {
        ("=", _) => "là",
        ("<>", _) => "khác",
        ("chứa", _) => "có chữ",
        ("<", FieldKind.Date) => "trước ngày",
        ("<=", FieldKind.Date) => "không sau ngày",
        (">", FieldKind.Date) => "sau ngày",
        (">=", FieldKind.Date) => "từ ngày",
        ("<", _) => "dưới",
        ("<=", _) => "không quá",
        (">", _) => "trên",
        _ => "ít nhất",
    };

    private static string Say(Literal literal) => literal switch
    {
        NumberLiteral number => Say(number.Value),
        TextLiteral text => $"“{text.Title}”",
        DateLiteral date => date.Value.ToString("d/M/yyyy", CultureInfo.InvariantCulture),
        MovingLiteral { Day: MovingDay.Today } => "hôm nay",
        MovingLiteral { Day: MovingDay.PeriodStart } => "đầu kỳ",
        MovingLiteral => "cuối kỳ",
        _ => throw new ArgumentException("Unknown literal.", nameof(literal)),
    };

    private static string Say(decimal value) => value.ToString("#,0.###", Vietnamese);
}
