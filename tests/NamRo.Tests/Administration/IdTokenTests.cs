using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NamRo.Administration;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Administration;

/// <summary>Attacks on the id_token: each must fail for its own reason.</summary>
public sealed class IdTokenTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    private static readonly IdTokenExpectation Expected = new("https://idp", "namro", "n-1", "access", Now);

    private readonly RSA rsa = RSA.Create(2048);
    private readonly ECDsa curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    [Fact]
    public void RightTokens_ArePassed()
    {
        Assert.Null(Check(Rsa(Claims())).Failure);
        Assert.Null(Check(Curve(Claims())).Failure);
        Assert.Null(Check(Rsa(With("at_hash", HashOf("access")))).Failure);
        Assert.Null(Check(Rsa(With("aud", new[] { "namro", "other" }, ("azp", "namro")))).Failure);
        Assert.Equal("s-1", Check(Rsa(Claims())).Text("sub"));
    }

    [Fact]
    public void WrongClaims_AreRefused()
    {
        Assert.Equal("issuer", Check(Rsa(With("iss", "https://evil"))).Failure);
        Assert.Equal("audience", Check(Rsa(With("aud", "other"))).Failure);
        Assert.Equal("audience", Check(Rsa(With("aud", 5))).Failure);
        Assert.Equal("authorized party", Check(Rsa(With("aud", new[] { "namro", "other" }))).Failure);
        Assert.Equal("authorized party", Check(Rsa(With("azp", "other"))).Failure);
        Assert.Equal("expired", Check(Rsa(With("exp", Now.AddMinutes(-3).ToUnixTimeSeconds()))).Failure);
        Assert.Equal("expired", Check(Rsa(With("exp", "never"))).Failure);
        Assert.Equal("issued later", Check(Rsa(With("iat", Now.AddMinutes(9).ToUnixTimeSeconds()))).Failure);
        Assert.Equal("not yet valid", Check(Rsa(With("nbf", Now.AddMinutes(9).ToUnixTimeSeconds()))).Failure);
        Assert.Equal("nonce", Check(Rsa(With("nonce", "n-2"))).Failure);
        Assert.Equal("subject", Check(Rsa(With("sub", ""))).Failure);
        Assert.Equal("access token", Check(Rsa(With("at_hash", HashOf("another")))).Failure);
    }

    [Fact]
    public void WrongSignatures_AreRefused()
    {
        using var stranger = RSA.Create(2048);
        var good = Rsa(Claims());
        var parts = good.Split('.');
        var publicKey = Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem());

        Assert.Equal("algorithm", Check(TestToken.Sign(new() { ["alg"] = "none" }, Claims(), _ => [])).Failure);
        Assert.Equal("algorithm", Check(TestToken.Sign(new() { ["alg"] = "HS256", ["kid"] = "r" }, Claims(), bytes => HMACSHA256.HashData(publicKey, bytes))).Failure);
        Assert.Equal("algorithm", Check(TestToken.Sign(new() { ["alg"] = "RS256", ["kid"] = "r", ["crit"] = new[] { "x" } }, Claims(), Sign)).Failure);
        Assert.Equal("key", Check(TestToken.Sign(Claims(), rsa, "unknown")).Failure);
        Assert.Equal("key", Check(TestToken.Sign(new() { ["alg"] = "ES256", ["kid"] = "r" }, Claims(), Sign)).Failure);
        Assert.Equal("signature", Check(TestToken.Sign(Claims(), stranger, "r")).Failure);
        Assert.Equal("signature", Check($"{parts[0]}.{Rsa(With("sub", "other")).Split('.')[1]}.{parts[2]}").Failure);
        Assert.Equal("signature", Check($"{parts[0]}.{parts[1]}.").Failure);
        Assert.All(new[] { "", "a", "a.b.c", "..", good + ".x", new string('a', 40_000) }, token => Assert.Equal("malformed", Check(token).Failure));
    }

    [Fact]
    public void WeakOrForeignKeys_AreNotTaken()
    {
        using var weak = RSA.Create(1024);
        var parameters = weak.ExportParameters(false);
        var document = JsonSerializer.SerializeToElement(new
        {
            keys = new object[]
            {
                new { kty = "RSA", kid = "weak", n = Base64Url.EncodeToString(parameters.Modulus!), e = "AQAB" },
                new { kty = "oct", kid = "shared", k = "c2VjcmV0" },
                new { kty = "EC", crv = "P-384", kid = "p384", x = "AA", y = "AA" },
                new { kty = "RSA", kid = "enc", use = "enc", n = Base64Url.EncodeToString(rsa.ExportParameters(false).Modulus!), e = "AQAB" },
            },
        });

        Assert.Empty(SigningKey.ReadAll(document));
    }

    public void Dispose()
    {
        rsa.Dispose();
        curve.Dispose();
    }

    private IdTokenReading Check(string token) => IdToken.Check(token,
        [new SigningKey("r", SigningKey.Rs256, rsa.ExportParameters(false), default), new SigningKey("c", SigningKey.Es256, default, curve.ExportParameters(false))],
        Expected);

    private string Rsa(Dictionary<string, object> claims) => TestToken.Sign(claims, rsa, "r");

    private string Curve(Dictionary<string, object> claims) => TestToken.Sign(new() { ["alg"] = "ES256", ["kid"] = "c" }, claims,
        bytes => curve.SignData(bytes, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));

    private byte[] Sign(byte[] bytes) => rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private static string HashOf(string token) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(token)).AsSpan(0, 16));

    private static Dictionary<string, object> Claims() => new()
    {
        ["iss"] = "https://idp",
        ["aud"] = "namro",
        ["sub"] = "s-1",
        ["nonce"] = "n-1",
        ["exp"] = Now.AddMinutes(5).ToUnixTimeSeconds(),
        ["iat"] = Now.ToUnixTimeSeconds(),
    };

    private static Dictionary<string, object> With(string claim, object value, params (string Claim, object Value)[] more)
    {
        var claims = Claims();
        claims[claim] = value;
        foreach (var (name, other) in more)
        {
            claims[name] = other;
        }

        return claims;
    }
}
