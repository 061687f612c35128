using System.Text.Json;
using Microsoft.Extensions.Options;

namespace NamRo.Administration;

/// <summary>Where the provider's endpoints are.</summary>
internal sealed record ProviderEndpoints(string Issuer, Uri Authorization, Uri Token, Uri Keys, Uri? UserInfo, Uri? EndSession,
    bool TakesSecretInBody);

/// <summary>
/// The provider's own description and keys, remembered for a day. A token that names an unknown key makes us look again, at most once a
/// minute: so keys may rotate, and made-up key names cost the provider nothing.
/// </summary>
internal sealed class ProviderDirectory(IHttpClientFactory clients, IOptionsMonitor<ProviderOptions> options, TimeProvider time)
    : IDisposable
{
    public const string ClientName = "oidc";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim gate = new(1);

    private ProviderEndpoints? endpoints;
    private IReadOnlyList<SigningKey> keys = [];
    private DateTimeOffset readAt;
    private DateTimeOffset keysReadAt;

    /// <exception cref="HttpRequestException">The provider cannot be reached, or says something else than it should.</exception>
    public async Task<ProviderEndpoints> EndpointsAsync(CancellationToken cancel)
    {
        await gate.WaitAsync(cancel);
        try
        {
            if (endpoints is null || time.GetUtcNow() - readAt > Lifetime)
            {
                endpoints = Describe(await GetAsync(new Uri(Authority() + "/.well-known/openid-configuration"), cancel));
                readAt = time.GetUtcNow();
            }

            return endpoints;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>The keys, read again if the one that is asked for is not among them.</summary>
    public async Task<IReadOnlyList<SigningKey>> KeysAsync(string? keyId, CancellationToken cancel)
    {
        var known = await EndpointsAsync(cancel);
        await gate.WaitAsync(cancel);
        try
        {
            var age = time.GetUtcNow() - keysReadAt;
            var isMissing = keys.Count == 0 || (keyId is not null && keys.All(key => key.Id != keyId));
            if (age > Lifetime || (isMissing && age > ShortestPause))
            {
                keys = SigningKey.ReadAll(await GetAsync(known.Keys, cancel));
                keysReadAt = time.GetUtcNow();
            }

            return keys;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private string Authority() => options.CurrentValue.Authority.TrimEnd('/');

    private async Task<JsonElement> GetAsync(Uri address, CancellationToken cancel)
    {
        using var client = clients.CreateClient(ClientName);
        var text = await client.GetStringAsync(address, cancel);
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException fault)
        {
            throw new HttpRequestException("The provider did not answer with JSON.", fault);
        }
    }

    private ProviderEndpoints Describe(JsonElement document)
    {
        var issuer = Text(document, "issuer");
        if (issuer?.TrimEnd('/') != Authority())
        {
            throw new HttpRequestException("The provider names another issuer than the one configured.");
        }

        var takesBasic = !document.TryGetProperty("token_endpoint_auth_methods_supported", out var methods)
            || methods.ValueKind != JsonValueKind.Array
            || methods.EnumerateArray().Any(method => method.ToString() == "client_secret_basic");
        return new ProviderEndpoints(issuer, Required(document, "authorization_endpoint"), Required(document, "token_endpoint"),
            Required(document, "jwks_uri"), Optional(document, "userinfo_endpoint"), Optional(document, "end_session_endpoint"),
            !takesBasic);
    }

    private static Uri Required(JsonElement document, string name) =>
        Optional(document, name) ?? throw new HttpRequestException($"The provider's description has no usable {name}.");

    /// <summary>Plain HTTP is taken from this machine only.</summary>
    private static Uri? Optional(JsonElement document, string name) =>
        Uri.TryCreate(Text(document, name), UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback) ? address : null;

    private static string? Text(JsonElement document, string name) =>
        document.ValueKind == JsonValueKind.Object && document.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
