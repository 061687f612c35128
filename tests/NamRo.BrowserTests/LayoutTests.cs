using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace NamRo.BrowserTests;

/// <summary>What surrounds every page: menu, search, theme, language; with keys, on a phone and without script.</summary>
public sealed class LayoutTests(BrowserFixture fixture)
{
    [Fact]
    public async Task Search_ByKeyboard_OpensWhatWasFound()
    {
        await using var visit = await Visit.StartAsync(fixture);
        await visit.OpenAsync("/tuy-chon");
        await visit.Page.Keyboard.PressAsync("Control+k");
        await Expect(visit.Page.Locator("#search-dialog")).ToBeVisibleAsync();
        // All letters at once are one question, so that no later answer draws the results again under the focus.
        await visit.Page.Keyboard.InsertTextAsync("phong");
        await Expect(visit.Page.Locator("#search-dialog .results a")).ToHaveCountAsync(1);
        await visit.AssertAccessibleAsync();
        await visit.SaveScreenshotAsync("search-dialog");
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(visit.Page.Locator("#search-dialog .results a")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync("**/elements#lists");
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Search_NothingFound_SaysWhatToTry()
    {
        await using var visit = await Visit.StartAsync(fixture);
        await visit.OpenAsync("/search?q=zzz");
        await Expect(visit.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Không tìm thấy “zzz”");
        await visit.AssertAccessibleAsync();
    }

    [Fact]
    public async Task PersonMenu_DarkAndEnglish_AreKeptOnTheNextPage()
    {
        await using var visit = await Visit.StartAsync(fixture);
        await visit.OpenAsync("/elements");
        await visit.Page.Locator("details.menu > summary").First.ClickAsync();
        await visit.AssertAccessibleAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Tối" }).ClickAsync();
        await Expect(visit.Page.Locator("body")).ToHaveCSSAsync("background-color", "rgb(13, 21, 36)");
        await visit.Page.Locator("details.menu > summary").First.ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await visit.OpenAsync("/tuy-chon");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Appearance and language");
        await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Plans" })).ToBeVisibleAsync();
        await visit.AssertAccessibleAsync();
        await visit.SaveScreenshotAsync("preferences-english-dark");
        visit.AssertQuiet();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Drawer_OnPhone_OpensWithAndWithoutScript(bool hasScript)
    {
        await using var visit = await Visit.StartAsync(fixture, width: 360, hasScript: hasScript);
        await visit.OpenAsync("/tuy-chon");
        await Expect(visit.Page.Locator(".sidebar")).ToBeHiddenAsync();
        await visit.Page.Locator("#menu-open").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Space");
        await Expect(visit.Page.Locator(".sidebar")).ToBeVisibleAsync();
        if (!hasScript)
            return;
        await visit.AssertAccessibleAsync();
        await visit.SaveScreenshotAsync("drawer-360");
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Page.Locator(".sidebar")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task SkipLink_FirstTab_LeadsToTheContent()
    {
        await using var visit = await Visit.StartAsync(fixture);
        await visit.OpenAsync("/tuy-chon");
        await visit.Page.Keyboard.PressAsync("Tab");
        await Expect(visit.Page.Locator(".skip-link")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("#main")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Link_ToAnotherPage_MovesTheFocusToItsContent()
    {
        await using var visit = await Visit.StartAsync(fixture);
        await visit.OpenAsync("/tuy-chon");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Bàn điều hành" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Mọi thành phần giao diện");
        await Expect(visit.Page.Locator("#main")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Menu_LineWithoutPermission_IsNotShown()
    {
        await using var visit = await Visit.StartAsync(fixture);
        await visit.OpenAsync("/elements");
        var lines = visit.Page.Locator(".sidebar nav a");
        await Expect(lines).ToHaveCountAsync(6);
        await Expect(visit.Page.Locator(".sidebar a[aria-current]")).ToContainTextAsync("Bàn điều hành");
        await Expect(lines.Nth(2)).ToContainTextAsync("5");
    }

    [Fact]
    public async Task Print_Page_HasNeitherMenuNorButtons()
    {
        await using var visit = await Visit.StartAsync(fixture, isDark: true);
        await visit.OpenAsync("/elements");
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(visit.Page.Locator(".sidebar")).ToBeHiddenAsync();
        await Expect(visit.Page.Locator(".topbar")).ToBeHiddenAsync();
        await Expect(visit.Page.Locator("body")).ToHaveCSSAsync("background-color", "rgb(255, 255, 255)");
        await visit.SaveScreenshotAsync("elements-print");
    }
}
