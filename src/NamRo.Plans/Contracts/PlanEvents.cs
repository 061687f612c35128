using NamRo.Kernel.Events;

namespace NamRo.Plans.Contracts;

[EventTitle("Tải lên kế hoạch")]
public sealed record PlanUploaded(EventSubject Subject) : WardEvent(Subject);

[EventTitle("Nhập kế hoạch giấy")]
public sealed record PlanEntered(EventSubject Subject) : WardEvent(Subject);

[EventTitle("Đọc lại kế hoạch")]
public sealed record PlanReadAgain(EventSubject Subject) : WardEvent(Subject);

[EventTitle("Dừng đọc kế hoạch")]
public sealed record PlanReadingStopped(EventSubject Subject) : WardEvent(Subject);

/// <summary>The draft stands in the plan's rows; it can be read again from the file at any time, so the log keeps only its size.</summary>
[EventTitle("Đọc xong kế hoạch")]
public sealed record PlanRead(EventSubject Subject, int TaskCount, int TargetCount, int FindingCount) : WardEvent(Subject);

[EventTitle("Không đọc được kế hoạch")]
public sealed record PlanReadingFailed(EventSubject Subject) : WardEvent(Subject);

/// <summary>A person did something in the review; the rows before and after stand in the log's changes.</summary>
/// <param name="Step">Name of the step, such as <c>Accept</c>.</param>
[EventTitle("Rà soát kế hoạch")]
public sealed record PlanReviewed(EventSubject Subject, string Step, int RowCount) : WardEvent(Subject);

[EventTitle("Hoàn tác một bước rà soát")]
public sealed record PlanReviewUndone(EventSubject Subject, string Step, int RowCount) : WardEvent(Subject);

[EventTitle("Quyết định về điều cần xem")]
public sealed record PlanFindingDecided(EventSubject Subject, string Message, bool IsWaived) : WardEvent(Subject);

[EventTitle("Mở lại điều cần xem")]
public sealed record PlanFindingReopened(EventSubject Subject, string Message) : WardEvent(Subject);

[EventTitle("Sửa thông tin văn bản của kế hoạch")]
public sealed record PlanHeaderEdited(EventSubject Subject) : WardEvent(Subject);

/// <summary>The plan's tasks and targets have come to life.</summary>
[EventTitle("Công bố kế hoạch")]
public sealed record PlanPublished(EventSubject Subject, int TaskCount, int TargetCount) : WardEvent(Subject);

[EventTitle("Thu hồi kế hoạch đã công bố")]
public sealed record PlanUnpublished(EventSubject Subject) : WardEvent(Subject);

/// <summary>A person said which published plan this one adjusts or replaces.</summary>
[EventTitle("Đề xuất điều chỉnh kế hoạch")]
public sealed record AmendmentProposed(EventSubject Subject, Guid FormerPlanId, string FormerPlanTitle) : WardEvent(Subject);

[EventTitle("Bỏ đề xuất điều chỉnh kế hoạch")]
public sealed record AmendmentWithdrawn(EventSubject Subject) : WardEvent(Subject);

/// <summary>A person said what became of rows in the comparison of two plans.</summary>
[EventTitle("Đối chiếu dòng của kế hoạch điều chỉnh")]
public sealed record AmendmentRowDecided(EventSubject Subject, string Decision, int RowCount) : WardEvent(Subject);

/// <summary>The plan came to life by changing the tasks and targets of the plan before it.</summary>
[EventTitle("Phê duyệt điều chỉnh kế hoạch")]
public sealed record PlanAmended(EventSubject Subject, Guid FormerPlanId, int Added, int Changed, int Dropped) : WardEvent(Subject);

/// <summary>A person said whether a row takes up a row of the plan above.</summary>
[EventTitle("Xác nhận việc bao quát kế hoạch cấp trên")]
public sealed record CoverageDecided(EventSubject Subject, Guid UpperRowId, Guid OwnRowId, bool IsConfirmed) : WardEvent(Subject);

/// <summary>The ward's people told what words of their plans mean.</summary>
[EventTitle("Ghi nhớ cách hiểu từ ngữ trong kế hoạch")]
public sealed record PlanWordLearned(EventSubject Subject, string Meaning) : WardEvent(Subject);

[EventTitle("Bỏ cách hiểu từ ngữ đã ghi nhớ")]
public sealed record PlanWordForgotten(EventSubject Subject) : WardEvent(Subject);

/// <summary>A spreadsheet was uploaded to see what importing it would do.</summary>
[EventTitle("Tải lên bảng Excel của kế hoạch")]
public sealed record PlanSheetUploaded(EventSubject Subject) : WardEvent(Subject);
