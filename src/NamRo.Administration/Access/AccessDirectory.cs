using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Settings;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;

namespace NamRo.Administration.Access;

/// <summary>What a sign-in may do now.</summary>
internal sealed record SessionAccess(UserAccess User, WardRecord? Ward, bool MustChangePassword);

/// <summary>
/// Answers "who is this cookie, and what may they do" from memory for a few seconds, then from the database again. A change in this process
/// is felt at once (<see cref="Forget"/>), in another process after <see cref="Freshness"/>.
/// </summary>
internal sealed class AccessDirectory(IServiceScopeFactory scopes, TimeProvider time)
{
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(10);

    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<Guid, Remembered> bySession = new();

    /// <summary>The session's access, or null if it has ended.</summary>
    public async Task<SessionAccess?> FindAsync(Guid sessionId, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (bySession.TryGetValue(sessionId, out var known) && now - known.ReadAt < Freshness)
        {
            return known.Access;
        }

        if (bySession.Count > MostRemembered)
        {
            bySession.Clear();
        }

        var access = await ReadAsync(sessionId, cancel);
        bySession[sessionId] = new Remembered(access, now);
        return access;
    }

    /// <summary>Drops what is remembered, after roles, sessions or accounts have changed.</summary>
    public void Forget() => bySession.Clear();

    private async Task<SessionAccess?> ReadAsync(Guid sessionId, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<AppDb>();
        var clock = scope.ServiceProvider.GetRequiredService<WardClock>();
        await using var transaction = await database.Database.BeginTransactionAsync(cancel);
        var session = await database.Set<SignInSession>().SingleOrDefaultAsync(row => row.Id == sessionId && row.EndedAt == null, cancel);
        var account = session is null ? null : await database.Set<Account>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == session.AccountId && row.DisabledAt == null, cancel);
        if (session is null || account is null)
        {
            return null;
        }

        var access = await new AccessReader(database).ReadAsync(account, session.Id, session.ChosenWardId, clock.Today, cancel);
        if (clock.Now - session.LastSeenAt > await IdleLimitAsync(scope.ServiceProvider, access, cancel))
        {
            return null;
        }

        session.LastSeenAt = clock.Now;
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return access;
    }

    /// <summary>Idle time after which the session ends by itself, as the ward has decided.</summary>
    private static async Task<TimeSpan> IdleLimitAsync(IServiceProvider services, SessionAccess access, CancellationToken cancel)
    {
        if (access.Ward is { } ward)
        {
            await services.GetRequiredService<AppDb>().EnterWardAsync(ward.Id, ward.Name, cancel);
        }

        var isAdmin = access.User.Permissions.Contains(AdministrationPermission.WritePeople);
        var limit = isAdmin ? AdministrationSetting.AdminIdleMinutes : AdministrationSetting.IdleMinutes;
        return TimeSpan.FromMinutes(await services.GetRequiredService<WardSettings>().GetAsync(limit, cancel));
    }

    private sealed record Remembered(SessionAccess? Access, DateTimeOffset ReadAt);
}
