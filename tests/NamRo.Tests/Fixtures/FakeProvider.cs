using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NamRo.Tests.Fixtures;

/// <summary>An OpenID Connect provider inside the tests: it signs whatever it is told, right or wrong.</summary>
public sealed class FakeProvider : IAsyncDisposable
{
    public const string ClientId = "namro";
    public const string Secret = "s3cret+/=";

    private readonly WebApplication application;

    private RSA key = RSA.Create(2048);
    private string keyId = "k1";
    private string challenge = "";

    private FakeProvider(WebApplication application) => this.application = application;

    public string Issuer { get; private set; } = "";

    /// <summary>What the next id_token says.</summary>
    public Dictionary<string, object> Claims { get; } = [];

    /// <summary>What the userinfo endpoint says; null: there is none.</summary>
    public Dictionary<string, object>? UserInfo { get; set; }

    public int KeysRead { get; private set; }

    public static async Task<FakeProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var site = builder.Build();
        site.Urls.Add("http://127.0.0.1:0");
        var provider = new FakeProvider(site);
        site.MapGet("/.well-known/openid-configuration", provider.Describe);
        site.MapGet("/keys", provider.Keys);
        site.MapPost("/token", provider.ExchangeAsync);
        site.MapGet("/userinfo", () => Results.Json(provider.UserInfo));
        await site.StartAsync();
        provider.Issuer = site.Urls.First();
        return provider;
    }

    /// <summary>Makes another key, as providers do from time to time.</summary>
    public void Rotate()
    {
        key.Dispose();
        (key, keyId) = (RSA.Create(2048), keyId + "x");
    }

    /// <summary>Reads the address to which a person was sent, and prepares the token that answers it. Gives the way back.</summary>
    public string Answer(string authorizationAddress, string userName)
    {
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri(authorizationAddress).Query);
        challenge = query["code_challenge"].ToString();
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        Claims.Clear();
        Claims["iss"] = Issuer;
        Claims["aud"] = ClientId;
        Claims["sub"] = "subject-of-" + userName;
        Claims["exp"] = now + 3600;
        Claims["iat"] = now;
        Claims["nonce"] = query["nonce"].ToString();
        Claims["preferred_username"] = userName;
        return $"/dang-nhap/lien-thong/ve?code=a-code&state={Uri.EscapeDataString(query["state"].ToString())}";
    }

    public async ValueTask DisposeAsync()
    {
        key.Dispose();
        await application.DisposeAsync();
    }

    private IResult Describe() => Results.Json(new Dictionary<string, object>
    {
        ["issuer"] = Issuer,
        ["authorization_endpoint"] = Issuer + "/authorize",
        ["token_endpoint"] = Issuer + "/token",
        ["jwks_uri"] = Issuer + "/keys",
        ["userinfo_endpoint"] = Issuer + "/userinfo",
        ["end_session_endpoint"] = Issuer + "/logout",
    });

    private IResult Keys()
    {
        KeysRead++;
        var parameters = key.ExportParameters(includePrivateParameters: false);
        return Results.Json(new
        {
            keys = new[]
            {
                new { kty = "RSA", use = "sig", kid = keyId, n = Base64Url.EncodeToString(parameters.Modulus!), e = Base64Url.EncodeToString(parameters.Exponent!) },
            },
        });
    }

    /// <summary>Checks what a real provider would: the client, the code and the verifier.</summary>
    private async Task<IResult> ExchangeAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var verifier = form["code_verifier"].ToString();
        var expected = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{ClientId}:{Uri.EscapeDataString(Secret)}"));
        var isRight = request.Headers.Authorization == expected && form["code"] == "a-code"
            && Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))) == challenge;
        return isRight ? Results.Json(new { access_token = "at", token_type = "Bearer", id_token = TestToken.Sign(Claims, key, keyId) })
            : Results.BadRequest(new { error = "invalid_grant" });
    }
}

/// <summary>Writes tokens by hand.</summary>
public static class TestToken
{
    public static string Sign(Dictionary<string, object> claims, RSA key, string? keyId) => Sign(
        new Dictionary<string, object?> { ["alg"] = "RS256", ["kid"] = keyId }, claims,
        bytes => key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    public static string Sign(Dictionary<string, object?> header, Dictionary<string, object> claims, Func<byte[], byte[]> sign)
    {
        var signed = Encode(header) + "." + Encode(claims);
        return signed + "." + Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(signed)));
    }

    private static string Encode(object part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));
}
