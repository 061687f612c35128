namespace NamRo.Reading.Pdf.Syntax;

/// <summary>
/// The objects of a PDF that qpdf has rewritten: one cross-reference table, no object streams, no encryption.
/// Objects are read when first asked for.
/// </summary>
internal sealed class PdfFile
{
    private const int MaximumReferenceChain = 20;
    private const int EntryLength = 20;

    private readonly byte[] data;
    private readonly int length;
    private readonly int[] offsets;
    private readonly PdfValue?[] objects;

    public PdfFile(byte[] data, int length)
    {
        this.data = data;
        this.length = length;
        var table = FindTable();
        var lexer = new Lexer(data, table, length);
        offsets = ReadOffsets(lexer);
        objects = new PdfValue?[offsets.Length];
        Trailer = new ObjectParser(lexer).Read() as PdfDictionary ?? throw new PdfSyntaxException("There is no trailer.");
        Streams = new StreamDecoder(this, data);
    }

    public PdfDictionary Trailer { get; }

    public StreamDecoder Streams { get; }

    /// <summary>The value itself, after following references; null for a missing one.</summary>
    public PdfValue? Resolve(PdfValue? value)
    {
        for (var hops = 0; value is PdfReference reference; hops++)
        {
            if (hops == MaximumReferenceChain)
            {
                return null;
            }

            value = Object(reference.Number);
        }

        return value is PdfNull ? null : value;
    }

    public T? Get<T>(PdfDictionary? dictionary, string key)
        where T : PdfValue => Resolve(dictionary?[key]) as T;

    /// <summary>The dictionary under the key, also when it belongs to a stream.</summary>
    public PdfDictionary? Dictionary(PdfDictionary? dictionary, string key) => Resolve(dictionary?[key]) switch
    {
        PdfDictionary found => found,
        PdfStream stream => stream.Dictionary,
        _ => null,
    };

    public string? Name(PdfDictionary? dictionary, string key) => Get<PdfName>(dictionary, key)?.Value;

    public double Number(PdfDictionary? dictionary, string key, double otherwise = 0) =>
        Get<PdfNumber>(dictionary, key)?.Value ?? otherwise;

    /// <summary>The numbers of an array; anything else in it counts as 0.</summary>
    public double[] Numbers(PdfValue? value) =>
        Resolve(value) is PdfArray array ? [.. array.Items.Select(item => (Resolve(item) as PdfNumber)?.Value ?? 0)] : [];

    private PdfValue? Object(int number)
    {
        if (number <= 0 || number >= offsets.Length || offsets[number] == 0)
        {
            return null;
        }

        return objects[number] ??= ReadObject(offsets[number]);
    }

    private PdfValue ReadObject(int offset)
    {
        var lexer = new Lexer(data, offset, length);
        lexer.Next();
        lexer.Next();
        lexer.Next();
        var value = new ObjectParser(lexer).Read();
        if (value is not PdfDictionary dictionary)
        {
            return value;
        }

        var keyword = lexer.Next();
        return keyword.Kind == TokenKind.Keyword && lexer.Bytes(keyword).SequenceEqual("stream"u8)
            ? StreamAfter(lexer, dictionary)
            : value;
    }

    private PdfStream StreamAfter(Lexer lexer, PdfDictionary dictionary)
    {
        var start = lexer.Position;
        if (start < length && data[start] == '\r')
        {
            start++;
        }

        if (start < length && data[start] == '\n')
        {
            start++;
        }

        // qpdf writes every length directly; following a reference here could run in a circle.
        var announced = dictionary["Length"] is PdfNumber number ? number.Value : 0;
        return new PdfStream(dictionary, start, (int)Math.Clamp(announced, 0, length - start));
    }

    private int FindTable()
    {
        var tail = Math.Max(0, length - 1024);
        var found = data.AsSpan(tail, length - tail).LastIndexOf("startxref"u8);
        if (found < 0)
        {
            throw new PdfSyntaxException("There is no startxref.");
        }

        var lexer = new Lexer(data, tail + found, length);
        lexer.Next();
        var table = lexer.Next();
        return table.Kind == TokenKind.Number && table.Number >= 0 && table.Number < length
            ? (int)table.Number
            : throw new PdfSyntaxException("startxref points nowhere.");
    }

    private int[] ReadOffsets(Lexer lexer)
    {
        lexer.Next();
        var first = lexer.Next();
        var count = lexer.Next();
        if (first.Kind != TokenKind.Number || first.Number != 0 || count.Kind != TokenKind.Number)
        {
            throw new PdfSyntaxException("The cross-reference table is not one section.");
        }

        lexer.SkipWhite();
        var entries = (int)Math.Min(count.Number, (length - lexer.Position) / EntryLength);
        var found = new int[entries];
        for (var i = 0; i < entries; i++)
        {
            var entry = data.AsSpan(lexer.Position + i * EntryLength, EntryLength);
            if (entry[17] == 'n' && System.Buffers.Text.Utf8Parser.TryParse(entry[..10], out int offset, out _) && offset < length)
            {
                found[i] = offset;
            }
        }

        lexer.Position += entries * EntryLength;
        lexer.Next();
        return found;
    }
}
