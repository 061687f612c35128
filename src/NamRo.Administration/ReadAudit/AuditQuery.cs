using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Time;
using NamRo.Ui.Lists;

namespace NamRo.Administration;

/// <summary>The events that the filters in the address ask for; the list and the export share it.</summary>
internal sealed class AuditQuery(AppDb database, EventCatalogue catalogue)
{
    public IQueryable<LoggedEvent> Find(ListQuery query)
    {
        var events = database.Set<LoggedEvent>().AsNoTracking();
        if (query["viec"] is { } kind && catalogue.Kinds.Contains(kind))
        {
            events = events.Where(row => row.Kind == kind);
        }

        if (query["ai"] is { } actor)
        {
            events = events.Where(row => EF.Functions.ILike(row.ActorName, Pattern(actor), "\\"));
        }

        if (query["doi-tuong"] is { } subject)
        {
            events = Guid.TryParse(subject, out var id)
                ? events.Where(row => row.SubjectId == id)
                : events.Where(row => EF.Functions.ILike(row.SubjectTitle, Pattern(subject), "\\"));
        }

        if (Day(query["tu"]) is { } from)
        {
            var start = WardClock.StartOf(from);
            events = events.Where(row => row.At >= start);
        }

        if (Day(query["den"]) is { } to && to < DateOnly.MaxValue)
        {
            var end = WardClock.StartOf(to.AddDays(1));
            events = events.Where(row => row.At < end);
        }

        return events;
    }

    /// <summary>An instant as people read it.</summary>
    public static string Show(DateTimeOffset at) =>
        at.ToOffset(WardClock.Offset).ToString("dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Pattern(string text) =>
        "%" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal) + "%";

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, ["dd/MM/yyyy", "d/M/yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None,
            out var day)
            && day.Year is > 1900 and < 9999 ? day : null;
}
