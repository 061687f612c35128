using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Schedule;
using NamRo.Work.Domain;

namespace NamRo.Work.Feeds;

/// <summary>What is due, for calendar programs, which cannot sign in: the address itself is the secret, and can be revoked.</summary>
internal static class CalendarFeedEndpoint
{
    public const string Address = "/lich/";

    /// <summary>Days behind and ahead that a feed shows, and the most it shows.</summary>
    private const int DaysBehind = 60;
    private const int DaysAhead = 400;
    private const int MostEntries = 2000;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Address + "{key}.ics", ReadAsync).AllowAnonymous();

    private static async Task<Results<NotFound, ContentHttpResult>> ReadAsync(string key, HttpRequest request, AppDb database,
        WardClock clock, CancellationToken cancel)
    {
        if (WardKey.Parse(key) is not { } parsed)
        {
            return TypedResults.NotFound();
        }

        await database.EnterWardAsync(parsed.WardId, "", cancel);
        var feed = await database.Set<CalendarFeed>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == parsed.Id && row.RevokedAt == null, cancel);
        if (feed is null || !parsed.Opens(feed.SecretHash))
        {
            return TypedResults.NotFound();
        }

        request.HttpContext.Response.Headers.CacheControl = "private, no-store";
        var site = new Uri($"{request.Scheme}://{request.Host}");
        var entries = await EntriesAsync(database, feed, site, clock.Today, cancel);
        return TypedResults.Text(CalendarText.Write(feed.Title, entries, clock.Now), "text/calendar; charset=utf-8");
    }

    private static async Task<List<CalendarEntry>> EntriesAsync(AppDb database, CalendarFeed feed, Uri site, DateOnly today,
        CancellationToken cancel)
    {
        var (start, until) = (today.AddDays(-DaysBehind), today.AddDays(DaysAhead));
        var tasks = database.Set<WorkTask>().AsNoTracking().Where(task => feed.PersonId != null
            ? task.ResponsiblePersonId == feed.PersonId
            : task.LeadUnitId == feed.UnitId);
        var obligations = await (from item in database.Set<Obligation>().AsNoTracking()
                                 join task in tasks on item.TaskId equals task.Id
                                 where item.DueOn >= start && item.DueOn <= until
                                 orderby item.DueOn, item.Id
                                 select new
                                 {
                                     item.Id,
                                     item.Kind,
                                     item.Title,
                                     item.DueOn,
                                     item.FulfilledAt,
                                     item.TaskId,
                                     task.Text,
                                     task.Output,
                                 })
            .Take(MostEntries).ToListAsync(cancel);
        return obligations.ConvertAll(item => new CalendarEntry($"{item.Id}@namro", item.DueOn, Summary(item.Kind, item.Title, item.Text),
            item.Output is null ? item.Text : $"{item.Text}\nSản phẩm: {item.Output}", new Uri(site, $"/nhiem-vu/{item.TaskId}"),
            item.FulfilledAt is not null));
    }

    private static string Summary(ObligationKind kind, string title, string text) => kind switch
    {
        ObligationKind.OneOff => $"Hạn: {WorkTask.Shorten(text)}",
        ObligationKind.MonthlyUpdate => $"Cập nhật {title}: {WorkTask.Shorten(text)}",
        ObligationKind.Recurring => $"Báo cáo {title}: {WorkTask.Shorten(text)}",
        _ => $"Điều kiện đã có chưa: {WorkTask.Shorten(text)}",
    };
}
