using NamRo.Kernel.Events;

namespace NamRo.Administration.Contracts;

[EventTitle("Thêm cán bộ")]
public sealed record PersonCreated(EventSubject Subject) : WardEvent(Subject);

[EventTitle("Sửa thông tin cán bộ")]
public sealed record PersonChanged(EventSubject Subject) : WardEvent(Subject);

[EventTitle("Cán bộ thôi làm việc tại phường, xã")]
public sealed record PersonLeft(EventSubject Subject, DateOnly LastDay) : WardEvent(Subject);

[EventTitle("Bố trí vào đơn vị")]
public sealed record PersonAppointed(EventSubject Subject, Guid UnitId, string Title, bool IsHead) : WardEvent(Subject);

[EventTitle("Thôi giữ vị trí")]
public sealed record AppointmentEnded(EventSubject Subject, Guid UnitId, DateOnly LastDay) : WardEvent(Subject);

[EventTitle("Mở tài khoản")]
public sealed record AccountOpened(EventSubject Subject) : WardEvent(Subject);

[EventTitle("Khóa tài khoản lâu không dùng")]
public sealed record AccountClosed(EventSubject Subject) : WardEvent(Subject);

[EventTitle("Mở lại tài khoản")]
public sealed record AccountReopened(EventSubject Subject) : WardEvent(Subject);

[EventTitle("Cấp lại mật khẩu dùng một lần")]
public sealed record PasswordReset(EventSubject Subject) : WardEvent(Subject);

[EventTitle("Giao vai trò")]
public sealed record RoleGiven(EventSubject Subject, string RoleCode, Guid? UnitId) : WardEvent(Subject);

[EventTitle("Thu vai trò")]
public sealed record RoleRevoked(EventSubject Subject, string RoleCode) : WardEvent(Subject);

[EventTitle("Mở phường, xã trên hệ thống")]
public sealed record WardOpened(EventSubject Subject) : WardEvent(Subject);

[EventTitle("Vào làm việc trong phường, xã")]
public sealed record WardEntered(EventSubject Subject) : WardEvent(Subject);
