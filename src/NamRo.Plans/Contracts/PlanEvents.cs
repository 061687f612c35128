using NamRo.Kernel.Events;

namespace NamRo.Plans.Contracts;

[EventTitle("Tải lên kế hoạch")]
public sealed record PlanUploaded(EventSubject Subject) : WardEvent(Subject);

/// <summary>The draft stands in the plan's rows; it can be read again from the file at any time, so the log keeps only its size.</summary>
[EventTitle("Đọc xong kế hoạch")]
public sealed record PlanRead(EventSubject Subject, int TaskCount, int TargetCount, int FindingCount) : WardEvent(Subject);

[EventTitle("Không đọc được kế hoạch")]
public sealed record PlanReadingFailed(EventSubject Subject) : WardEvent(Subject);
