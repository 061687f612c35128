using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace NamRo.Host;

/// <summary>
/// A form whose token no longer holds (another sign-in, a page left open over night) is given back with what was typed and a fresh token,
/// to be sent again by the person. Only to a form of our own pages: one from elsewhere gets nothing.
/// </summary>
internal sealed class ExpiredForm(IAntiforgery antiforgery) : IAsyncAlwaysRunResultFilter
{
    private const int MostFields = 500;

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (context.Result is IAntiforgeryValidationFailedResult && request.HasFormContentType && IsFromOurPage(request))
        {
            var form = await request.ReadFormAsync(context.HttpContext.RequestAborted);
            context.Result = new ContentResult
            {
                StatusCode = StatusCodes.Status400BadRequest,
                ContentType = "text/html; charset=utf-8",
                Content = Render(request, form, antiforgery.GetAndStoreTokens(context.HttpContext)),
            };
        }

        await next();
    }

    /// <summary>Browsers say where a post comes from, and pages cannot forge it.</summary>
    private static bool IsFromOurPage(HttpRequest request) => request.Headers["Sec-Fetch-Site"] == "same-origin"
        || (Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) && origin.Authority == request.Host.Value);

    private static string Render(HttpRequest request, IFormCollection form, AntiforgeryTokenSet tokens)
    {
        var (fields, shown) = (new StringBuilder(), new StringBuilder());
        foreach (var (name, value) in form.Where(field => IsKept(field.Key, tokens)).Take(MostFields)
            .SelectMany(field => field.Value.Select(value => (field.Key, value ?? ""))))
        {
            fields.Append(CultureInfo.InvariantCulture,
                $"<input type=\"hidden\" name=\"{Encode(name)}\" value=\"{Encode(value)}\">");
            shown.Append(value.Length > 0 && !Guid.TryParse(value, out _) ? $"<li>{Encode(value)}</li>" : "");
        }

        var files = form.Files.Count > 0 ? "<p>Tệp đính kèm không giữ lại được: hãy quay lại và chọn tệp lần nữa.</p>" : "";
        return FaultPage.Page("Biểu mẫu đã hết hạn", $"""
            <p>Chưa có gì được lưu. Những gì đã nhập vẫn còn ở đây; bấm “Gửi lại” để gửi lần nữa.</p>{files}
            <ul>{shown}</ul>
            <form method="post" action="{Encode(request.Path + request.QueryString)}">{fields}
            <input type="hidden" name="{Encode(tokens.FormFieldName)}" value="{Encode(tokens.RequestToken ?? "")}">
            <div class="actions"><button class="btn btn-primary">Gửi lại</button></div></form>
            """);
    }

    /// <summary>Neither the old token nor a password goes back to the screen.</summary>
    private static bool IsKept(string name, AntiforgeryTokenSet tokens) =>
        name != tokens.FormFieldName && !name.Contains("password", StringComparison.OrdinalIgnoreCase);

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
