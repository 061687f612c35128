using Microsoft.AspNetCore.Identity;
using NamRo.Administration.Domain;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Tenancy;

namespace NamRo.Administration.Access;

/// <summary>The account of the person at the screen.</summary>
internal sealed class OwnAccount(UserManager<Account> accounts, SignInManager<Account> signIn, CurrentUser user)
{
    public async Task<Account?> FindAsync() => user.Id is { } id ? await accounts.FindByIdAsync(id.ToString()) : null;

    public async Task<(bool IsEnabled, int RecoveryCodesLeft)> ReadSecondFactorAsync() =>
        await FindAsync() is { TwoFactorEnabled: true } account ? (true, await accounts.CountRecoveryCodesAsync(account)) : (false, 0);

    /// <summary>Asks again for the password before the account's protection is lowered; guesses count towards the lock.</summary>
    public async Task<Refusal?> RefuseWrongPasswordAsync(Account account, string password)
    {
        var result = await signIn.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            return null;
        }

        return result.IsLockedOut ? SignInHandler.Locked : new Refusal("Mật khẩu không đúng.", "Input.Password");
    }
}
