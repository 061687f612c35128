using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using NamRo.Kernel.Time;

namespace NamRo.Administration;

/// <summary>What a sign-in that went to the provider must come back with; kept in a protected cookie meanwhile.</summary>
internal sealed record ProviderJourney(string State, string Nonce, string Verifier, string ReturnPath)
{
    private const int RandomBytes = 32;

    public static ProviderJourney Begin(string returnPath) => new(Random(), Random(), Random(), returnPath);

    /// <summary>RFC 7636: only who holds the verifier can use the code.</summary>
    public string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));
}

/// <summary>Who the provider says the person is.</summary>
internal sealed record ProviderPerson(string Issuer, string Subject, string? Name, bool IsEmailVerified);

/// <summary>Speaks with the provider: authorization code flow with PKCE.</summary>
internal sealed class ProviderClient(ProviderDirectory directory, IHttpClientFactory clients, IOptionsMonitor<ProviderOptions> options,
    WardClock clock)
{
    /// <exception cref="HttpRequestException">The provider cannot be reached.</exception>
    public async Task<string> AuthorizationAddressAsync(ProviderJourney journey, string returnAddress, CancellationToken cancel)
    {
        var settings = options.CurrentValue;
        var endpoint = (await directory.EndpointsAsync(cancel)).Authorization.ToString();
        return QueryHelpers.AddQueryString(endpoint, new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = settings.ClientId,
            ["redirect_uri"] = returnAddress,
            ["scope"] = settings.Scopes,
            ["state"] = journey.State,
            ["nonce"] = journey.Nonce,
            ["code_challenge"] = journey.Challenge,
            ["code_challenge_method"] = "S256",
        });
    }

    /// <summary>Where to go after signing out here; null: the provider offers no such thing.</summary>
    public async Task<string?> EndSessionAddressAsync(string afterwards, CancellationToken cancel)
    {
        if (options.CurrentValue is not { IsEnabled: true, SignsOut: true } settings
            || (await directory.EndpointsAsync(cancel)).EndSession is not { } end)
        {
            return null;
        }

        return QueryHelpers.AddQueryString(end.ToString(), new Dictionary<string, string?>
        {
            ["client_id"] = settings.ClientId,
            ["post_logout_redirect_uri"] = afterwards,
        });
    }

    /// <summary>Changes the code for tokens and checks them. The second value tells the log why not.</summary>
    /// <exception cref="HttpRequestException">The provider cannot be reached.</exception>
    public async Task<(ProviderPerson? Person, string? Failure)> RedeemAsync(string code, ProviderJourney journey, string returnAddress,
        CancellationToken cancel)
    {
        var endpoints = await directory.EndpointsAsync(cancel);
        var tokens = await ExchangeAsync(endpoints, code, journey, returnAddress, cancel);
        if (tokens is not { } answer || Text(answer, "id_token") is not { } idToken)
        {
            return (null, "token endpoint");
        }

        var settings = options.CurrentValue;
        var accessToken = Text(answer, "access_token");
        var reading = IdToken.Check(idToken, await directory.KeysAsync(IdToken.KeyIdOf(idToken), cancel),
            new IdTokenExpectation(endpoints.Issuer, settings.ClientId, journey.Nonce, accessToken, clock.Now));
        if (reading.Failure is not null)
        {
            return (null, reading.Failure);
        }

        var subject = reading.Text("sub")!;
        var claims = reading.Text(settings.Claim) is not null || endpoints.UserInfo is null || accessToken is null
            ? reading.Claims : await UserInfoAsync(endpoints.UserInfo, accessToken, subject, cancel) ?? reading.Claims;
        return (new ProviderPerson(endpoints.Issuer, subject, Text(claims, settings.Claim),
            claims.TryGetProperty("email_verified", out var verified) && verified.ValueKind == JsonValueKind.True), null);
    }

    private async Task<JsonElement?> ExchangeAsync(ProviderEndpoints endpoints, string code, ProviderJourney journey, string returnAddress,
        CancellationToken cancel)
    {
        var settings = options.CurrentValue;
        var fields = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = returnAddress,
            ["code_verifier"] = journey.Verifier,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoints.Token);
        if (settings.ClientSecret.Length == 0 || endpoints.TakesSecretInBody)
        {
            fields["client_id"] = settings.ClientId;
        }

        if (settings.ClientSecret.Length > 0 && endpoints.TakesSecretInBody)
        {
            fields["client_secret"] = settings.ClientSecret;
        }
        else if (settings.ClientSecret.Length > 0)
        {
            var pair = $"{Uri.EscapeDataString(settings.ClientId)}:{Uri.EscapeDataString(settings.ClientSecret)}";
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
        }

        request.Content = new FormUrlEncodedContent(fields);
        return await ReadAsync(request, cancel);
    }

    /// <summary>Null when it speaks of someone else: then its claims must not be used.</summary>
    private async Task<JsonElement?> UserInfoAsync(Uri address, string accessToken, string subject, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        return await ReadAsync(request, cancel) is { } claims && Text(claims, "sub") == subject ? claims : null;
    }

    private async Task<JsonElement?> ReadAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        using var client = clients.CreateClient(ProviderDirectory.ClientName);
        using var response = await client.SendAsync(request, cancel);
        if (!response.IsSuccessStatusCode)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancel));
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
