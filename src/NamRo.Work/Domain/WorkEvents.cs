using NamRo.Kernel.Events;

namespace NamRo.Work.Domain;

[EventTitle("Giao nhiệm vụ")]
internal sealed record TaskAssigned(EventSubject Subject, Guid LeadUnitId, Guid? ResponsiblePersonId) : WardEvent(Subject);

[EventTitle("Tiếp nhận nhiệm vụ")]
internal sealed record TaskReceived(EventSubject Subject) : WardEvent(Subject);

[EventTitle("Trả lại nhiệm vụ")]
internal sealed record TaskReturned(EventSubject Subject) : WardEvent(Subject);

[EventTitle("Thêm bước thực hiện")]
internal sealed record StepAdded(EventSubject Subject, string Step) : WardEvent(Subject);

[EventTitle("Xong một bước")]
internal sealed record StepFinished(EventSubject Subject, string Step) : WardEvent(Subject);

[EventTitle("Báo cáo tiến độ")]
internal sealed record UpdateWritten(EventSubject Subject, DateOnly PeriodTo) : WardEvent(Subject);

[EventTitle("Báo cáo không phát sinh")]
internal sealed record NothingAroseReported(EventSubject Subject, DateOnly PeriodTo) : WardEvent(Subject);

[EventTitle("Nộp sản phẩm")]
internal sealed record ProductSubmitted(EventSubject Subject, int EvidenceCount) : WardEvent(Subject);

[EventTitle("Duyệt sản phẩm")]
internal sealed record ProductAccepted(EventSubject Subject) : WardEvent(Subject);

[EventTitle("Trả lại sản phẩm")]
internal sealed record ProductReturned(EventSubject Subject) : WardEvent(Subject);

[EventTitle("Đóng nhiệm vụ")]
internal sealed record TaskClosed(EventSubject Subject) : WardEvent(Subject);

[EventTitle("Mở lại nhiệm vụ")]
internal sealed record TaskReopened(EventSubject Subject) : WardEvent(Subject);

[EventTitle("Đề nghị gia hạn")]
internal sealed record ExtensionRequested(EventSubject Subject, DateOnly NewDue) : WardEvent(Subject);

[EventTitle("Đồng ý gia hạn")]
internal sealed record ExtensionGranted(EventSubject Subject, DateOnly NewDue) : WardEvent(Subject);

[EventTitle("Không đồng ý gia hạn")]
internal sealed record ExtensionRefused(EventSubject Subject) : WardEvent(Subject);

[EventTitle("Yêu cầu giải trình")]
internal sealed record ExplanationAsked(EventSubject Subject, DateOnly DueOn) : WardEvent(Subject);

[EventTitle("Trả lời giải trình")]
internal sealed record ExplanationAnswered(EventSubject Subject) : WardEvent(Subject);

[EventTitle("Ghi nhận điều kiện đã có")]
internal sealed record ConditionRecorded(EventSubject Subject, DateOnly OccurredOn, string DocumentNumber) : WardEvent(Subject);

[EventTitle("Bắt đầu chờ cơ quan khác")]
internal sealed record WaitingStarted(EventSubject Subject, string WaitsFor) : WardEvent(Subject);

[EventTitle("Hết chờ")]
internal sealed record WaitingEnded(EventSubject Subject) : WardEvent(Subject);

[EventTitle("Ủy quyền khi vắng mặt")]
internal sealed record PersonDelegated(EventSubject Subject, Guid DeputyPersonId, DateOnly StartsOn, DateOnly EndsOn) : WardEvent(Subject);

[EventTitle("Kết thúc ủy quyền")]
internal sealed record DelegationEnded(EventSubject Subject) : WardEvent(Subject);

[EventTitle("Mở lại kỳ báo cáo")]
internal sealed record ReportPeriodReopened(EventSubject Subject, DateOnly PeriodTo, DateOnly Until) : WardEvent(Subject);

[EventTitle("Làm lại một bước")]
internal sealed record StepTakenUp(EventSubject Subject, string Step) : WardEvent(Subject);

[EventTitle("Chờ tiếp")]
internal sealed record WaitingWentOn(EventSubject Subject) : WardEvent(Subject);

[EventTitle("Hoàn tác")]
internal sealed record EntryRevoked(EventSubject Subject, string Entry) : WardEvent(Subject);
