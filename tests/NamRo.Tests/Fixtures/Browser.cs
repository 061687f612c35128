using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace NamRo.Tests.Fixtures;

/// <summary>A visitor without JavaScript: follows pages, posts the forms as they were rendered, keeps cookies.</summary>
public sealed class Browser : IDisposable
{
    private readonly HttpClient client;
    private readonly HttpClientHandler handler = new() { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };

    public Browser(Uri address) => client = new HttpClient(handler) { BaseAddress = address };

    public HttpClient Client => client;

    public async Task<Page> GetAsync(string path) => await ReadAsync(await client.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute)));

    /// <summary>Follows at most one redirect.</summary>
    public async Task<Page> FollowAsync(Page page) => page.Location is null ? page : await GetAsync(page.Location);

    /// <summary>Fills a rendered form and posts it with its token and hidden fields, without following a redirect.</summary>
    public async Task<Page> SubmitAsync(Page page, IReadOnlyDictionary<string, string> values, string form = "main form[method=post]")
    {
        var element = (IHtmlFormElement)(page.Document.QuerySelector(form) ?? throw new InvalidOperationException($"No form '{form}' at {page.Path}."));
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var input in element.Elements)
        {
            var (name, value) = Read(input);
            if (name is { Length: > 0 } && value is not null && !values.ContainsKey(name))
            {
                fields.Add(new(name, value));
            }
        }

        fields.AddRange(values);
        var target = element.GetAttribute("action") is { Length: > 0 } action ? action : page.Path;
        return await PostAsync(target, fields);
    }

    public async Task<Page> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await ReadAsync(await client.PostAsync(new Uri(path, UriKind.RelativeOrAbsolute), content));
    }

    /// <summary>Posts a rendered form with one file in it, without following a redirect.</summary>
    public async Task<Page> UploadAsync(Page page, string fileName, byte[] content, string form = "main form[enctype='multipart/form-data']")
    {
        var element = (IHtmlFormElement)(page.Document.QuerySelector(form) ?? throw new InvalidOperationException($"No form '{form}' at {page.Path}."));
        using var body = new MultipartFormDataContent();
        foreach (var input in element.Elements.OfType<IHtmlInputElement>())
        {
            if (input.Type == "file")
            {
                body.Add(new ByteArrayContent(content), input.Name!, fileName);
            }
            else if (Read(input) is ({ Length: > 0 } name, { } value))
            {
                body.Add(new StringContent(value), name);
            }
        }

        return await ReadAsync(await client.PostAsync(new Uri(page.Path, UriKind.RelativeOrAbsolute), body));
    }

    /// <summary>A copy of the cookies, as a thief would take it.</summary>
    public CookieCollection Cookies() => handler.CookieContainer.GetAllCookies();

    public void Use(CookieCollection cookies) => handler.CookieContainer.Add(client.BaseAddress!, cookies);

    public void Dispose()
    {
        client.Dispose();
        handler.Dispose();
    }

    private static (string? Name, string? Value) Read(AngleSharp.Dom.IElement element) => element switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => (null, null),
        IHtmlInputElement { Type: "submit" or "button" } => (null, null),
        IHtmlInputElement input => (input.Name, input.Value),
        IHtmlSelectElement select => (select.Name, select.Value),
        IHtmlTextAreaElement area => (area.Name, area.Value),
        _ => (null, null),
    };

    private static async Task<Page> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync();
            return new Page(response.RequestMessage!.RequestUri!.PathAndQuery, response.StatusCode, response.Headers.Location?.OriginalString, text,
                new HtmlParser().ParseDocument(text));
        }
    }
}

/// <summary>What came back.</summary>
public sealed record Page(string Path, HttpStatusCode Status, string? Location, string Text, IHtmlDocument Document)
{
    /// <summary>Words on the page, white space collapsed.</summary>
    public string Words => System.Text.RegularExpressions.Regex.Replace(Document.Body?.TextContent ?? "", @"\s+", " ", System.Text.RegularExpressions.RegexOptions.None,
        TimeSpan.FromSeconds(1));
}
