using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace NamRo.Administration;

/// <summary>What an id_token must say.</summary>
internal sealed record IdTokenExpectation(string Issuer, string ClientId, string Nonce, string? AccessToken, DateTimeOffset Now);

/// <summary>A token that was looked at. <see cref="Failure"/> is for the log; null: every check passed.</summary>
internal sealed record IdTokenReading(JsonElement Claims, string? Failure)
{
    public string? Text(string claim) => Claims.ValueKind == JsonValueKind.Object && Claims.TryGetProperty(claim, out var value)
        && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>Checks an id_token by OpenID Connect Core 1.0, section 3.1.3.7.</summary>
internal static class IdToken
{
    private const int Longest = 32_768;

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    /// <summary>The key its header names; null when it names none.</summary>
    public static string? KeyIdOf(string token) => Part(token, 0) is { } header ? Text(header, "kid") : null;

    public static IdTokenReading Check(string token, IReadOnlyList<SigningKey> keys, IdTokenExpectation expected)
    {
        if (token.Length > Longest || token.Split('.') is not { Length: 3 } parts || !Base64Url.IsValid(parts[2])
            || Part(token, 0) is not { } header || Part(token, 1) is not { } claims)
        {
            return Fail("malformed");
        }

        // The header is the attacker's: it may choose among the keys that the provider publishes, nothing else.
        if (header.TryGetProperty("crit", out _) || Text(header, "alg") is not (SigningKey.Rs256 or SigningKey.Es256) ||
            Text(header, "alg") is not { } algorithm)
        {
            return Fail("algorithm");
        }

        var candidates = keys.Where(key => key.Algorithm == algorithm && (Text(header, "kid") is not { } id || key.Id == id)).ToList();
        if (candidates.Count != 1)
        {
            return Fail("key");
        }

        var signed = Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}");
        return candidates[0].Verify(signed, Base64Url.DecodeFromChars(parts[2]))
            ? new IdTokenReading(claims, Judge(claims, expected)) : Fail("signature");
    }

    private static string? Judge(JsonElement claims, IdTokenExpectation expected)
    {
        var audiences = Audiences(claims);
        return claims switch
        {
            _ when Text(claims, "iss") != expected.Issuer => "issuer",
            _ when !audiences.Contains(expected.ClientId) => "audience",
            _ when audiences.Count > 1 && Text(claims, "azp") is null => "authorized party",
            _ when Text(claims, "azp") is { } party && party != expected.ClientId => "authorized party",
            _ when Instant(claims, "exp") is not { } end || end + Skew <= expected.Now => "expired",
            _ when Instant(claims, "iat") is not { } start || start - Skew > expected.Now => "issued later",
            _ when Instant(claims, "nbf") is { } begin && begin - Skew > expected.Now => "not yet valid",
            _ when Text(claims, "nonce") is not { } nonce || !Same(nonce, expected.Nonce) => "nonce",
            _ when Text(claims, "sub") is null or "" => "subject",
            _ when Text(claims, "at_hash") is { } hash && !IsHashOf(hash, expected.AccessToken) => "access token",
            _ => null,
        };
    }

    private static bool IsHashOf(string hash, string? accessToken) => accessToken is not null
        && Same(hash, Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(accessToken)).AsSpan(0, 16)));

    private static bool Same(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    private static List<string> Audiences(JsonElement claims)
    {
        if (!claims.TryGetProperty("aud", out var audience))
        {
            return [];
        }

        return audience.ValueKind == JsonValueKind.Array
            ? [.. audience.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!)]
            : Text(claims, "aud") is { } single ? [single] : [];
    }

    private static DateTimeOffset? Instant(JsonElement claims, string name) => claims.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var seconds) && seconds is > 0 and < 253_402_300_800
        ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static JsonElement? Part(string token, int at)
    {
        var parts = token.Split('.');
        if (at >= parts.Length || !Base64Url.IsValid(parts[at]))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[at]), new JsonDocumentOptions
            {
                AllowDuplicateProperties = false,
                MaxDepth = 16,
            });
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IdTokenReading Fail(string reason) => new(default, reason);
}
