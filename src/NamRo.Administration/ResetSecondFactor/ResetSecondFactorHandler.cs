using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Access;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Notices;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Tenancy;

namespace NamRo.Administration;

internal sealed record ResetSecondFactor(Guid PersonId, string Reason);

/// <summary>
/// Takes the second factor and the passkeys of another person away, who has lost them. What is left is a password that must be changed at
/// once, because it may be one that is too short to stand alone.
/// </summary>
internal sealed class ResetSecondFactorHandler(UserManager<Account> accounts, AccountReach reach, Sessions sessions, AppDb database,
    EventLog events, NoticeBoard notices, CurrentUser user)
{
    public async Task<Outcome> HandleAsync(ResetSecondFactor command, CancellationToken cancel)
    {
        var person = await database.Set<Person>().SingleOrDefaultAsync(row => row.Id == command.PersonId && row.LeftOn == null, cancel);
        var account = person?.AccountId is { } id ? await accounts.FindByIdAsync(id.ToString()) : null;
        if (person is null || account is null)
        {
            return Outcome.Missing;
        }

        if (account.Id == user.Id)
        {
            return new Refusal("Đây là tài khoản của chính anh, chị. Hãy dùng trang Tài khoản của tôi.");
        }

        if (await reach.WorksElsewhereAsync(account.Id, cancel))
        {
            return new Refusal("Tài khoản này còn vai trò ở nơi khác; chỉ quản trị thành phố được đặt lại.");
        }

        var passkeys = await accounts.GetPasskeysAsync(account);
        if (!account.TwoFactorEnabled && passkeys.Count == 0)
        {
            return new Refusal("Tài khoản này không bật xác thực hai lớp và không có khóa truy cập.");
        }

        foreach (var passkey in passkeys)
        {
            await accounts.RemovePasskeyAsync(account, passkey.CredentialId);
        }

        account.MustChangePassword = true;
        await accounts.SetTwoFactorEnabledAsync(account, false);
        await accounts.ResetAuthenticatorKeyAsync(account);
        events.Record(new SecondFactorReset(PersonSubject.Of(person), passkeys.Count) { Reason = command.Reason.Trim() });
        notices.Post(new Notice(person.Id, AdministrationModule.NoticeOfAccount, "Xác thực hai lớp của anh, chị đã được đặt lại",
            "/tai-khoan", $"Người thực hiện: {user.DisplayName}. Lý do: {command.Reason.Trim()}"));
        await database.SaveChangesAsync(cancel);
        await sessions.EndAllAsync(account.Id, except: null, cancel);
        return Outcome.Success;
    }
}
