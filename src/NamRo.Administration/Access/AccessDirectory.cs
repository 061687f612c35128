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
internal sealed record SessionAccess(UserAccess User, WardRecord? Ward, bool MustChangePassword)
{
    /// <summary>Of a token; empty for a cookie.</summary>
    public byte[] SecretHash { get; init; } = [];
}

/// <summary>
/// Answers "who is this cookie or token, and what may they do" from memory for a few seconds, then from the database again. A change
/// in this process is felt at once (<see cref="Forget"/>), in another process after <see cref="Freshness"/>.
/// </summary>
internal sealed class AccessDirectory(IServiceScopeFactory scopes, TimeProvider time)
{
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(10);

    private const int MostRemembered = 10_000;

    /// <summary>By ward and token; a session belongs to no ward.</summary>
    private readonly ConcurrentDictionary<(Guid Ward, Guid Id), Remembered> known = new();

    /// <summary>The session's access, or null if it has ended.</summary>
    public Task<SessionAccess?> FindAsync(Guid sessionId, CancellationToken cancel) =>
        RecallAsync((Guid.Empty, sessionId), () => ReadAsync(sessionId, cancel));

    /// <summary>The token's access, or null if it has ended, its secret is wrong, or its owner no longer works in its ward.</summary>
    public async Task<SessionAccess?> FindAsync(WardKey key, CancellationToken cancel)
    {
        var access = await RecallAsync((key.WardId, key.Id), () => ReadTokenAsync(key, cancel));
        return access is not null && key.Opens(access.SecretHash) ? access : null;
    }

    /// <summary>Drops what is remembered, after roles, sessions, tokens or accounts have changed.</summary>
    public void Forget() => known.Clear();

    private async Task<SessionAccess?> RecallAsync((Guid, Guid) key, Func<Task<SessionAccess?>> readAsync)
    {
        var now = time.GetUtcNow();
        if (known.TryGetValue(key, out var found) && now - found.ReadAt < Freshness)
        {
            return found.Access;
        }

        if (known.Count > MostRemembered)
        {
            known.Clear();
        }

        var access = await readAsync();
        known[key] = new Remembered(access, now);
        return access;
    }

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

    private async Task<SessionAccess?> ReadTokenAsync(WardKey key, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<AppDb>();
        var clock = scope.ServiceProvider.GetRequiredService<WardClock>();
        await using var transaction = await database.Database.BeginTransactionAsync(cancel);
        await database.EnterWardAsync(key.WardId, "", cancel);
        var token = await database.Set<ApiToken>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == key.Id, cancel);
        if (token is null || !token.IsOpenOn(clock.Today))
        {
            return null;
        }

        if (key.Opens(token.SecretHash))
        {
            await database.Set<ApiToken>().Where(row => row.Id == key.Id)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.LastUsedAt, clock.Now), cancel);
        }

        var account = await database.Set<Account>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == token.AccountId && row.DisabledAt == null, cancel);
        var access = account is null ? null
            : await new AccessReader(database).ReadAsync(account, null, key.WardId, clock.Today, cancel);
        await transaction.CommitAsync(cancel);
        return access?.Ward?.Id != key.WardId ? null : access with
        {
            User = access.User with
            {
                DisplayName = $"{access.User.DisplayName} (qua {token.Name})",
                Wards = [],
                Permissions = access.User.Permissions.Intersect(token.Permissions).ToHashSet(StringComparer.Ordinal),
            },
            SecretHash = token.SecretHash,
        };
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
