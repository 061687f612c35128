namespace NamRo.Language;

/// <summary>One pass over the tokens of a text that collects its quantities.</summary>
internal sealed class QuantityFinder
{
    // How far after the unit "trở lên" may stand, and how far a coordinated number inherits its comparator.
    private const int MostWordsBeforeOnwards = 8;
    private const int MostWordsBetweenCoordinated = 8;

    private readonly string text;
    private readonly bool isCell;
    private readonly List<Token> tokens;
    private readonly List<Quantity> found = [];
    private int lastEnd;

    public QuantityFinder(string text, bool isCell)
    {
        ArgumentNullException.ThrowIfNull(text);
        this.text = text;
        this.isCell = isCell;
        tokens = Tokens.Of(text);
    }

    /// <summary>A number with its unit; the upper bound when two numbers stand as a range.</summary>
    private readonly record struct Amount(decimal Value, decimal? Upper, string? Unit, int First, int AfterNumber, int Next,
        TextRange UnitRange);

    public IReadOnlyList<Quantity> Find()
    {
        for (int at = 0; at < tokens.Count;)
        {
            at = ReadAmount(at) is { } amount ? Take(amount) : at + 1;
        }

        return found;
    }

    private int Take(Amount amount)
    {
        (Comparator comparator, bool hasFrom, int first) = ComparatorPhrases.ReadBefore(tokens, amount.First);
        if (hasFrom && amount.Upper is null && ReadLater(amount) is { } later)
        {
            (Comparator changed, _, _) = ComparatorPhrases.ReadBefore(tokens, later.First);
            Add(later, IsBound(changed) ? changed : Comparator.Equal, first, IsBound(changed), amount);
            return later.Next;
        }

        bool isPer = IsPerPopulation(amount, comparator);
        bool isMeasured = amount.Unit is not null || isCell || (comparator != Comparator.None && !hasFrom);
        if (isPer || !isMeasured)
        {
            return amount.Next;
        }

        bool onwards = HasOnwards(amount.Next, out bool downwards, out int end);
        bool isExplicit = IsBound(comparator) || hasFrom || onwards || downwards;
        bool isAll = amount is { Value: 100, Unit: "%" };
        Comparator? inherited = amount.Upper is null && !isExplicit && !isAll ? Inherited(amount.First) : null;
        comparator = (amount.Upper, onwards, downwards) switch
        {
            (not null, _, _) => Comparator.Range,
            (_, true, _) => Comparator.AtLeast,
            (_, _, true) => Comparator.AtMost,
            _ when IsBound(comparator) => comparator,
            _ when hasFrom => Comparator.AtLeast,
            _ => inherited ?? Comparator.Equal,
        };
        Add(amount with { Next = end }, comparator, first, isExplicit, earlier: null, isCoordinated: inherited is not null);
        return amount.Next;
    }

    private void Add(Amount amount, Comparator comparator, int first, bool isExplicit, Amount? earlier, bool isCoordinated = false)
    {
        TextRange number = tokens[amount.First].Range.Union(tokens[amount.AfterNumber - 1].Range);
        TextRange range = tokens[first].Range.Union(tokens[amount.Next - 1].Range);
        found.Add(new(comparator, amount.Value, amount.Unit, range, number)
        {
            Upper = amount.Upper,
            Baseline = earlier?.Value,
            BaselineRange = earlier is { } was ? tokens[was.First].Range.Union(tokens[was.AfterNumber - 1].Range) : null,
            IsExplicit = isExplicit,
            IsCoordinated = isCoordinated,
        });
        lastEnd = amount.Next;
    }

    /// <summary>A number that measures, from token <paramref name="at"/> on, with its range and unit.</summary>
    private Amount? ReadAmount(int at)
    {
        if (ReadNumber(at) is not { } number)
        {
            return null;
        }

        (decimal? upper, int afterNumber) = ReadUpper(at, number.Value, number.Next);
        (string? unit, TextRange unitRange, int next) = UnitReader.Read(text, tokens, afterNumber, knownOnly: isCell);
        return new(number.Value, upper, unit, at, afterNumber, Math.Max(next, afterNumber), unitRange);
    }

    private (decimal Value, int Next)? ReadNumber(int at)
    {
        Token token = tokens[at];
        if (token.Kind == TokenKind.Number)
        {
            bool isName = NumberContext.IsName(text, tokens, at) && !(isCell && IsWholeCell(at));
            return isName ? null : Parse(token, at) is { } value ? (value, at + 1) : null;
        }

        if (token.Kind != TokenKind.Word || at == 0)
        {
            return null;
        }

        // Number words are common parts of other words, so they count only right after a bound ("ít nhất một") or between a verb
        // of making and a thing that is counted ("hình thành một trung tâm").
        (decimal words, int count) = NumberWords.Read(tokens, at);
        bool isMade = Makings.Contains(tokens[at - 1].Key) && UnitReader.StartsWithCountedNoun(tokens, at + count);
        if (!isMade && !ComparatorPhrases.EndsBound(tokens, at - 1))
        {
            return null;
        }

        bool isYearOrArticle = count == 1
            && (token.Is("năm") || token.Is("không") || (at + 1 < tokens.Count && tokens[at + 1].Key is "số" or "cửa" or "phần"));
        return count == 0 || isYearOrArticle ? null : (words, at + count);
    }

