using System.Text.Json.Serialization;
using NamRo.Kernel.Events;

namespace NamRo.Administration.Domain;

[EventTitle("Đăng nhập")]
internal sealed record SignedIn(EventSubject Subject, SignInMethod Method) : WardEvent(Subject);

/// <summary>How a person proved who they are; by its name in the log.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SignInMethod>))]
internal enum SignInMethod
{
    Password,
    SecondFactor,
    Passkey,
    Provider,
}

[EventTitle("Thêm khóa truy cập")]
internal sealed record PasskeyAdded(EventSubject Subject, string Name) : WardEvent(Subject);

[EventTitle("Bỏ khóa truy cập")]
internal sealed record PasskeyForgotten(EventSubject Subject, string Name) : WardEvent(Subject);

[EventTitle("Đặt lại xác thực hai lớp của cán bộ")]
internal sealed record SecondFactorReset(EventSubject Subject, int PasskeysRemoved) : WardEvent(Subject);

[EventTitle("Đăng xuất")]
internal sealed record SignedOut(EventSubject Subject) : WardEvent(Subject);

[EventTitle("Đăng nhập không thành công")]
internal sealed record SignInFailed(EventSubject Subject, bool IsLockedOut) : WardEvent(Subject);

[EventTitle("Đổi mật khẩu")]
internal sealed record PasswordChanged(EventSubject Subject) : WardEvent(Subject);

[EventTitle("Cài đặt hệ thống")]
internal sealed record SystemInstalled(EventSubject Subject) : WardEvent(Subject);

[EventTitle("Bật xác thực hai lớp")]
internal sealed record SecondFactorEnabled(EventSubject Subject) : WardEvent(Subject);

[EventTitle("Tắt xác thực hai lớp")]
internal sealed record SecondFactorDisabled(EventSubject Subject) : WardEvent(Subject);

[EventTitle("Tạo mã dự phòng mới")]
internal sealed record RecoveryCodesRenewed(EventSubject Subject) : WardEvent(Subject);

[EventTitle("Dùng một mã dự phòng")]
internal sealed record RecoveryCodeUsed(EventSubject Subject, int Left) : WardEvent(Subject);
