using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Kernel.Data;
using Npgsql;

namespace NamRo.Kernel.Pages;

/// <summary>
/// Gives each page handler one transaction, bound to the ward, and commits it before the answer is written: a redirect never overtakes its
/// data. An exception rolls back.
/// </summary>
public sealed class PageTransaction : IAsyncPageFilter
{
    /// <inheritdoc/>
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (context.HandlerMethod is null)
        {
            await next();
            return;
        }

        var database = context.HttpContext.RequestServices.GetRequiredService<AppDb>();
        await using var transaction = await database.Database.BeginTransactionAsync(context.HttpContext.RequestAborted);
        var executed = await next();
        if (Conflict.Is(executed.Exception))
        {
            executed.ExceptionHandled = true;
            executed.Result = new StatusCodeResult(StatusCodes.Status409Conflict);
            return;
        }

        if (BadText.IsIn(executed.Exception))
        {
            executed.ExceptionHandled = true;
            executed.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
            return;
        }

        if (executed.Exception is null && !executed.Canceled)
        {
            await transaction.CommitAsync(CancellationToken.None);
        }
    }
}

/// <summary>
/// The same for JSON and file endpoints. An endpoint that streams rows reads them all before it returns, or opens its own transaction.
/// </summary>
public sealed class EndpointTransaction : IEndpointFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var database = context.HttpContext.RequestServices.GetRequiredService<AppDb>();
        await using var transaction = await database.Database.BeginTransactionAsync(context.HttpContext.RequestAborted);
        try
        {
            var answer = await next(context);
            await transaction.CommitAsync(CancellationToken.None);
            return answer;
        }
        catch (Exception failure) when (BadText.IsIn(failure) && !context.HttpContext.Response.HasStarted)
        {
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        }
        catch (Exception failure) when (Conflict.Is(failure) && !context.HttpContext.Response.HasStarted)
        {
            return TypedResults.StatusCode(StatusCodes.Status409Conflict);
        }
    }
}

/// <summary>Two people changed the same thing in the same moment: the first one's work stands, the other is told.</summary>
internal static class Conflict
{
    public static bool Is(Exception? failure) => failure is DbUpdateConcurrencyException || failure?.InnerException is PostgresException
    {
        SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure,
    };
}

/// <summary>Text that no person types and PostgreSQL cannot keep, such as the zero character: the sender's mistake, not ours.</summary>
internal static class BadText
{
    public static bool IsIn(Exception? failure) => failure is PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire }
        || (failure?.InnerException is { } inner && IsIn(inner));
}
