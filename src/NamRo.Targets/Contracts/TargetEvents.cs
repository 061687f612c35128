using NamRo.Kernel.Events;

namespace NamRo.Targets.Contracts;

[EventTitle("Mở các chỉ tiêu của kế hoạch")]
public sealed record TargetsOpened(EventSubject Subject, IReadOnlyList<Guid> TargetIds) : WardEvent(Subject);

[EventTitle("Thu hồi các chỉ tiêu của kế hoạch")]
public sealed record TargetsWithdrawn(EventSubject Subject, int Count) : WardEvent(Subject);

[EventTitle("Điều chỉnh các chỉ tiêu theo kế hoạch")]
public sealed record TargetsAmended(EventSubject Subject, int Added, int Changed, int Dropped) : WardEvent(Subject);

[EventTitle("Sửa cách đo chỉ tiêu")]
public sealed record TargetMethodChanged(EventSubject Subject) : WardEvent(Subject);

[EventTitle("Điều chỉnh mức chỉ tiêu")]
public sealed record TargetRevised(EventSubject Subject, string Decision, DateOnly DecidedOn) : WardEvent(Subject);

[EventTitle("Xác nhận chỉ số chuẩn của chỉ tiêu")]
public sealed record TargetMatched(EventSubject Subject, int? IndicatorId) : WardEvent(Subject);

[EventTitle("Chuyển số liệu sang đơn vị kế tục")]
public sealed record SeriesMoved(EventSubject Subject, int Count) : WardEvent(Subject);

/// <summary>Figures came in or were corrected.</summary>
[EventTitle("Ghi số liệu")]
public sealed record FiguresRecorded(EventSubject Subject, IReadOnlyList<FigureKey> Figures) : WardEvent(Subject);

[EventTitle("Xác nhận số liệu")]
public sealed record FiguresVerified(EventSubject Subject, IReadOnlyList<FigureKey> Figures) : WardEvent(Subject);

[EventTitle("Khóa kỳ số liệu")]
public sealed record PeriodClosed(EventSubject Subject) : WardEvent(Subject);

[EventTitle("Mở lại kỳ số liệu")]
public sealed record PeriodReopened(EventSubject Subject) : WardEvent(Subject);

/// <summary>One figure of a ward.</summary>
/// <param name="Period">First day of the period by name.</param>
public sealed record FigureKey(int SeriesId, DateOnly Period);
