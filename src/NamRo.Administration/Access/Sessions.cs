using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;

namespace NamRo.Administration.Access;

/// <summary>Begins and ends sign-ins.</summary>
internal sealed class Sessions(AppDb database, SignInManager<Account> signIn, AccessDirectory directory, CurrentUser user, WardClock clock,
    KnownDevice known, IHttpContextAccessor http)
{
    private const int LongestDevice = 200;

    /// <summary>Starts a session, writes its cookie, and makes the rest of this request act for the person, in their first ward.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="cancel">Ends the write.</param>
    /// <param name="via">The value of <see cref="SessionCookie.ViaClaim"/>; null: a way of our own.</param>
    public async Task BeginAsync(Account account, CancellationToken cancel, string? via = null)
    {
        var context = http.HttpContext!;
        var device = context.Request.Headers.UserAgent.ToString();
        var session = new SignInSession
        {
            Id = Guid.CreateVersion7(clock.Now),
            AccountId = account.Id,
            StartedAt = clock.Now,
            LastSeenAt = clock.Now,
            Address = context.Connection.RemoteIpAddress?.ToString(),
            Device = device.Length > LongestDevice ? device[..LongestDevice] : device,
        };
        var access = await new AccessReader(database).ReadAsync(account, session.Id, null, clock.Today, cancel);
        session.ChosenWardId = access.Ward?.Id;
        database.Add(session);
        user.Become(access.User);
        await database.EnterWardAsync(access.Ward?.Id ?? Guid.Empty, access.Ward?.Name ?? "", cancel);
        known.Remember(account);
        var sid = new Claim(SessionCookie.SessionClaim, session.Id.ToString());
        Claim[] claims = via is null ? [sid] : [sid, new Claim(SessionCookie.ViaClaim, via)];
        await signIn.SignInWithClaimsAsync(account, isPersistent: false, claims);
    }

    /// <summary>Ends the account's sessions, all or all but one, at once.</summary>
    public async Task EndAllAsync(Guid accountId, Guid? except, CancellationToken cancel)
    {
        await database.Set<SignInSession>().Where(row => row.AccountId == accountId && row.EndedAt == null && row.Id != except)
            .ExecuteUpdateAsync(row => row.SetProperty(session => session.EndedAt, clock.Now), cancel);
        directory.Forget();
    }

    /// <summary>Ends one session of the account. False: there is no such open session.</summary>
    public async Task<bool> EndAsync(Guid accountId, Guid sessionId, CancellationToken cancel)
    {
        var count = await database.Set<SignInSession>()
            .Where(row => row.AccountId == accountId && row.Id == sessionId && row.EndedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(session => session.EndedAt, clock.Now), cancel);
        directory.Forget();
        return count == 1;
    }
}
