using System.Net;
using System.Net.Sockets;
using System.Text;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Domain;
using NamRo.Kernel.Files;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Walls;

/// <summary>What no honest form sends, to every handler of every page.</summary>
[Collection("jobs")]
public sealed class BadInputTests(TestHost host)
{
    private const string UploadPath = "/ke-hoach/tai-len";
    private const string NewUnitPath = "/quan-tri/don-vi/moi";
    private const string Script = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

    [Theory]
    [InlineData("không phải số, ngày hay khóa")]
    [InlineData("\0")]
    [InlineData("-99999999999999999999999999")]
    [InlineData("long")]
    public async Task Post_EveryHandlerWithNonsense_IsToldNotBroken(string text)
    {
        var value = text == "long" ? new string('a', 20_000) : text;
        var sample = await WallSample.CreateAsync(host);
        using var owner = await WallSample.SignInWithAllRolesAsync(host, sample.Ward);

        var broken = await PostEverywhereAsync(owner, sample, handler => handler.FillWith(value));

        Assert.True(broken.Count == 0, string.Join('\n', broken.Distinct()));
    }

    [Fact]
    public async Task Post_ScriptsInEveryTextField_AreShownAsTextOnEveryPage()
    {
        var sample = await WallSample.CreateAsync(host);
        using var owner = await WallSample.SignInWithAllRolesAsync(host, sample.Ward);

        var broken = await PostEverywhereAsync(owner, sample, (handler, route) => handler.FillTexts(sample.Keys[^1], route, Script));
        var keys = await sample.ReadKeysAsync();
        var (alive, shown, last) = (new List<string>(), 0, "");
        foreach (var address in HostRoutes.Of(host, "GET").SelectMany(route => HostRoutes.AddressesOf(route, keys, sample.Parents)))
        {
            var page = await owner.GetAsync(address);
            last = $"{address} {page.Status} {page.Location}";
            shown += page.Text.Contains("&lt;script&gt;alert(1)", StringComparison.Ordinal) ? 1 : 0;
            if (page.Text.TrimStart().StartsWith('<') && page.Document.All.Any(IsAlive))
            {
                alive.Add(address);
            }
        }

        Assert.Empty(broken);
        Assert.Empty(alive);
        Assert.True(shown > 2, $"Only {shown} pages show what was typed. Last: {last}");
    }

    [Fact]
    public void IsAlive_PlantedScript_IsFound()
    {
        var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument($"<p title=\"{Script}\">{Script}</p>");

        Assert.True(document.All.Count(IsAlive) >= 2);
    }

