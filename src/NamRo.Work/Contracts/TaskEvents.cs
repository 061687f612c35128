using NamRo.Kernel.Events;

namespace NamRo.Work.Contracts;

[EventTitle("Mở nhiệm vụ từ kế hoạch")]
public sealed record TaskOpened(EventSubject Subject, Guid PlanId) : WardEvent(Subject);

[EventTitle("Rút nhiệm vụ cùng kế hoạch")]
public sealed record TaskWithdrawn(EventSubject Subject, Guid PlanId) : WardEvent(Subject);

[EventTitle("Điều chỉnh nhiệm vụ theo kế hoạch mới")]
public sealed record TaskAmended(EventSubject Subject, Guid PlanId) : WardEvent(Subject);

[EventTitle("Chuyển nhiệm vụ sang kế hoạch thay thế")]
public sealed record TasksMoved(EventSubject Subject, int Count) : WardEvent(Subject);

[EventTitle("Không thực hiện nhiệm vụ nữa")]
public sealed record TaskDropped(EventSubject Subject, Guid PlanId) : WardEvent(Subject);

/// <param name="SuccessorId">Null: the unit was split and a person must decide.</param>
[EventTitle("Chuyển nhiệm vụ sang đơn vị kế tiếp")]
public sealed record TaskUnitSucceeded(EventSubject Subject, Guid FormerId, Guid? SuccessorId) : WardEvent(Subject);
