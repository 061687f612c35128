using NamRo.Kernel.Events;

namespace NamRo.Administration.Contracts;

/// <summary>Logged in the city's ward; the calendar is one for all wards.</summary>
[EventTitle("Khai báo lịch làm việc")]
public sealed record CalendarChanged(EventSubject Subject, DateOnly Date) : WardEvent(Subject);
