namespace NamRo.Reading.Pdf.Syntax;

/// <summary>A value as PDF writes it (ISO 32000-1, 7.3).</summary>
internal abstract class PdfValue;

internal sealed class PdfNull : PdfValue
{
    public static readonly PdfNull Instance = new();
}

internal sealed class PdfBoolean(bool value) : PdfValue
{
    public bool Value { get; } = value;
}

internal sealed class PdfNumber(double value) : PdfValue
{
    public double Value { get; } = value;
}

internal sealed class PdfName(string value) : PdfValue
{
    public string Value { get; } = value;
}

internal sealed class PdfString(byte[] bytes) : PdfValue
{
    public byte[] Bytes { get; } = bytes;
}

internal sealed class PdfReference(int number) : PdfValue
{
    public int Number { get; } = number;
}

internal sealed class PdfArray(List<PdfValue> items) : PdfValue
{
    public List<PdfValue> Items { get; } = items;
}

internal sealed class PdfDictionary(Dictionary<string, PdfValue> entries) : PdfValue
{
    public static readonly PdfDictionary Empty = new([]);

    public Dictionary<string, PdfValue> Entries { get; } = entries;

    public PdfValue? this[string key] => Entries.GetValueOrDefault(key);
}

/// <summary>A stream: its dictionary and where its raw bytes stand in the file.</summary>
internal sealed class PdfStream(PdfDictionary dictionary, int start, int length) : PdfValue
{
    public PdfDictionary Dictionary { get; } = dictionary;

    public int Start { get; } = start;

    public int Length { get; } = length;
}
