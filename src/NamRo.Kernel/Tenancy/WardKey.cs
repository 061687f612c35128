using System.Buffers.Text;
using System.Security.Cryptography;

namespace NamRo.Kernel.Tenancy;

/// <summary>
/// What an address or a header carries in place of a sign-in: the ward, the thing it opens and 32 random bytes. Only <see cref="Hash"/> is
/// kept, so who reads the database cannot use it.
/// </summary>
public sealed record WardKey(Guid WardId, Guid Id, byte[] Secret)
{
    private const int SecretBytes = 32;
    private const int GuidBytes = 16;
    private const int LongestText = 100;

    public byte[] Hash => SHA256.HashData(Secret);

    public static WardKey Create(Guid wardId, Guid id) => new(wardId, id, RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>Null: no such key can exist.</summary>
    public static WardKey? Parse(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestText || !Base64Url.IsValid(text))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(text);
        return bytes.Length == (2 * GuidBytes) + SecretBytes
            ? new WardKey(new Guid(bytes.AsSpan(0, GuidBytes)), new Guid(bytes.AsSpan(GuidBytes, GuidBytes)), bytes[(2 * GuidBytes)..])
            : null;
    }

    /// <summary>Whether its secret is the one of which the hash was kept; takes as long for a wrong one.</summary>
    public bool Opens(byte[] hash) => CryptographicOperations.FixedTimeEquals(hash, Hash);

    public override string ToString() => Base64Url.EncodeToString([.. WardId.ToByteArray(), .. Id.ToByteArray(), .. Secret]);
}
