using Microsoft.AspNetCore.Identity;
using NamRo.Administration.Access;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;

namespace NamRo.Administration;

/// <param name="Credential">What the browser signed, as JSON.</param>
internal sealed record SignInWithPasskey(string Credential);

/// <summary>
/// Signs in with a passkey. The device has checked its owner (user verification is required), so no second factor is asked; a lock after
/// wrong passwords does not hold here, for a key cannot be guessed.
/// </summary>
internal sealed class SignInWithPasskeyHandler(UserManager<Account> accounts, SignInManager<Account> signIn, Sessions sessions,
    SignInThrottle throttle, AppDb database, EventLog events)
{
    private const int LongestCredential = 16_384;

    private static readonly Refusal Wrong =
        new("Khóa này không đăng nhập được. Hãy thử lại, hoặc dùng tên đăng nhập và mật khẩu.");

    public Task<string> MakeOptionsAsync() => signIn.MakePasskeyRequestOptionsAsync(null);

    public async Task<Outcome> HandleAsync(SignInWithPasskey command, CancellationToken cancel)
    {
        if (await throttle.IsBlockedAsync(cancel))
        {
            return SignInThrottle.Refusal;
        }

        if (command.Credential.Length is 0 or > LongestCredential)
        {
            return Wrong;
        }

        if (await AssertAsync(command.Credential) is not { Succeeded: true, User.DisabledAt: null } assertion)
        {
            await throttle.FailedAsync(cancel);
            return Wrong;
        }

        // Keeps the counter of the key, by which a copied key shows itself.
        await accounts.AddOrUpdatePasskeyAsync(assertion.User, assertion.Passkey);
        await sessions.BeginAsync(assertion.User, cancel);
        events.Record(new SignedIn(assertion.User.AsSubject(), SignInMethod.Passkey));
        await database.SaveChangesAsync(cancel);
        return Outcome.Success;
    }

    /// <summary>Null: no challenge waits for this browser; it took too long, or never asked.</summary>
    private async Task<PasskeyAssertionResult<Account>?> AssertAsync(string credential)
    {
        try
        {
            return await signIn.PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
