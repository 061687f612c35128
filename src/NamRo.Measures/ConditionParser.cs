using System.Globalization;

namespace NamRo.Measures;

/// <summary>What must hold for a row of one source.</summary>
internal sealed class ConditionParser(TokenReader reader, MeasureSource source)
{
    private const int MostValues = 50;

    public Condition Read()
    {
        var parts = new List<Condition> { ReadAll() };
        while (reader.Accept("hoac"))
        {
            parts.Add(ReadAll());
        }

        return parts.Count == 1 ? parts[0] : new AnyOf(parts);
    }

    public static MeasureField ReadField(TokenReader reader, MeasureSource source)
    {
        var token = reader.Take();
        return source.Fields.FirstOrDefault(field => token.Kind == TokenKind.Name && Tokens.KeyOf(field.Name) == token.Key)
            ?? throw reader.Wrong($"Nguồn “{source.Title}” không có trường {reader.Describe(token)}. "
                + Suggestion.Of(token.Key, [.. source.Fields.Select(field => field.Name)], "Các trường"), token);
    }

    private Condition ReadAll()
    {
        var parts = new List<Condition> { ReadOne() };
        while (reader.Accept("va"))
        {
            parts.Add(ReadOne());
        }

        return parts.Count == 1 ? parts[0] : new AllOf(parts);
    }

    private Condition ReadOne()
    {
        if (reader.Accept("khong"))
        {
            return new NotOf(reader.Nest(ReadOne));
        }

        if (reader.Accept("("))
        {
            var inner = reader.Nest(Read);
            reader.Expect(")", "để đóng ngoặc");
            return inner;
        }

        if (reader.Accept("co"))
        {
            return new NotOf(new IsEmpty(ReadField(reader, source)));
        }

        var place = reader.Current;
        return ReadAbout(ReadField(reader, source), place);
    }

    private Condition ReadAbout(MeasureField field, Token place)
    {
        if (reader.Accept("trong_ky"))
        {
            return About(field, PeriodPlace.Within, place);
        }

        if (reader.Accept("truoc_ky"))
        {
            return About(field, PeriodPlace.Before, place);
        }

        if (reader.Accept("sau_ky"))
        {
            return About(field, PeriodPlace.After, place);
        }

        if (reader.Accept("den_cuoi_ky"))
        {
            return About(field, PeriodPlace.UntilEnd, place);
        }

        if (reader.Accept("trong"))
        {
            return ReadList(field);
        }

        if (reader.Accept("bo_trong"))
        {
            return new IsEmpty(field);
        }

        return ReadComparison(field, place);
    }

    private InPeriod About(MeasureField field, PeriodPlace period, Token place) => field.Kind == FieldKind.Date
        ? new InPeriod(field, period)
        : throw reader.Wrong($"Chỉ trường ngày mới so được với kỳ; “{field.Title}” không phải là ngày.", place);

    private IsOneOf ReadList(MeasureField field)
    {
        reader.Expect("(", "sau “trong”, ví dụ trong ('một'; 'hai')");
        var values = new List<Literal>();
        do
        {
            values.Add(ReadValue(field));
            if (values.Count > MostValues)
            {
                throw reader.Wrong($"Một danh sách có nhiều nhất {MostValues} giá trị.");
            }
        }
        while (reader.Accept(";"));
        reader.Expect(")", "để đóng danh sách");
        return new IsOneOf(field, values);
    }

