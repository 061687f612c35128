using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Files;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Kernel;

/// <summary>The largest file that is taken goes through a web process of its own without going through its memory.</summary>
public sealed class LargeUploadTests(TestHost host)
{
    private const string UploadPath = "/ke-hoach/tai-len";
    private const int LargestFile = 200 * 1024 * 1024;

    [Fact]
    public async Task Upload_TwoHundredMegabytes_IsKeptWithoutBeingHeldInMemory()
    {
        var ward = await TestWard.CreateAsync(host);
        using var web = await host.RunAsync("web");
        using var browser = new Browser(web.Address);
        browser.Client.Timeout = Timeout.InfiniteTimeSpan;
        await browser.SubmitAsync(await browser.GetAsync("/dang-nhap"), new Dictionary<string, string>
        {
            ["Input.UserName"] = await ward.AddPersonAsync(BuiltInRole.Secretariat),
            ["Input.Password"] = TestWard.Password,
        });
        Assert.Equal(HttpStatusCode.Redirect, (await UploadAsync(browser, 1_000_000)).Status);
        var before = web.PeakMemory;

        var answer = await UploadAsync(browser, LargestFile);

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.InRange(web.PeakMemory - before, 0, LargestFile / 2);
        Assert.Contains(LargestFile, await ward.ReadAsync(database => database.Set<StoredFile>().Select(file => file.Size).ToListAsync()));
    }

    [Fact]
    public async Task Upload_OneByteMore_IsToldSo()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(BuiltInRole.Secretariat);

        var answer = await UploadAsync(browser, LargestFile + 1);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("200 MB", answer.Words, StringComparison.Ordinal);
    }

    private static async Task<Page> UploadAsync(Browser browser, int size)
    {
        var page = await browser.GetAsync(UploadPath);
        var form = (IHtmlFormElement)page.Document.QuerySelector("main form[enctype='multipart/form-data']")!;
        await using var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        await file.WriteAsync(Encoding.UTF8.GetBytes($"KẾ HOẠCH {size}\n"));
        var line = Encoding.UTF8.GetBytes(new string('x', 1023) + "\n");
        while (file.Length < size)
        {
            await file.WriteAsync(line.AsMemory(0, (int)Math.Min(line.Length, size - file.Length)));
        }

        file.Position = 0;
        using var body = new MultipartFormDataContent { { new StreamContent(file), "Document", "ke-hoach.txt" } };
        var token = form.Elements.OfType<IHtmlInputElement>().Single(input => input.Name == "__RequestVerificationToken");
        body.Add(new StringContent(token.Value), token.Name!);
        using var response = await browser.Client.PostAsync(new Uri(UploadPath, UriKind.Relative), body);
        var text = await response.Content.ReadAsStringAsync();
        return new Page(UploadPath, response.StatusCode, response.Headers.Location?.OriginalString, text, new AngleSharp.Html.Parser.HtmlParser().ParseDocument(text));
    }
}
