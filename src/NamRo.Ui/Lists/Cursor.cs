using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace NamRo.Ui.Lists;

/// <summary>The place of a row in a list as text for an address: its sort value and its key.</summary>
/// <param name="Value">Sort value as text the list can read back; null sorts where the list puts missing values.</param>
/// <param name="Id">Key of the row, which makes the place unique.</param>
public sealed record Cursor(string? Value, Guid Id)
{
    /// <summary>URL-safe text.</summary>
    public string Encode() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this));

    /// <summary>Reads what <see cref="Encode"/> wrote; false for anything else, which a list treats as "from the start".</summary>
    public static bool TryDecode(string? text, [NotNullWhen(true)] out Cursor? cursor)
    {
        cursor = null;
        if (string.IsNullOrEmpty(text) || !Base64Url.IsValid(text))
            return false;
        try
        {
            cursor = JsonSerializer.Deserialize<Cursor>(Base64Url.DecodeFromChars(text));
        }
        catch (JsonException)
        {
            return false;
        }
        return cursor is not null;
    }
}
