using System.Security.Cryptography;
using NamRo.Kernel.Api;

namespace NamRo.Host;

/// <summary>The one place where a bug or an outage ends: logged with a number that the person at the screen can quote.</summary>
internal sealed partial class FaultBoundary(RequestDelegate next, ILogger<FaultBoundary> log)
{
    /// <summary>Key in <c>HttpContext.Items</c> of the number shown on the error page.</summary>
    public const string NumberKey = "fault-number";

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            if (!context.Response.HasStarted)
            {
                context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            }
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            var number = RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 8);
            LogFault(log, fault, number, context.Request.Method, context.Request.Path);
            context.Response.Clear();
            if (ApiRoutes.IsApi(context))
            {
                await ApiProblem.Of(StatusCodes.Status500InternalServerError,
                    $"Chưa có gì được lưu. Nếu vẫn gặp lỗi, báo quản trị phường số lỗi này: {number}").ExecuteAsync(context);
                return;
            }

            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(FaultPage.Render(number), CancellationToken.None);
        }
    }

    [LoggerMessage(LogLevel.Error, "Fault {Number} at {Method} {Path}.")]
    private static partial void LogFault(ILogger log, Exception fault, string number, string method, string path);
}
