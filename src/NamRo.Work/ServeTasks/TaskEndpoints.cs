using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Api;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Time;
using NamRo.Ui.Lists;
using NamRo.Work.Access;
using NamRo.Work.Acts;
using NamRo.Work.Domain;
using NamRo.Work.Lists;

namespace NamRo.Work;

/// <summary>Tasks, what is due and the calendar for other programs: what the token's owner sees, nothing more.</summary>
internal static class TaskEndpoints
{
    private const int MostInMonth = 1500;

    public static void Map(RouteGroupBuilder api)
    {
        var reads = api.MapGroup("").WithMetadata(new RequirePermissionAttribute(WorkPermission.Read));
        reads.MapGet("/tasks", ListAsync).WithName("ListTasks").WithSummary("Danh sách nhiệm vụ, theo ngày đến hạn gần nhất");
        reads.MapGet("/tasks/{id:guid}", FindAsync).WithName("GetTask").ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Một nhiệm vụ với tình trạng, báo cáo, minh chứng, quyết định");
        reads.MapGet("/tasks/{id:guid}/evidence/{evidence:guid}", EvidenceEndpoint.SendAsync).WithName("GetTaskEvidence")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream").ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Tệp minh chứng");
        reads.MapGet("/obligations", ObligationsAsync).WithName("ListObligations").WithSummary("Việc phải báo cáo, phải xong, theo hạn");
        reads.MapGet("/calendar", CalendarAsync).WithName("GetCalendar").ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Lịch làm việc của một tháng và việc đến hạn từng ngày");
    }

    private static async Task<Ok<ApiPage<TaskItem>>> ListAsync([AsParameters] TaskListing asked, AppDb database, CurrentPerson person,
        TaskQuery tasks, CancellationToken cancel)
    {
        var me = await person.LoadAsync(cancel);
        var scope = Enum.TryParse<TaskScope>(asked.Scope, ignoreCase: true, out var given) && Enum.IsDefined(given) ? given : TaskScope.All;
        var visible = scope.Of(database.Set<WorkTask>(), me, database);
        var page = await tasks.PageAsync(visible, asked.AsQuery(), cancel, asked.Size);
        return TypedResults.Ok(new ApiPage<TaskItem>([.. page.Rows.Select(TaskItem.Of)], page.After));
    }

    private static async Task<Results<Ok<TaskAnswer>, ProblemHttpResult>> FindAsync(Guid id, TaskReader reader, HttpResponse response,
        CancellationToken cancel)
    {
        if (await reader.FindAsync(id, cancel) is not { } task)
        {
            return ApiProblem.Missing;
        }

        response.Headers.ETag = ApiVersion.TagOf(task.Version);
        return TypedResults.Ok(task);
    }

    private static async Task<Ok<ApiPage<ObligationAnswer>>> ObligationsAsync([AsParameters] ObligationListing asked, AppDb database,
        TaskReader reader, CancellationToken cancel)
    {
        var (tasks, size) = (await reader.VisibleAsync(cancel), asked.Size);
        var duties = database.Set<Obligation>().AsNoTracking().Where(row => tasks.Any(task => task.Id == row.TaskId));
        duties = asked.TaskId is { } id ? duties.Where(row => row.TaskId == id) : duties;
        duties = asked.From is { } from ? duties.Where(row => row.DueOn >= from) : duties;
        duties = asked.To is { } to ? duties.Where(row => row.DueOn <= to) : duties;
        duties = asked.IsOpen is { } isOpen ? duties.Where(row => (row.FulfilledBy == null) == isOpen) : duties;
        if (Cursor.TryDecode(asked.After, out var cursor)
            && DateOnly.TryParseExact(cursor.Value, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            var last = cursor.Id;
            duties = duties.Where(row => row.DueOn > day || (row.DueOn == day && row.Id > last));
        }

        var rows = await duties.OrderBy(row => row.DueOn).ThenBy(row => row.Id).Take(size + 1).ToListAsync(cancel);
        return TypedResults.Ok(ApiPage.Of(rows.ConvertAll(ObligationAnswer.Of), size,
            row => new Cursor(row.DueOn.ToString("O", CultureInfo.InvariantCulture), row.Id).Encode()));
    }

    private static async Task<Results<Ok<IReadOnlyList<CalendarDayAnswer>>, ProblemHttpResult>> CalendarAsync(
        [Description("Tháng, dạng 2026-11; bỏ trống: tháng này.")] string? month, AppDb database, TaskReader reader,
        CalendarStore calendars, WardClock clock, CancellationToken cancel)
    {
        if (!DateOnly.TryParseExact((month ?? clock.Today.ToString("yyyy-MM", CultureInfo.InvariantCulture)) + "-01", "yyyy-MM-dd",
            CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
        {
            return ApiProblem.Refused(new("Tháng có dạng 2026-11.", "month"));
        }

        var (tasks, end) = (await reader.VisibleAsync(cancel), first.AddMonths(1));
        var due = (await database.Set<Obligation>().AsNoTracking()
            .Where(row => row.DueOn >= first && row.DueOn < end && tasks.Any(task => task.Id == row.TaskId))
            .OrderBy(row => row.DueOn).ThenBy(row => row.Id).Take(MostInMonth).ToListAsync(cancel))
            .ToLookup(row => row.DueOn, ObligationAnswer.Of);
        var calendar = await calendars.LoadAsync(cancel);
        return TypedResults.Ok<IReadOnlyList<CalendarDayAnswer>>([.. Enumerable.Range(0, end.DayNumber - first.DayNumber)
            .Select(first.AddDays)
            .Select(day => new CalendarDayAnswer(day, calendar.IsWorkingDay(day), calendar.NoteOf(day), [.. due[day]]))]);
    }
}

/// <summary>Which tasks, and from where on.</summary>
internal sealed record TaskListing : ApiListing
{
    [FromQuery(Name = "scope")]
    [Description("all, mine hoặc unit; mặc định all.")]
    public string? Scope { get; init; }

    [FromQuery(Name = "unit")]
    [Description("Đơn vị chủ trì hoặc phối hợp.")]
    public Guid? Unit { get; init; }

    [FromQuery(Name = "leader")]
    [Description("Lãnh đạo phụ trách.")]
    public Guid? Leader { get; init; }

    [FromQuery(Name = "group")]
    [Description("Nhóm nhiệm vụ, đúng như trong kế hoạch.")]
    public string? Group { get; init; }

    [FromQuery(Name = "state")]
    [Description("Mã tình trạng, như Late.")]
    public string? State { get; init; }

    [FromQuery(Name = "month")]
    [Description("Tháng đến hạn, dạng 2026-11.")]
    public string? Month { get; init; }

    [FromQuery(Name = "q")]
    [Description("Từ cần tìm, có dấu hoặc không dấu.")]
    public string? Words { get; init; }

    /// <summary>As the list's page asks.</summary>
    public ListQuery AsQuery() => ListQuery.Of(
        [
            new(TaskQuery.Unit, Unit?.ToString()), new(TaskQuery.Leader, Leader?.ToString()), new(TaskQuery.Group, Group),
            new(TaskQuery.State, State), new(TaskQuery.Period, Month), new(TaskQuery.Words, Words),
        ], After);
}

/// <summary>Which obligations, and from where on.</summary>
internal sealed record ObligationListing : ApiListing
{
    [FromQuery(Name = "taskId")]
    [Description("Chỉ của nhiệm vụ này.")]
    public Guid? TaskId { get; init; }

    [FromQuery(Name = "from")]
    [Description("Hạn từ ngày.")]
    public DateOnly? From { get; init; }

    [FromQuery(Name = "to")]
    [Description("Hạn đến ngày.")]
    public DateOnly? To { get; init; }

    [FromQuery(Name = "isOpen")]
    [Description("true: chưa được trả lời.")]
    public bool? IsOpen { get; init; }
}
