using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace NamRo.BrowserTests;

/// <summary>Lists: the address holds the filter, pages follow by key, charts bring their tables.</summary>
public sealed class ListTests(BrowserFixture fixture)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Filter_Chosen_StandsInTheAddressAndCanBeTakenAway(bool hasScript)
    {
        await using var visit = await Visit.StartAsync(fixture, hasScript: hasScript);
        await visit.OpenAsync("/elements?sap=-viec");
        await visit.Page.GetByLabel("Trạng thái").FocusAsync();
        await visit.Page.GetByLabel("Trạng thái").SelectOptionAsync("Late");
        if (!hasScript)
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Lọc" }).ClickAsync();
        await visit.Page.WaitForURLAsync("**trang-thai=Late**");
        Assert.Contains("sap=-viec", visit.Page.Url, StringComparison.Ordinal);
        await Expect(visit.Page.Locator("#lists tbody tr")).ToHaveCountAsync(1);
        if (hasScript)
            await Expect(visit.Page.GetByLabel("Trạng thái")).ToBeFocusedAsync();
        await visit.Page.Locator(".chosen a").ClickAsync();
        await Expect(visit.Page.Locator("#lists tbody tr")).ToHaveCountAsync(4);
    }

    [Fact]
    public async Task Pager_ForwardAndBack_ShowsTheSameRows()
    {
        await using var visit = await Visit.StartAsync(fixture);
        await visit.OpenAsync("/elements");
        var rows = visit.Page.Locator("#lists tbody tr");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Trang sau" }).ClickAsync();
        await Expect(rows).ToHaveCountAsync(2);
        await Expect(rows.First).ToContainTextAsync("Công an phường");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Trang trước" }).ClickAsync();
        await Expect(rows).ToHaveCountAsync(4);
        await Expect(rows.First).ToContainTextAsync("Phòng Văn hóa - Xã hội");
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Sort_ClickedTwice_TurnsRound()
    {
        await using var visit = await Visit.StartAsync(fixture);
        await visit.OpenAsync("/elements");
        var head = visit.Page.Locator("#lists th").Nth(1);
        await head.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(head).ToHaveAttributeAsync("aria-sort", "ascending");
        await head.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(head).ToHaveAttributeAsync("aria-sort", "descending");
    }

    [Fact]
    public async Task Chart_IsDrawnAndBringsItsTable()
    {
        await using var visit = await Visit.StartAsync(fixture);
        await visit.OpenAsync("/elements");
        await Expect(visit.Page.Locator(".chart[data-drawn] canvas")).ToHaveCountAsync(2);
        await visit.Page.GetByText("Xem bảng số liệu").First.ClickAsync();
        await Expect(visit.Page.Locator(".chart table").First).ToContainTextAsync("chưa có số liệu");
        await visit.AssertAccessibleAsync();
    }

    [Fact]
    public async Task Key_OnButton_PressesItUnlessTyping()
    {
        await using var visit = await Visit.StartAsync(fixture);
        await visit.OpenAsync("/elements");
        await visit.Page.GetByLabel("Ghi chú").PressSequentiallyAsync("d");
        await Expect(visit.Page.Locator("#sample-dialog")).ToBeHiddenAsync();
        await visit.Page.Locator("#main").FocusAsync();
        await visit.Page.Keyboard.PressAsync("d");
        await Expect(visit.Page.Locator("#sample-dialog")).ToBeVisibleAsync();
        await visit.AssertAccessibleAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Page.Locator("#sample-dialog")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Keys_QuestionMark_ListsThemAndTurnsLettersOff()
    {
        await using var visit = await Visit.StartAsync(fixture);
        await visit.OpenAsync("/elements");
        await visit.Page.Locator("#main").FocusAsync();
        await visit.Page.Keyboard.PressAsync("?");
        await Expect(visit.Page.Locator("#keys-dialog")).ToContainTextAsync("Mở hộp thoại");
        await visit.AssertAccessibleAsync();
        await visit.SaveScreenshotAsync("keys-dialog");
        await visit.Page.GetByLabel("Dùng phím tắt một chữ cái").UncheckAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.Page.Locator("#main").FocusAsync();
        await visit.Page.Keyboard.PressAsync("d");
        await Expect(visit.Page.Locator("#sample-dialog")).ToBeHiddenAsync();
    }
}
