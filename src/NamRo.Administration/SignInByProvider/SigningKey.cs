using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace NamRo.Administration;

/// <summary>A public key of the provider, for RS256 or ES256; other kinds are not taken.</summary>
internal sealed record SigningKey(string? Id, string Algorithm, RSAParameters Rsa, ECParameters Curve)
{
    public const string Rs256 = "RS256";
    public const string Es256 = "ES256";

    private const int FewestRsaBytes = 256;
    private const int CurveBytes = 32;

    /// <summary>The usable keys of a JWKS document.</summary>
    public static IReadOnlyList<SigningKey> ReadAll(JsonElement document) =>
        document.TryGetProperty("keys", out var keys) && keys.ValueKind == JsonValueKind.Array
            ? [.. keys.EnumerateArray().Select(Read).OfType<SigningKey>()] : [];

    public bool Verify(byte[] signed, byte[] signature)
    {
        if (Algorithm == Rs256)
        {
            using var rsa = RSA.Create(Rsa);
            return rsa.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }

        using var curve = ECDsa.Create(Curve);
        return curve.VerifyData(signed, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    private static SigningKey? Read(JsonElement key)
    {
        if (Text(key, "use") is not (null or "sig"))
        {
            return null;
        }

        var id = Text(key, "kid");
        var (algorithm, first, second) = (Text(key, "kty"), Text(key, "crv")) switch
        {
            ("RSA", _) => (Rs256, Bytes(key, "n"), Bytes(key, "e")),
            ("EC", "P-256") => (Es256, Bytes(key, "x"), Bytes(key, "y")),
            _ => ("", [], []),
        };
        if (Text(key, "alg") is { } stated && stated != algorithm)
        {
            return null;
        }

        return algorithm switch
        {
            Rs256 when first.Length >= FewestRsaBytes && second.Length > 0 =>
                new SigningKey(id, Rs256, new RSAParameters { Modulus = first, Exponent = second }, default),
            Es256 when first.Length == CurveBytes && second.Length == CurveBytes => new SigningKey(id, Es256, default,
                new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = first, Y = second } }),
            _ => null,
        };
    }

    private static byte[] Bytes(JsonElement key, string name) =>
        Text(key, name) is { } text && Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : [];

    private static string? Text(JsonElement key, string name) =>
        key.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
