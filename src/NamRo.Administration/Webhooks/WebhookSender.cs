using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using NamRo.Administration.Domain;

namespace NamRo.Administration.Webhooks;

/// <summary>What the operator allows webhooks.</summary>
internal sealed class WebhookOptions
{
    public const string Section = "Webhooks";

    /// <summary>Hosts inside the office network that may be called all the same, also without TLS.</summary>
    public IList<string> AllowedHosts { get; } = [];

    public bool Allows(string host) => AllowedHosts.Contains(host, StringComparer.OrdinalIgnoreCase);
}

/// <summary>The answer of a receiver, or why there was none.</summary>
internal sealed record SendResult(int? Status, string? Error)
{
    public bool IsDone => Status is >= 200 and < 300;

    /// <summary>The receiver says that it wants no more (410).</summary>
    public bool IsGone => Status == (int)HttpStatusCode.Gone;
}

/// <summary>
/// Signs and sends (Standard Webhooks: headers <c>webhook-id</c>, <c>webhook-timestamp</c>, <c>webhook-signature</c>). Follows no redirect
/// and connects only to the very address that was checked.
/// </summary>
internal sealed class WebhookSender(IHttpClientFactory clients, IDataProtectionProvider protection)
{
    public const string ClientName = "webhook";

    private const string SecretPrefix = "whsec_";
    private const int SecretBytes = 32;

    private readonly IDataProtector protector = protection.CreateProtector("webhook");

    /// <summary>A new secret: what the receiver is given, and what is kept.</summary>
    public (string Shown, string Sealed) NewSecret()
    {
        var secret = SecretPrefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes));
        return (secret, protector.Protect(secret));
    }

    public async Task<SendResult> SendAsync(Webhook hook, Guid message, DateTimeOffset at, string body, CancellationToken cancel)
    {
        var stamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, hook.Address)
        {
            Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
        };
        request.Headers.Add("webhook-id", message.ToString());
        request.Headers.Add("webhook-timestamp", stamp);
        request.Headers.Add("webhook-signature", Sign(protector.Unprotect(hook.SealedSecret), message, stamp, body));
        using var client = clients.CreateClient(ClientName);
        try
        {
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            var status = (int)answer.StatusCode;
            return new SendResult(status, status is >= 200 and < 300 ? null : $"Máy nhận trả lời {status}.");
        }
        catch (HttpRequestException failure)
        {
            return new SendResult(null, failure.InnerException is NotPublicException inside ? inside.Message
                : "Không kết nối được: " + failure.Message);
        }
        catch (TaskCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new SendResult(null, "Máy nhận không trả lời kịp.");
        }
    }

    /// <summary>As the receiver works it out again.</summary>
    public static string Sign(string secret, Guid message, string stamp, string body) => "v1," + Convert.ToBase64String(HMACSHA256.HashData(
        Convert.FromBase64String(secret[SecretPrefix.Length..]), Encoding.UTF8.GetBytes($"{message}.{stamp}.{body}")));

    /// <summary>Looks the name up once and connects to what was found: a second look-up could answer otherwise.</summary>
    public static SocketsHttpHandler CreateHandler(IOptions<WebhookOptions> options) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectCallback = async (context, cancel) =>
        {
            var host = context.DnsEndPoint.Host;
            var found = await Dns.GetHostAddressesAsync(host, cancel);
            var usable = options.Value.Allows(host) ? found : Array.FindAll(found, PublicAddress.Is);
            if (usable.Length == 0)
            {
                throw new NotPublicException(host);
            }

            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(usable, context.DnsEndPoint.Port, cancel);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };
}

/// <summary>The name leads to this machine or into the office network.</summary>
internal sealed class NotPublicException(string host)
    : IOException($"{host} không phải địa chỉ công khai. Người vận hành hệ thống có thể cho phép riêng máy này (Webhooks:AllowedHosts).");
