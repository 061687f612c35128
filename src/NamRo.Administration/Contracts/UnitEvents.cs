using NamRo.Kernel.Events;

namespace NamRo.Administration.Contracts;

[EventTitle("Thêm đơn vị")]
public sealed record UnitCreated(EventSubject Subject) : WardEvent(Subject);

[EventTitle("Sửa đơn vị")]
public sealed record UnitChanged(EventSubject Subject) : WardEvent(Subject);

[EventTitle("Kết thúc đơn vị")]
public sealed record UnitEnded(EventSubject Subject, DateOnly LastDay) : WardEvent(Subject);