    private Condition ReadComparison(MeasureField field, Token place)
    {
        var sign = reader.Current is { Kind: TokenKind.Sign, Key: "=" or "<>" or "<" or "<=" or ">" or ">=" }
            or { Kind: TokenKind.Name, Key: "chua" }
            ? reader.Take()
            : (Token?)null;
        if (sign is null)
        {
            return field.Kind == FieldKind.YesNo
                ? new Holds(field)
                : throw reader.Wrong($"Sau “{field.Title}” cần một phép so sánh (=, <>, <, <=, >, >=, trong, bỏ_trống), nhưng gặp "
                    + $"{reader.Describe(reader.Current)}.", reader.Current);
        }

        if (field.Kind == FieldKind.YesNo)
        {
            return ReadYesNo(field, sign.Value);
        }

        if (!Allows(field.Kind, sign.Value.Key))
        {
            throw reader.Wrong($"“{field.Title}” không so được bằng “{reader.Written(sign.Value)}”.", sign);
        }

        if (field.Kind == FieldKind.Key)
        {
            throw reader.Wrong($"“{field.Title}” là mã nội bộ: chỉ đếm khác_nhau hoặc xem có hay bỏ_trống.", place);
        }

        return new Comparison(field, sign.Value.Key == "chua" ? "chứa" : sign.Value.Key, ReadValue(field));
    }

    private Condition ReadYesNo(MeasureField field, Token sign)
    {
        var value = reader.Take();
        return (sign.Key, value.Key) switch
        {
            ("=", "dung") or ("<>", "sai") => new Holds(field),
            ("=", "sai") or ("<>", "dung") => new NotOf(new Holds(field)),
            _ => throw reader.Wrong($"“{field.Title}” chỉ là đúng hoặc sai.", value),
        };
    }

    private static bool Allows(FieldKind kind, string sign) => sign switch
    {
        "=" or "<>" => true,
        "chua" => kind == FieldKind.Text,
        _ => kind is FieldKind.Number or FieldKind.Date,
    };

    private Literal ReadValue(MeasureField field)
    {
        var token = reader.Take();
        return (field.Kind, token.Kind) switch
        {
            (FieldKind.Number, TokenKind.Number) => new NumberLiteral(token.Number),
            (FieldKind.Number, TokenKind.Sign) when token.Key == "-" && reader.Current.Kind == TokenKind.Number =>
                new NumberLiteral(-reader.Take().Number),
            (FieldKind.Text, TokenKind.Text) => new TextLiteral(token.Key, token.Key),
            (FieldKind.Choice, TokenKind.Text) => ReadChoice(field, token),
            (FieldKind.Date, TokenKind.Date) => new DateLiteral(token.Date),
            (FieldKind.Date, TokenKind.Name) when token.Key == "hom_nay" => new MovingLiteral(MovingDay.Today),
            (FieldKind.Date, TokenKind.Name) when token.Key == "dau_ky" => new MovingLiteral(MovingDay.PeriodStart),
            (FieldKind.Date, TokenKind.Name) when token.Key == "cuoi_ky" => new MovingLiteral(MovingDay.PeriodEnd),
            _ => throw reader.Wrong(string.Create(CultureInfo.InvariantCulture,
                $"“{field.Title}” cần {Wanted(field.Kind)}, nhưng gặp {reader.Describe(token)}."), token),
        };
    }

    private TextLiteral ReadChoice(MeasureField field, Token token)
    {
        var key = Tokens.KeyOf(token.Key);
        var choice = field.Choices.FirstOrDefault(choice => Tokens.KeyOf(choice.Title) == key || choice.Code == token.Key);
        return choice is null
            ? throw reader.Wrong($"“{field.Title}” không có giá trị “{token.Key}”. "
                + Suggestion.Of(key, [.. field.Choices.Select(one => one.Title)], "Các giá trị"), token)
            : new TextLiteral(choice.Code, choice.Title);
    }

    private static string Wanted(FieldKind kind) => kind switch
    {
        FieldKind.Number => "một số",
        FieldKind.Date => "một ngày (30/6/2026, hôm_nay, đầu_kỳ, cuối_kỳ)",
        FieldKind.Choice => "một trong các giá trị của nó, trong ngoặc kép",
        FieldKind.YesNo => "đúng hoặc sai, viết sau dấu =",
        FieldKind.Key => "không giá trị nào (chỉ có hoặc bỏ_trống)",
        _ => "một đoạn chữ trong ngoặc kép",
    };
}
