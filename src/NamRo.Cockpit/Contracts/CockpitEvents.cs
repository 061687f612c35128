using NamRo.Kernel.Events;

namespace NamRo.Cockpit.Contracts;

[EventTitle("Đặt cách tính")]
public sealed record MeasureWritten(EventSubject Subject) : WardEvent(Subject);

[EventTitle("Đặt trọng số đánh giá")]
public sealed record WeightsChanged(EventSubject Subject) : WardEvent(Subject);

[EventTitle("Gửi ý kiến về kết quả đánh giá")]
public sealed record ScoreAppealed(EventSubject Subject) : WardEvent(Subject);
