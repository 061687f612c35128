using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Access;
using NamRo.Administration.Contracts;
using NamRo.Administration.Domain;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Jobs;
using NamRo.Kernel.Notices;
using NamRo.Kernel.Time;

namespace NamRo.Administration;

/// <summary>The nightly look for accounts that nobody uses.</summary>
internal sealed record CloseIdleAccounts
{
    public const string Kind = "administration.close_idle_accounts";
}

/// <summary>
/// Closes the ward's accounts that neither a person nor a program has used for 45 days (TCVN 14423, as reported) and tells the ward's
/// administrators, who can open them again. Where every administrator of the city has been away as long, theirs stay open: nobody could
/// open them again.
/// </summary>
internal sealed class CloseIdleAccountsJob(AppDb database, SignInFailures failures, EventLog events, NoticeBoard notices,
    AccessDirectory directory, WardClock clock) : IJob<CloseIdleAccounts>
{
    public static readonly TimeSpan IdleLimit = TimeSpan.FromDays(45);

    /// <summary>An account with work in two wards is closed by the one whose night comes first; the other still hears of it.</summary>
    private static readonly TimeSpan StillNews = TimeSpan.FromDays(2);

    public async Task RunAsync(CloseIdleAccounts payload, JobRun run, CancellationToken cancel)
    {
        var now = clock.Now;
        foreach (var account in await IdleAsync(now - IdleLimit, cancel))
        {
            account.DisabledAt = now;
            events.Record(new AccountClosed(account.AsSubject()));
        }

        await database.SaveChangesAsync(cancel);
        await TellAsync(now - StillNews, cancel);
        await database.SaveChangesAsync(cancel);
        await failures.SweepAsync(cancel);
        directory.Forget();
    }

    private async Task<List<Account>> IdleAsync(DateTimeOffset since, CancellationToken cancel)
    {
        var (today, sessions, roles) = (clock.Today, database.Set<SignInSession>(), database.Set<RoleAssignment>());
        var (people, tokens) = (database.Set<Person>(), database.Set<ApiToken>());
        var ours = database.Set<Account>().Where(account => account.DisabledAt == null
            && (roles.Any(role => role.AccountId == account.Id && (role.ValidTo == null || role.ValidTo >= today))
                || people.Any(person => person.AccountId == account.Id)));
        var idle = await ours.Where(account => account.OpenedAt < since
            && !sessions.Any(session => session.AccountId == account.Id && session.LastSeenAt >= since)
            && !tokens.Any(token => token.AccountId == account.Id && token.LastUsedAt >= since)).ToListAsync(cancel);
        var administrators = await roles.Where(role => role.RoleCode == BuiltInRole.CityAdmin
            && (role.ValidTo == null || role.ValidTo >= today) && ours.Any(account => account.Id == role.AccountId))
            .Select(role => role.AccountId).ToListAsync(cancel);
        var isNobodyLeft = administrators.TrueForAll(id => idle.Exists(account => account.Id == id));
        return isNobodyLeft ? idle.FindAll(account => !administrators.Contains(account.Id)) : idle;
    }

    private async Task TellAsync(DateTimeOffset since, CancellationToken cancel)
    {
        var closed = await (from person in database.Set<Person>()
                            join account in database.Set<Account>() on person.AccountId equals account.Id
                            where person.LeftOn == null && account.DisabledAt >= since
                            select new { person.Id, person.FullName, account.DisabledAt }).ToListAsync(cancel);
        var (today, roles) = (clock.Today, database.Set<RoleAssignment>());
        var administrators = closed.Count == 0 ? [] : await database.Set<Person>().Where(person => person.LeftOn == null
            && roles.Any(role => role.AccountId == person.AccountId && role.RoleCode == BuiltInRole.WardAdmin
                && role.ValidFrom <= today && (role.ValidTo == null || role.ValidTo >= today))).Select(person => person.Id)
            .ToListAsync(cancel);
        foreach (var (administrator, one) in administrators.SelectMany(administrator => closed.Select(one => (administrator, one))))
        {
            notices.Post(new Notice(administrator, AdministrationModule.NoticeOfIdleAccount,
                $"Tài khoản của {one.FullName} đã khóa vì 45 ngày không dùng", $"/quan-tri/can-bo/{one.Id}",
                "Mở lại ở trang của cán bộ nếu vẫn cần.", $"idle:{one.Id:N}:{one.DisabledAt:yyyyMMddHHmm}"));
        }
    }
}
