using Microsoft.Playwright;
using NamRo.Kernel.Contributions;
using NamRo.Tests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace NamRo.BrowserTests;

/// <summary>A large file goes up in parts: over a line that is cut, over a page that is closed.</summary>
public sealed class UploadTests(BrowserFixture fixture, TestHost host)
{
    /// <summary>Seven parts.</summary>
    private const int FileBytes = 13 * 1024 * 1024;

    [Theory]
    [InlineData(1366)]
    [InlineData(360)]
    public async Task Upload_LineCutInTheMiddle_GoesOnByItself(int width)
    {
        await using var visit = await SignInAsync(width);
        var parts = await HoldFromPartAsync(visit, 3);
        await ChooseAsync(visit, await FileAsync("dai.pdf"));
        await Expect(visit.Page.Locator(".uploads [role=status]")).ToContainTextAsync("Mất kết nối");
        await visit.SaveScreenshotAsync($"upload-cut-{width}");
        await visit.AssertAccessibleAsync();

        parts.IsLineCut = false;
        await Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/ke-hoach/[0-9a-f-]{36}$"));

        Assert.Equal(parts.Offsets.Order().Distinct(), parts.Offsets);
    }

    [Fact]
    public async Task Upload_PageReloaded_GoesOnWhereItStopped()
    {
        await using var visit = await SignInAsync(1366);
        var parts = await HoldFromPartAsync(visit, 3);
        var file = await FileAsync("dai.pdf");
        await ChooseAsync(visit, file);
        await Expect(visit.Page.Locator(".uploads [role=status]")).ToContainTextAsync("Mất kết nối");
        await visit.OpenAsync("/ke-hoach/tai-len");
        await Expect(visit.Page.Locator("#main")).ToContainTextAsync("Chưa tải xong");
        await visit.SaveScreenshotAsync("upload-unfinished");
        await visit.AssertAccessibleAsync();

        (parts.IsLineCut, var before) = (false, parts.Offsets.Count);
        await ChooseAsync(visit, file);
        await Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/ke-hoach/[0-9a-f-]{36}$"));

        Assert.True(parts.Offsets[before] > 0, "It began again from the beginning.");
    }

    [Fact]
    public async Task Upload_GivenUp_LeavesNothing()
    {
        await using var visit = await SignInAsync(1366);
        await HoldFromPartAsync(visit, 2);
        await ChooseAsync(visit, await FileAsync("bo.pdf"));
        await Expect(visit.Page.Locator(".uploads [role=status]")).ToContainTextAsync("Mất kết nối");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Bỏ: bo.pdf" }).ClickAsync();
        await Expect(visit.Page.Locator(".uploads [role=status]")).ToContainTextAsync("Đã bỏ");

        await visit.OpenAsync("/ke-hoach/tai-len");
        await Expect(visit.Page.Locator("#main")).Not.ToContainTextAsync("Chưa tải xong");
    }

    private static async Task ChooseAsync(Visit visit, string file)
    {
        await visit.OpenAsync("/ke-hoach/tai-len");
        await visit.Page.Locator("input[type=file]").SetInputFilesAsync(file);
        await visit.Page.Locator("main form").GetByRole(AriaRole.Button, new() { Name = "Tải lên" }).ClickAsync();
    }

    private static async Task<string> FileAsync(string name)
    {
        var content = new byte[FileBytes];
        System.Text.Encoding.ASCII.GetBytes("%PDF-1.7 " + Guid.CreateVersion7()).CopyTo(content, 0);
        var path = Path.Combine(Directory.CreateTempSubdirectory("namro-upload-").FullName, name);
        await File.WriteAllBytesAsync(path, content);
        return path;
    }

    /// <summary>Cuts the line at a part and every one after it, until it is whole again.</summary>
    private static async Task<SentParts> HoldFromPartAsync(Visit visit, int part)
    {
        var parts = new SentParts();
        await visit.Page.RouteAsync("**/ke-hoach/tai-len/phan/*", async route =>
        {
            var isPart = route.Request.Method == "PATCH";
            var offset = isPart ? long.Parse(route.Request.Headers["upload-offset"], System.Globalization.CultureInfo.InvariantCulture) : 0;
            if (parts.IsLineCut && route.Request.Method != "DELETE" && (!isPart || parts.Offsets.Count >= part))
            {
                await route.AbortAsync("internetdisconnected");
                return;
            }

            if (isPart)
            {
                parts.Offsets.Add(offset);
            }

            await route.ContinueAsync();
        });
        return parts;
    }

    private async Task<Visit> SignInAsync(int width)
    {
        var ward = await TestWard.CreateAsync(host);
        var name = await ward.AddPersonAsync(BuiltInRole.Secretariat);
        return await Visit.SignedInAsync(fixture, host, name, width);
    }

    private sealed class SentParts
    {
        public bool IsLineCut { get; set; } = true;

        public List<long> Offsets { get; } = [];
    }
}
