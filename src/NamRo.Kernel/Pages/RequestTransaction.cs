using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Kernel.Data;

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
        if (executed.Exception is null && !executed.Canceled)
        {
            await transaction.CommitAsync(CancellationToken.None);
        }
    }
}

/// <summary>The same for JSON and file endpoints. An endpoint that streams rows reads them all before it returns, or opens its own transaction.</summary>
public sealed class EndpointTransaction : IEndpointFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var database = context.HttpContext.RequestServices.GetRequiredService<AppDb>();
        await using var transaction = await database.Database.BeginTransactionAsync(context.HttpContext.RequestAborted);
        var answer = await next(context);
        await transaction.CommitAsync(CancellationToken.None);
        return answer;
    }
}
