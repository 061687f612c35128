namespace NamRo.Measures;

/// <summary>Sums, products and the counted leaves.</summary>
internal sealed class FormulaParser(TokenReader reader, IReadOnlyList<MeasureSource> sources)
{
    private static readonly Dictionary<string, AggregateKind> Kinds = new(StringComparer.Ordinal)
    {
        ["dem"] = AggregateKind.Count,
        ["tong"] = AggregateKind.Sum,
        ["trung_binh"] = AggregateKind.Average,
        ["lon_nhat"] = AggregateKind.Largest,
        ["nho_nhat"] = AggregateKind.Smallest,
        ["khac_nhau"] = AggregateKind.Distinct,
        ["ty_le"] = AggregateKind.Share,
        ["ti_le"] = AggregateKind.Share,
    };

    private readonly List<Aggregate> aggregates = [];

    public IReadOnlyList<Aggregate> Aggregates => aggregates;

    public Formula ReadAll()
    {
        var root = ReadSum();
        if (reader.Current.Kind != TokenKind.End)
        {
            throw reader.Wrong($"Câu đã trọn trước {reader.Describe(reader.Current)}. Giữa hai số cần dấu + - * hoặc /.");
        }

        return aggregates.Count > 0 ? root : throw reader.Wrong("Cách tính phải đếm ít nhất một thứ, ví dụ đếm(nhiệm_vụ).");
    }

    private Formula ReadSum()
    {
        var left = ReadProduct();
        while (reader.Current is { Kind: TokenKind.Sign, Key: "+" or "-" })
        {
            left = new Arithmetic(reader.Take().Key[0], left, ReadProduct());
        }

        return left;
    }

    private Formula ReadProduct()
    {
        var left = ReadFactor();
        while (reader.Current is { Kind: TokenKind.Sign, Key: "*" or "/" })
        {
            left = new Arithmetic(reader.Take().Key[0], left, ReadFactor());
        }

        return left;
    }

    private Formula ReadFactor()
    {
        if (reader.Accept("("))
        {
            var inner = reader.Nest(ReadSum);
            reader.Expect(")", "để đóng ngoặc");
            return inner;
        }

        return reader.Current.Kind switch
        {
            TokenKind.Number => new Constant(reader.Take().Number),
            TokenKind.Name when Kinds.TryGetValue(reader.Current.Key, out var kind) => ReadAggregate(kind),
            _ => throw reader.Wrong($"Cần một phép đếm (đếm, tổng, tỷ_lệ, khác_nhau, trung_bình, lớn_nhất, nhỏ_nhất) hoặc một số, "
                + $"nhưng gặp {reader.Describe(reader.Current)}."),
        };
    }

    private Aggregate ReadAggregate(AggregateKind kind)
    {
        if (aggregates.Count == MeasureParser.MostAggregates)
        {
            throw reader.Wrong($"Một cách tính có nhiều nhất {MeasureParser.MostAggregates} phép đếm.");
        }

        var word = reader.Written(reader.Take());
        reader.Expect("(", $"sau “{word}”");
        var source = ReadSource();
        var field = ReadField(kind, word, source);
        var conditions = new ConditionParser(reader, source);
        var filter = reader.Accept("khi") ? conditions.Read() : null;
        Condition? part = null;
        if (kind == AggregateKind.Share)
        {
            reader.Expect(";", "rồi điều kiện của phần được tính, ví dụ tỷ_lệ(nhiệm_vụ; đã_xong)");
            part = conditions.Read();
        }

        reader.Expect(")", $"để đóng “{word}(”");
        var aggregate = new Aggregate(aggregates.Count, kind, source, field, filter, part);
        aggregates.Add(aggregate);
        return aggregate;
    }

    private MeasureSource ReadSource()
    {
        var token = reader.Take();
        return sources.FirstOrDefault(source => token.Kind == TokenKind.Name && Tokens.KeyOf(source.Name) == token.Key)
            ?? throw reader.Wrong($"Không có nguồn tên {reader.Describe(token)}. "
                + Suggestion.Of(token.Key, [.. sources.Select(source => source.Name)], "Các nguồn"), token);
    }

    private MeasureField? ReadField(AggregateKind kind, string word, MeasureSource source)
    {
        if (kind is AggregateKind.Count or AggregateKind.Share)
        {
            return reader.Current is { Kind: TokenKind.Sign, Key: "." }
                ? throw reader.Wrong($"“{word}” đếm dòng nên không nêu trường; điều kiện viết sau “khi”.")
                : null;
        }

        reader.Expect(".", $"rồi tên trường, ví dụ {word}({source.Name}.{source.Fields[0].Name})");
        var token = reader.Current;
        var field = ConditionParser.ReadField(reader, source);
        return kind == AggregateKind.Distinct || field.Kind == FieldKind.Number
            ? field
            : throw reader.Wrong($"“{word}” cần một trường là số; “{field.Title}” không phải là số.", token);
    }
}

/// <summary>"Did you mean": the nearest of the names that exist, else all of them.</summary>
internal static class Suggestion
{
    private const int MostListed = 12;

    public static string Of(string key, IReadOnlyList<string> names, string what)
    {
        var near = names.Select(name => (Name: name, Distance: Distance(key, Tokens.KeyOf(name)))).OrderBy(one => one.Distance)
            .FirstOrDefault();
        return near.Name is not null && near.Distance <= Math.Max(1, key.Length / 3)
            ? $"Có phải là “{near.Name}”?"
            : $"{what} có: {string.Join(", ", names.Take(MostListed))}{(names.Count > MostListed ? "…" : "")}.";
    }

    private static int Distance(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > Math.Max(1, one.Length / 3))
        {
            return int.MaxValue;
        }

        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1)));
            }
        }

        return row[^1];
    }
}
