using Microsoft.AspNetCore.Identity;
using NamRo.Administration.Domain;

namespace NamRo.Administration.Access;

/// <summary>
/// Password rules of NĐ 333/2026 and TCVN 14423 as reported: at least 8 characters with a second factor, else at least 14 with all four
/// classes; locked after 5 failures.
/// </summary>
internal sealed class PasswordRules : IPasswordValidator<Account>
{
    public const int ShortestWithSecondFactor = 8;
    public const int ShortestAlone = 14;
    public const int Longest = 128;
    public const int FailuresBeforeLock = 5;

    public static readonly TimeSpan LockDuration = TimeSpan.FromMinutes(15);

    public const string Description =
        "Ít nhất 14 ký tự, có chữ thường, chữ hoa, chữ số và ký tự đặc biệt (8 ký tự nếu đã bật xác thực hai lớp).";

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        password ??= "";
        if (password.Length > Longest)
        {
            return Refuse($"Mật khẩu dài quá {Longest} ký tự.");
        }

        return user.TwoFactorEnabled || IsEnoughAlone(password) ? Task.FromResult(IdentityResult.Success) : Refuse(Description);
    }

    /// <summary>Whether the password protects an account that has no second factor.</summary>
    public static bool IsEnoughAlone(string password)
    {
        var hasAllClasses = password.Any(char.IsLower) && password.Any(char.IsUpper) && password.Any(char.IsDigit)
            && password.Any(letter => !char.IsLetterOrDigit(letter));
        return password.Length >= ShortestAlone && hasAllClasses;
    }

    private static Task<IdentityResult> Refuse(string message) =>
        Task.FromResult(IdentityResult.Failed(new IdentityError { Code = nameof(PasswordRules), Description = message }));
}

/// <summary>The few messages of the identity library that a person can meet.</summary>
internal sealed class VietnameseIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError PasswordMismatch() => Say(nameof(PasswordMismatch), "Mật khẩu hiện tại không đúng.");

    public override IdentityError PasswordTooShort(int length) =>
        Say(nameof(PasswordTooShort), $"Mật khẩu phải có ít nhất {length} ký tự.");

    public override IdentityError DuplicateUserName(string userName) =>
        Say(nameof(DuplicateUserName), $"Tên đăng nhập “{userName}” đã có người dùng.");

    public override IdentityError InvalidUserName(string? userName) =>
        Say(nameof(InvalidUserName), "Tên đăng nhập chỉ gồm chữ không dấu, chữ số và các dấu - . _ @ +");

    public override IdentityError ConcurrencyFailure() =>
        Say(nameof(ConcurrencyFailure), "Tài khoản vừa được thay đổi ở nơi khác. Hãy tải lại trang và thử lại.");

    public override IdentityError DefaultError() => Say(nameof(DefaultError), "Không thực hiện được. Hãy thử lại.");

    private static IdentityError Say(string code, string description) => new() { Code = code, Description = description };
}
