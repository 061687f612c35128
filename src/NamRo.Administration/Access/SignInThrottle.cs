using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using NamRo.Kernel.Outcomes;

namespace NamRo.Administration.Access;

/// <summary>
/// Stops an address that keeps failing, before a password is even looked at. Counts failures only, and generously: a whole office may
/// stand behind one address. Kept in memory by each web process: two processes allow twice as much.
/// </summary>
internal sealed class SignInThrottle(SignInFailures failures, IHttpContextAccessor http)
{
    public static readonly Refusal Refusal = new("Có quá nhiều lần đăng nhập không thành công từ mạng này. Hãy thử lại sau 10 phút.");

    public bool IsBlocked() => failures.Count(Address()) >= SignInFailures.MostOfAddress;

    public void Failed() => failures.Add(Address());

    /// <summary>IPv6 gives each customer 64 bits to choose addresses from: those are one.</summary>
    private string Address()
    {
        var address = http.HttpContext?.Connection.RemoteIpAddress ?? IPAddress.None;
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}

/// <summary>How often each address or device has failed lately.</summary>
internal sealed class SignInFailures(TimeProvider time)
{
    public const int MostOfAddress = 100;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private const int MostRemembered = 100_000;

    private readonly ConcurrentDictionary<string, Tally> tallies = new(StringComparer.Ordinal);

    public int Count(string key) => tallies.TryGetValue(key, out var tally) && time.GetUtcNow() - tally.Since < Window ? tally.Count : 0;

    public void Add(string key)
    {
        var now = time.GetUtcNow();
        if (tallies.Count > MostRemembered)
        {
            tallies.Clear();
        }

        tallies.AddOrUpdate(key, new Tally(1, now),
            (_, tally) => now - tally.Since < Window ? tally with { Count = tally.Count + 1 } : new Tally(1, now));
    }

    private sealed record Tally(int Count, DateTimeOffset Since);
}
