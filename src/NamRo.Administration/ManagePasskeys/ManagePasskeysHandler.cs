using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using NamRo.Administration.Access;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;

namespace NamRo.Administration;

/// <param name="Name">How the person will know it again.</param>
/// <param name="Password">Asked again: a stolen session must not be able to add a key.</param>
/// <param name="Credential">What the browser made, as JSON.</param>
internal sealed record AddPasskey(string Name, string Password, string Credential);

internal sealed record ForgetPasskey(string Id);

/// <summary>Adds passkeys to one's own account and takes them away.</summary>
internal sealed class ManagePasskeysHandler(UserManager<Account> accounts, SignInManager<Account> signIn, OwnAccount own, AppDb database,
    EventLog events)
{
    public const int LongestName = 60;

    private const int MostPasskeys = 10;
    private const int LongestCredential = 16_384;

    private static readonly Refusal NotMade =
        new("Không nhận được khóa từ thiết bị, hoặc đã quá lâu. Hãy bấm “Thêm khóa” lần nữa.");

    public async Task<IReadOnlyList<UserPasskeyInfo>> ListAsync() =>
        await own.FindAsync() is { } account ? [.. await accounts.GetPasskeysAsync(account)] : [];

    public async Task<string?> MakeOptionsAsync() => await own.FindAsync() is not { } account ? null
        : await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity
        {
            Id = account.Id.ToString(),
            Name = account.UserName ?? "",
            DisplayName = account.DisplayName,
        });

    public async Task<Outcome> HandleAsync(AddPasskey command, CancellationToken cancel)
    {
        if (await own.FindAsync() is not { } account)
        {
            return Outcome.Missing;
        }

        if (await own.RefuseWrongPasswordAsync(account, command.Password) is { } refusal)
        {
            return refusal;
        }

        if ((await accounts.GetPasskeysAsync(account)).Count >= MostPasskeys)
        {
            return Refusal.With($"Một tài khoản có tối đa {MostPasskeys} khóa. Hãy bỏ khóa không dùng nữa.");
        }

        if (command.Credential.Length is 0 or > LongestCredential)
        {
            return NotMade;
        }

        if (await AttestAsync(command.Credential) is not { Succeeded: true } attestation
            || attestation.UserEntity.Id != account.Id.ToString())
        {
            return NotMade;
        }

        attestation.Passkey.Name = command.Name.Trim();
        var result = await accounts.AddOrUpdatePasskeyAsync(account, attestation.Passkey);
        if (!result.Succeeded)
        {
            return NotMade;
        }

        events.Record(new PasskeyAdded(account.AsSubject(), command.Name.Trim()));
        await database.SaveChangesAsync(cancel);
        return Outcome.Success;
    }

    public async Task<Outcome> HandleAsync(ForgetPasskey command, CancellationToken cancel)
    {
        var account = await own.FindAsync();
        var passkey = account is null ? null
            : (await accounts.GetPasskeysAsync(account)).FirstOrDefault(key => Base64Url.EncodeToString(key.CredentialId) == command.Id);
        if (account is null || passkey is null)
        {
            return Outcome.Missing;
        }

        await accounts.RemovePasskeyAsync(account, passkey.CredentialId);
        events.Record(new PasskeyForgotten(account.AsSubject(), passkey.Name ?? ""));
        await database.SaveChangesAsync(cancel);
        return Outcome.Success;
    }

    /// <summary>Null: no challenge waits for this browser; it took too long, or never asked.</summary>
    private async Task<PasskeyAttestationResult?> AttestAsync(string credential)
    {
        try
        {
            return await signIn.PerformPasskeyAttestationAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