    /// <summary>A stop with three digits before "%" opens decimals: no share is a thousand per cent.</summary>
    private decimal? Parse(Token token, int at)
    {
        bool isShare = at + 1 < tokens.Count && tokens[at + 1].Is("%");
        string digits = isShare && token.Key.Length is > 4 and < 8 && token.Key.Count(sign => sign == '.') == 1
            ? token.Key.Replace('.', ',')
            : token.Key;
        return VietnameseNumber.ParseDigits(digits);
    }

    private bool IsWholeCell(int at) => tokens.Count == 1 && at == 0 && !NumberContext.IsYear(tokens[at]);

    /// <summary>The second number of "3-5", "từ 3 đến 5", "40% - 50%".</summary>
    private (decimal? Upper, int Next) ReadUpper(int at, decimal lower, int next)
    {
        int joint = next;
        bool hasShare = joint < tokens.Count && tokens[joint].Is("%");
        joint += hasShare ? 1 : 0;
        bool isDash = joint < tokens.Count && tokens[joint].Is("-");
        bool isTo = joint < tokens.Count && tokens[joint].Key is "đến" or "tới" or "÷" or "~";
        if (!isDash && !isTo || joint + 1 >= tokens.Count || tokens[joint + 1].Kind != TokenKind.Number
            || NumberContext.IsYear(tokens[joint + 1]))
        {
            return (null, next);
        }

        bool agree = !hasShare || (joint + 2 < tokens.Count && tokens[joint + 2].Is("%"));
        decimal? upper = Parse(tokens[joint + 1], joint + 1);
        return agree && upper > lower ? (upper, joint + 2) : (null, next);
    }

    /// <summary>Y of "từ X lên Y", "từ X xuống còn Y".</summary>
    private Amount? ReadLater(Amount amount)
    {
        for (int at = amount.Next; at < tokens.Count && at <= amount.Next + 8; at++)
        {
            // "từ 02 ... trở lên" bounds one figure; it does not change it into another.
            if (tokens[at].Key is "lên" or "xuống" or "còn" && !tokens[at - 1].Is("trở"))
            {
                for (int number = at + 1; number < tokens.Count && number <= at + 5 && tokens[number].Key is not (";" or "."); number++)
                {
                    if (ReadAmount(number) is { } later)
                    {
                        return later.Unit is null ? later with { Unit = amount.Unit } : later;
                    }
                }
            }

            if (tokens[at].Key is ";" or "," or ".")
            {
                break;
            }
        }

        return null;
    }

    private bool HasOnwards(int next, out bool downwards, out int end)
    {
        downwards = false;
        end = next;
        for (int at = next; at + 1 < tokens.Count && at <= next + MostWordsBeforeOnwards && tokens[at].Kind == TokenKind.Word; at++)
        {
            if (tokens[at].Is("trở") && tokens[at + 1].Key is "lên" or "xuống")
            {
                downwards = tokens[at + 1].Is("xuống");
                end = at + 2;
                return !downwards;
            }
        }

        return false;
    }

    /// <summary>"12 người trên một vạn dân", "90 thuê bao trên 100 dân": the second number belongs to the unit of the first.</summary>
    private bool IsPerPopulation(Amount amount, Comparator comparator) =>
        comparator == Comparator.MoreThan && found.Count > 0 && tokens[amount.First - 1].Is("trên") && amount.Unit is { } unit
        && (amount.First - 1 == lastEnd
            ? !unit.StartsWith('%')
            : VietnameseText.Fold(unit) is "dân" or "vạn dân" or "nghìn dân" or "triệu dân" or "người dân");

    /// <summary>
    /// "Ít nhất 5 mô hình, 10 sản phẩm và 3 dịch vụ": a bound carries over to coordinated numbers, not past a new predicate.
    /// </summary>
    private Comparator? Inherited(int first)
    {
        bool isCoordinated = first > 0 && tokens[first - 1].Key is "," or "và" or "hoặc";
        if (!isCoordinated || found.Count == 0 || !found[^1].IsExplicit && !IsBound(found[^1].Comparator)
            || first - lastEnd > MostWordsBetweenCoordinated)
        {
            return null;
        }

        for (int at = lastEnd; at < first - 1; at++)
        {
            if (tokens[at].Kind == TokenKind.Sign || Predicates.Contains(tokens[at].Key))
            {
                return null;
            }
        }

        return found[^1].Comparator == Comparator.Range ? null : found[^1].Comparator;
    }

    private static bool IsBound(Comparator comparator) => comparator is not (Comparator.None or Comparator.Equal);

    // Last words of: hình thành, thành lập, xây dựng, có, tổ chức, ra mắt, thêm, đạt.
    private static readonly HashSet<string> Makings = new(StringComparer.Ordinal)
    {
        "thành", "lập", "dựng", "có", "chức", "mắt", "thêm", "đạt",
    };

    private static readonly HashSet<string> Predicates = new(StringComparer.Ordinal)
    {
        "đạt", "được", "có", "là", "sử", "dụng", "tham", "hoàn", "cung", "cấp", "tổ", "áp", "ứng", "thực", "kết", "tiếp", "xây", "triển",
        "biết",
        "đảm", "bảo", "tăng", "giảm", "duy", "trì", "phấn", "chiếm",
    };
}
