using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NamRo.Administration.Access;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;

namespace NamRo.Administration;

/// <param name="Code">From the provider.</param>
/// <param name="Journey">What was sent there.</param>
/// <param name="ReturnAddress">The address that was told to the provider.</param>
internal sealed record SignInByProvider(string Code, ProviderJourney Journey, string ReturnAddress);

/// <summary>
/// Signs in whom the provider names. The first time the account is found by the configured claim and bound to the provider's subject; from
/// then on only the subject counts, so that a name which is given to someone else opens nothing.
/// </summary>
internal sealed partial class SignInByProviderHandler(ProviderClient provider, UserManager<Account> accounts, Sessions sessions,
    PendingSignIn pending, IOptionsMonitor<ProviderOptions> options, AppDb database, EventLog events, ILogger<SignInByProviderHandler> log)
{
    private static readonly Refusal NotProved = new("Hệ thống đăng nhập chung trả lời không hợp lệ. Hãy thử lại từ đầu.");

    private static readonly Refusal Unknown = new(
        "Tài khoản dùng chung này chưa gắn với tài khoản nào ở đây. Hãy báo quản trị phường, xã mở tài khoản.");

    private static readonly Refusal Unreachable = new("Chưa kết nối được hệ thống đăng nhập chung. Hãy thử lại sau, hoặc dùng mật khẩu.");

    public async Task<Outcome<SignInStep>> HandleAsync(SignInByProvider command, CancellationToken cancel)
    {
        ProviderPerson? person;
        try
        {
            (person, var failure) = await provider.RedeemAsync(command.Code, command.Journey, command.ReturnAddress, cancel);
            if (failure is not null)
            {
                LogRefused(failure);
            }
        }
        catch (HttpRequestException fault)
        {
            LogUnreachable(fault);
            return Unreachable;
        }

        if (person is null)
        {
            return NotProved;
        }

        if (await FindAsync(person, cancel) is not { DisabledAt: null } account)
        {
            return Unknown;
        }

        if (account.TwoFactorEnabled)
        {
            await pending.RememberAsync(account);
            return SignInStep.SecondFactor;
        }

        await sessions.BeginAsync(account, cancel, SessionCookie.ByProvider);
        events.Record(new SignedIn(account.AsSubject(), SignInMethod.Provider));
        await database.SaveChangesAsync(cancel);
        return SignInStep.SignedIn;
    }

    private async Task<Account?> FindAsync(ProviderPerson person, CancellationToken cancel)
    {
        if (await accounts.FindByLoginAsync(person.Issuer, person.Subject) is { } bound)
        {
            return bound;
        }

        if (person.Name is not { Length: > 0 } name)
        {
            return null;
        }

        var account = options.CurrentValue.Match == ProviderMatch.UserName ? await accounts.FindByNameAsync(name)
            : person.IsEmailVerified ? await FindByEmailAsync(name, cancel) : null;
        if (account is null || (await accounts.GetLoginsAsync(account)).Any(login => login.LoginProvider == person.Issuer))
        {
            return null;
        }

        await accounts.AddLoginAsync(account, new UserLoginInfo(person.Issuer, person.Subject, options.CurrentValue.Title));
        return account;
    }

    /// <summary>Null also when two accounts have the address: it names nobody then.</summary>
    private async Task<Account?> FindByEmailAsync(string email, CancellationToken cancel)
    {
        var key = accounts.NormalizeEmail(email);
        var found = await database.Set<Account>().Where(row => row.NormalizedEmail == key).Take(2).ToListAsync(cancel);
        return found.Count == 1 ? found[0] : null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in by the provider was refused: {Reason}")]
    private partial void LogRefused(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The sign-in provider cannot be used")]
    private partial void LogUnreachable(Exception fault);
}
