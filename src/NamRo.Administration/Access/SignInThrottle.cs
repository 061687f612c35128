using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Time;

namespace NamRo.Administration.Access;

/// <summary>
/// Stops an address that keeps failing, before a password is even looked at. Counts failures only, and generously: a whole office may
/// stand behind one address.
/// </summary>
internal sealed class SignInThrottle(SignInFailures failures, IHttpContextAccessor http)
{
    public static readonly Refusal Refusal = new("Có quá nhiều lần đăng nhập không thành công từ mạng này. Hãy thử lại sau 10 phút.");

    public async Task<bool> IsBlockedAsync(CancellationToken cancel) =>
        await failures.CountAsync(Address(), cancel) >= SignInFailures.MostOfAddress;

    public Task FailedAsync(CancellationToken cancel) => failures.AddAsync(Address(), cancel);

    /// <summary>IPv6 gives each customer 64 bits to choose addresses from: those are one.</summary>
    private string Address()
    {
        var address = http.HttpContext?.Connection.RemoteIpAddress ?? IPAddress.None;
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}

/// <summary>
/// How often each address or device has failed lately; in the database, where all web processes count together. A failure is kept with the
/// request's own transaction; to keep those from waiting for each other in a circle, the account is written first, then the address, then
/// the device.
/// </summary>
internal sealed class SignInFailures(AppDb database, WardClock clock)
{
    public const int MostOfAddress = 100;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    public Task<int> CountAsync(string key, CancellationToken cancel)
    {
        var since = clock.Now - Window;
        return database.Database.SqlQuery<int>(
            $"""select failures as "Value" from administration.sign_in_failure where key = {key} and since > {since}""")
            .SingleOrDefaultAsync(cancel);
    }

    public Task AddAsync(string key, CancellationToken cancel)
    {
        var (now, since) = (clock.Now, clock.Now - Window);
        return database.Database.ExecuteSqlAsync($"""
            insert into administration.sign_in_failure as tally (key, since, failures) values ({key}, {now}, 1)
            on conflict (key) do update set failures = case when tally.since > {since} then tally.failures + 1 else 1 end,
              since = case when tally.since > {since} then tally.since else excluded.since end
            """, cancel);
    }

    /// <summary>Removes what counts no more; what another process is just counting or removing is left to it.</summary>
    public Task<int> SweepAsync(CancellationToken cancel)
    {
        var since = clock.Now - Window;
        return database.Database.ExecuteSqlAsync($"""
            delete from administration.sign_in_failure
            where key in (select key from administration.sign_in_failure where since <= {since} for update skip locked)
            """, cancel);
    }
}
