using NamRo.Kernel.Events;

namespace NamRo.Administration.Contracts;

[EventTitle("Thêm đơn vị")]
public sealed record UnitCreated(EventSubject Subject) : WardEvent(Subject);

[EventTitle("Sửa đơn vị")]
public sealed record UnitChanged(EventSubject Subject) : WardEvent(Subject);

[EventTitle("Kết thúc đơn vị")]
public sealed record UnitEnded(EventSubject Subject, DateOnly LastDay) : WardEvent(Subject);

/// <summary>Raised once for each former unit: whoever keeps work by unit moves it to the successors.</summary>
[EventTitle("Sắp xếp lại đơn vị")]
public sealed record UnitSucceeded(EventSubject Subject, IReadOnlyList<Guid> SuccessorIds, DateOnly OnDate) : WardEvent(Subject);
