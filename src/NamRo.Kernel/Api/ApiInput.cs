using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace NamRo.Kernel.Api;

/// <summary>
/// What a program posts, or a part of it; its attributes are checked before the endpoint runs, with the words that forms use.
/// </summary>
public interface IPosted;

/// <summary>Checks every <see cref="IPosted"/> as a form is checked; the first fault answers.</summary>
internal sealed class ApiInput : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var validator = context.HttpContext.RequestServices.GetRequiredService<IObjectModelValidator>();
        var found = new ModelStateDictionary();
        foreach (var posted in context.Arguments.OfType<IPosted>())
        {
            if (FindNull(posted, "") is { } place)
            {
                return ValueTask.FromResult<object?>(ApiProblem.Refused(new("Danh sách có phần tử trống (null).", place)));
            }

            validator.Validate(new ActionContext(context.HttpContext, new RouteData(), new ActionDescriptor(), found), null, "", posted);
        }

        return found.Where(pair => pair.Value is { Errors.Count: > 0 }).Select(pair => (pair.Key, pair.Value!.Errors[0].ErrorMessage))
            .FirstOrDefault() is (string field, string message)
            ? ValueTask.FromResult<object?>(ApiProblem.Refused(new(message, field))) : next(context);
    }

    /// <summary>The place of the first missing element of a list, here or in a part; the reader of JSON lets them pass.</summary>
    private static string? FindNull(IPosted posted, string path) => posted.GetType().GetProperties()
        .Select(property => property.GetValue(posted) switch
        {
            IPosted part => FindNull(part, $"{path}{property.Name}."),
            IEnumerable<object?> list => FindNull(list, path + property.Name),
            _ => null,
        }).FirstOrDefault(place => place is not null);

    private static string? FindNull(IEnumerable<object?> list, string path) => list.Select((element, index) => element switch
    {
        null => $"{path}[{index}]",
        IPosted part => FindNull(part, $"{path}[{index}]."),
        _ => null,
    }).FirstOrDefault(place => place is not null);
}