    [Fact]
    public async Task Export_FormulasInNames_AreText()
    {
        var ward = await TestWard.CreateAsync(host);
        using var owner = await WallSample.SignInWithAllRolesAsync(host, ward);
        await owner.SubmitAsync(await owner.GetAsync(NewUnitPath), new Dictionary<string, string> { ["Input.Name"] = "=cmd|' /C calc'!A0" });

        var cells = (await owner.GetAsync("/quan-tri/nhat-ky/xuat")).Text.Split(['\n', ',']).Select(cell => cell.Trim('"', '\r'));

        Assert.DoesNotContain(cells, cell => cell.StartsWith("=cmd", StringComparison.Ordinal));
        Assert.Contains(cells, cell => cell.StartsWith("'=cmd", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_ExpiredFormOfOurOwnPage_IsGivenBackWithWhatWasTyped()
    {
        var ward = await TestWard.CreateAsync(host);
        using var owner = await ward.SignInAsync();
        var form = await owner.GetAsync(NewUnitPath);
        var values = new Dictionary<string, string> { ["Input.Name"] = "Tổ \"gõ\" <lâu>", ["__RequestVerificationToken"] = "hết hạn" };

        var fromElsewhere = await owner.SubmitAsync(form, values);
        owner.Client.DefaultRequestHeaders.Add("Origin", host.Address.GetLeftPart(UriPartial.Authority));
        var given = await owner.SubmitAsync(form, values);
        var sentAgain = await owner.SubmitAsync(given, new Dictionary<string, string>());

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (fromElsewhere.Status, given.Status));
        Assert.DoesNotContain("Tổ", fromElsewhere.Words, StringComparison.Ordinal);
        Assert.Contains("Tổ \"gõ\" <lâu>", given.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, sentAgain.Status);
        Assert.Equal(["Tổ \"gõ\" <lâu>"], await ward.ReadAsync(database => database.Set<OrgUnit>().Select(unit => unit.Name).ToListAsync()));
    }

    [Fact]
    public async Task Upload_TwoGigabytes_IsRefusedBeforeTheyAreSent()
    {
        var ward = await TestWard.CreateAsync(host);
        using var owner = await WallSample.SignInWithAllRolesAsync(host, ward);
        var cookies = string.Join("; ", owner.Cookies().Select(cookie => $"{cookie.Name}={cookie.Value}"));
        using var socket = new TcpClient();
        await socket.ConnectAsync(host.Address.Host, host.Address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {UploadPath} HTTP/1.1\r\nHost: localhost\r\nCookie: {cookies}\r\n"
            + $"Content-Type: multipart/form-data; boundary=x\r\nContent-Length: {2L * 1024 * 1024 * 1024}\r\n\r\n"));

        using var reader = new StreamReader(stream);
        var status = await reader.ReadLineAsync();
        var page = await reader.ReadToEndAsync();

        Assert.Equal("HTTP/1.1 413 Payload Too Large", status);
        Assert.Contains("Tệp quá lớn", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_NameThatClimbs_StaysInTheFolder()
    {
        var ward = await TestWard.CreateAsync(host);
        using var owner = await WallSample.SignInWithAllRolesAsync(host, ward);

        var answer = await owner.UploadAsync(await owner.GetAsync(UploadPath), "..\\..\\../../etc/cron.d/x.txt", Encoding.UTF8.GetBytes("KẾ HOẠCH\nI. MỤC TIÊU\n"));

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal("x.txt", (await ward.ReadAsync(database => database.Set<StoredFile>().SingleAsync())).Name);
    }

    private static bool IsAlive(IElement element) => (element.LocalName == "script" && element.TextContent.Contains("alert(", StringComparison.Ordinal))
        || element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));

    private Task<List<string>> PostEverywhereAsync(Browser owner, WallSample sample,
        Func<PostHandler, IEnumerable<KeyValuePair<string, string>>> fill) => PostEverywhereAsync(owner, sample, (handler, _) => fill(handler));

    private async Task<List<string>> PostEverywhereAsync(Browser owner, WallSample sample,
        Func<PostHandler, bool, IEnumerable<KeyValuePair<string, string>>> fill)
    {
        var token = await HostRoutes.TokenAsync(owner);
        var (broken, tried, answers) = (new List<string>(), 0, new Dictionary<HttpStatusCode, int>());
        foreach (var route in HostRoutes.Of(host, "POST"))
        {
            foreach (var handler in await HostRoutes.HandlersAsync(host, route))
            {
                var heard = 0;
                foreach (var address in HostRoutes.AddressesOf(route, sample.Keys, sample.Parents).TakeWhile(_ => heard < 2))
                {
                    tried++;
                    var target = handler.Name is null ? address : $"{address}?handler={handler.Name}";
                    var answer = await owner.PostAsync(target, [.. fill(handler, HostRoutes.HasKey(route)), token]);
                    answers[answer.Status] = answers.GetValueOrDefault(answer.Status) + 1;
                    heard += answer.Status == HttpStatusCode.NotFound ? 0 : 1;
                    if ((int)answer.Status >= 500)
                    {
                        broken.Add($"POST {target}: {(int)answer.Status}");
                    }
                }
            }
        }

        Assert.True(tried > 50 && answers.Keys.Except([HttpStatusCode.NotFound, HttpStatusCode.BadRequest]).Any(),
            "The handlers were not reached: " + string.Join(", ", answers));
        return broken;
    }
}
