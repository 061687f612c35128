using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Kernel.Data;

namespace NamRo.Kernel.Api;

/// <summary>Refuses a key that comes again with other content; the same content is left to the endpoint, which does it once.</summary>
internal sealed class ApiKeys : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!Guid.TryParse(request.Headers[ApiRoutes.KeyHeader], out var key) || key == Guid.Empty)
        {
            return await next(context);
        }

        var fingerprint = FingerprintOf(request, context.Arguments.OfType<IPosted>());
        var database = context.HttpContext.RequestServices.GetRequiredService<AppDb>();
        var former = await database.Set<RequestKey>().AsNoTracking().Where(row => row.Key == key).Select(row => row.Fingerprint)
            .SingleOrDefaultAsync(context.HttpContext.RequestAborted);
        if (former is null)
        {
            database.Add(new RequestKey { Key = key, Fingerprint = fingerprint });
        }
        else if (!former.AsSpan().SequenceEqual(fingerprint))
        {
            return ApiProblem.Refused(new("Khóa này đã dùng cho nội dung khác. Hãy sinh khóa mới.", ApiRoutes.KeyHeader));
        }

        return await next(context);
    }

    /// <summary>Of the content as understood: spaces and the order of its fields make no difference.</summary>
    private static byte[] FingerprintOf(HttpRequest request, IEnumerable<IPosted> contents)
    {
        using var hash = SHA256.Create();
        using (var stream = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write))
        {
            stream.Write(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}\n"));
            foreach (var content in contents)
            {
                JsonSerializer.Serialize(stream, content, content.GetType(), JsonSerializerOptions.Web);
            }
        }

        return hash.Hash!;
    }
}
