using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Api;
using NamRo.Kernel.Data;
using NamRo.Kernel.Outcomes;
using NamRo.Work.Desk;
using NamRo.Work.Domain;

namespace NamRo.Work;

/// <summary>What every act on a task states beside its content.</summary>
internal sealed record ActRequest
{
    [FromRoute(Name = "id")]
    public Guid Id { get; init; }

    /// <summary>Becomes the key of the entry, so that the same act sent twice is done once.</summary>
    [FromHeader(Name = ApiRoutes.KeyHeader)]
    [Description("UUID do bên gửi sinh ra; gửi lại cùng khóa không làm thêm lần nữa.")]
    public Guid? Key { get; init; }

    [FromHeader(Name = ApiVersion.IfMatch)]
    [Description("ETag đã đọc; khác bản hiện tại thì trả về 412.")]
    public string? IfMatch { get; init; }

    public HttpContext Context { get; init; } = null!;

    public CancellationToken Cancel { get; init; }
}

/// <summary>
/// Does what a program asks through the handler of the page: only what is particular to programs stands here (the key, the version, the
/// form of the answer).
/// </summary>
internal sealed class TaskActs(AppDb database, TaskDesk desk)
{
    /// <summary>An act that leaves an entry.</summary>
    public async Task<Results<Created<ActAnswer>, ProblemHttpResult>> AddAsync<TEntry>(ActRequest asked, Func<Guid, Task<Outcome>> act)
        where TEntry : TaskEntry
    {
        if (asked.Key is not { } key || key == Guid.Empty)
        {
            return ApiProblem.WithoutKey;
        }

        if (await desk.TakeAsync(asked.Id, asked.Cancel) is not { } hand)
        {
            return ApiProblem.Missing;
        }

        var former = await database.Set<TEntry>().AsNoTracking().Where(row => row.Id == key)
            .Select(row => new { row.TaskId, row.AuthorId }).SingleOrDefaultAsync(asked.Cancel);
        if (former is not null && (former.TaskId != asked.Id || former.AuthorId != desk.Author.AccountId))
        {
            return ApiProblem.Refused(new("Khóa này đã dùng cho một việc khác. Hãy sinh khóa mới.", ApiRoutes.KeyHeader));
        }

        if (former is null && ApiVersion.Differs(asked.IfMatch, hand.Task.Version))
        {
            return ApiProblem.Of(StatusCodes.Status412PreconditionFailed);
        }

        return Refusal(await act(key)) is { } problem ? problem : Tell(asked, hand.Task, key);
    }

    /// <summary>An act that changes an entry; doing it again changes nothing.</summary>
    public async Task<Results<Created<ActAnswer>, ProblemHttpResult>> ChangeAsync(ActRequest asked, Func<Task<Outcome>> act)
    {
        if (await desk.TakeAsync(asked.Id, asked.Cancel) is not { } hand)
        {
            return ApiProblem.Missing;
        }

        if (ApiVersion.Differs(asked.IfMatch, hand.Task.Version))
        {
            return ApiProblem.Of(StatusCodes.Status412PreconditionFailed);
        }

        return Refusal(await act()) is { } problem ? problem : Tell(asked, hand.Task, null);
    }

    public static ProblemHttpResult? Refusal(Outcome outcome) => outcome switch
    {
        Outcome.Done => null,
        Outcome.Refused refused => ApiProblem.Refused(refused.Refusal),
        _ => ApiProblem.Missing,
    };

    private static Created<ActAnswer> Tell(ActRequest asked, WorkTask task, Guid? entry)
    {
        asked.Context.Response.Headers.ETag = ApiVersion.TagOf(task.Version);
        return TypedResults.Created($"{ApiRoutes.Version1}/tasks/{task.Id}", new ActAnswer(entry, task.Id, task.Version));
    }
}
