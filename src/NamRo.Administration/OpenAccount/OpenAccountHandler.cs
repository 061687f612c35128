using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Access;
using NamRo.Administration.Contracts;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;

namespace NamRo.Administration;

internal sealed record OpenAccount(Guid PersonId, string UserName);

internal sealed record ResetPassword(Guid PersonId);

/// <summary>Opens an account for a person, or gives a new one-time password. The password is shown once and kept nowhere.</summary>
internal sealed class OpenAccountHandler(AppDb database, UserManager<Account> accounts, AccountReach reach, Sessions sessions,
    EventLog events)
{
    public async Task<Outcome<string>> HandleAsync(OpenAccount command, CancellationToken cancel)
    {
        var person = await FindAsync(command.PersonId, cancel);
        if (person is null)
        {
            return new Outcome<string>.NotFound();
        }

        if (person.AccountId is not null)
        {
            return new Refusal("Cán bộ này đã có tài khoản.");
        }

        var password = Installation.NewPassword();
        var account = new Account
        {
            UserName = command.UserName.Trim(),
            DisplayName = person.FullName,
            Email = person.Email,
            MustChangePassword = true,
        };
        var result = await accounts.CreateAsync(account, password);
        if (!result.Succeeded)
        {
            return new Refusal(result.Errors.First().Description, "Account.UserName");
        }

        person.AccountId = account.Id;
        events.Record(new AccountOpened(PersonSubject.Of(person)));
        await database.SaveChangesAsync(cancel);
        return password;
    }

    public async Task<Outcome<string>> HandleAsync(ResetPassword command, CancellationToken cancel)
    {
        var person = await FindAsync(command.PersonId, cancel);
        var account = person?.AccountId is { } id ? await accounts.FindByIdAsync(id.ToString()) : null;
        if (person is null || account is null)
        {
            return new Outcome<string>.NotFound();
        }

        if (await reach.WorksElsewhereAsync(account.Id, cancel))
        {
            return new Refusal("Tài khoản này còn vai trò ở nơi khác; chỉ quản trị thành phố được cấp lại mật khẩu.");
        }

        var password = Installation.NewPassword();
        account.MustChangePassword = true;
        var result = await accounts.ResetPasswordAsync(account, await accounts.GeneratePasswordResetTokenAsync(account), password);
        if (!result.Succeeded)
        {
            return new Refusal(result.Errors.First().Description);
        }

        await accounts.SetLockoutEndDateAsync(account, null);
        events.Record(new PasswordReset(PersonSubject.Of(person)));
        await database.SaveChangesAsync(cancel);
        await sessions.EndAllAsync(account.Id, except: null, cancel);
        return password;
    }

    private Task<Person?> FindAsync(Guid id, CancellationToken cancel) =>
        database.Set<Person>().SingleOrDefaultAsync(row => row.Id == id && row.LeftOn == null, cancel);
}
