using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace NamRo.BrowserTests;

/// <summary>Nothing typed is lost; errors say what to do; acts can be taken back.</summary>
public sealed class FormTests(BrowserFixture fixture)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Submit_Invalid_KeepsWhatWasTypedAndNamesEachField(bool hasScript)
    {
        await using var visit = await Visit.StartAsync(fixture, hasScript: hasScript);
        await visit.OpenAsync("/elements");
        await visit.Page.GetByLabel("Thư điện tử (không bắt buộc)").FillAsync("không phải thư");
        await visit.Page.GetByLabel("Tỷ lệ").FillAsync("120,5");
        await visit.Page.GetByLabel("Ghi chú").FillAsync("\nDòng hai");
        await SaveAsync(visit);
        var summary = visit.Page.GetByRole(AriaRole.Alert);
        await Expect(summary).ToContainTextAsync("Cần nhập Tên đơn vị.");
        await Expect(summary).ToContainTextAsync("Thư điện tử chưa đúng dạng địa chỉ thư điện tử.");
        await Expect(summary).ToContainTextAsync("Tỷ lệ phải từ 0 đến 100.");
        await Expect(visit.Page.GetByLabel("Thư điện tử (không bắt buộc)")).ToHaveValueAsync("không phải thư");
        await Expect(visit.Page.GetByLabel("Tỷ lệ")).ToHaveValueAsync("120,5");
        await Expect(visit.Page.GetByLabel("Ghi chú")).ToHaveValueAsync("\nDòng hai");
        if (!hasScript)
            return;
        await Expect(summary).ToBeFocusedAsync();
        await visit.AssertAccessibleAsync();
        await visit.SaveScreenshotAsync("form-invalid");
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Submit_Unclear_NumberIsNotGuessed()
    {
        await using var visit = await Visit.StartAsync(fixture);
        await visit.OpenAsync("/elements");
        await visit.Page.GetByLabel("Tỷ lệ").FillAsync("8.6.2");
        await SaveAsync(visit);
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Tỷ lệ phải là số, ví dụ 86,2.");
    }

    [Fact]
    public async Task Draft_AfterReload_IsThereAgainUntilSaved()
    {
        await using var visit = await Visit.StartAsync(fixture);
        visit.Page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await visit.OpenAsync("/elements");
        await FillAsync(visit, "Phòng Nháp");
        await visit.WaitUntilAsync("Object.values(localStorage).some(draft => draft.includes('Phòng Nháp'))");
        await visit.OpenAsync("/elements");
        await Expect(visit.Page.GetByLabel("Tên đơn vị")).ToHaveValueAsync("Phòng Nháp");
        await Expect(visit.Page.Locator("[data-draft-note]")).ToContainTextAsync("Đã lấy lại bản nháp lúc");
        await SaveAsync(visit);
        await Expect(visit.Page.Locator(".notice[role=status]")).ToContainTextAsync("Đã lưu đơn vị “Phòng Nháp”.");
        await Expect(visit.Page.GetByLabel("Tên đơn vị")).ToHaveValueAsync("");
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Draft_LeftAtOnce_IsThereAgain()
    {
        await using var visit = await Visit.StartAsync(fixture);
        visit.Page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await visit.OpenAsync("/elements");
        await visit.Page.GetByLabel("Tên đơn vị").EvaluateAsync("field => { field.value = 'Phòng Vội'; "
            + "field.dispatchEvent(new Event('input', { bubbles: true })); location.reload(); }");
        await Expect(visit.Page.GetByLabel("Tên đơn vị")).ToHaveValueAsync("Phòng Vội");
        await Expect(visit.Page.Locator("[data-draft-note]")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Draft_OfAnotherPerson_IsNotShown()
    {
        await using var visit = await Visit.StartAsync(fixture);
        visit.Page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await visit.OpenAsync("/elements");
        await visit.Page.GetByLabel("Tên đơn vị").FillAsync("Phòng Riêng");
        await visit.WaitUntilAsync("Object.values(localStorage).some(draft => draft.includes('Phòng Riêng'))");
        await visit.Page.EvaluateAsync("for (const key of Object.keys(localStorage)) { "
            + "const value = localStorage[key]; delete localStorage[key]; localStorage[key.replace(document.documentElement.dataset.person, 'someone-else')] = value; }");
        await visit.OpenAsync("/elements");
        await Expect(visit.Page.GetByLabel("Tên đơn vị")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Undo_AfterSaving_TakesTheActBack()
    {
        await using var visit = await Visit.StartAsync(fixture);
        await visit.OpenAsync("/elements");
        await FillAsync(visit, "Tổ dân phố 5");
        await SaveAsync(visit);
        await visit.AssertAccessibleAsync();
        await visit.Page.Locator(".notice").GetByRole(AriaRole.Button, new() { Name = "Hoàn tác" }).ClickAsync();
        await Expect(visit.Page.Locator(".notice[role=status]")).ToContainTextAsync("Đã hoàn tác.");
    }

    [Fact]
    public async Task Confirm_Refused_DoesNothing()
    {
        await using var visit = await Visit.StartAsync(fixture);
        await visit.OpenAsync("/elements");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Xóa", Exact = true }).ClickAsync();
        await Expect(visit.Page.Locator("#confirm-dialog")).ToContainTextAsync("Xóa đơn vị này?");
        await visit.AssertAccessibleAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Không", Exact = true }).ClickAsync();
        await Expect(visit.Page.Locator(".notice[role=status]")).ToHaveCountAsync(0);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Xóa", Exact = true }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Đồng ý" }).Last.ClickAsync();
        await Expect(visit.Page.Locator(".notice[role=status]")).ToContainTextAsync("Đã hoàn tác.");
    }

    [Fact]
    public async Task Leave_WithUnsavedChanges_AsksFirst()
    {
        await using var visit = await Visit.StartAsync(fixture);
        var questions = new List<string>();
        visit.Page.Dialog += (_, dialog) =>
        {
            questions.Add(dialog.Message);
            _ = dialog.DismissAsync();
        };
        await visit.OpenAsync("/elements");
        await FillAsync(visit, "Chưa lưu");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Năm Rõ" }).ClickAsync();
        Assert.Equal(["Có chỗ chưa lưu. Vẫn rời trang?"], questions);
        Assert.EndsWith("/elements", visit.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DateField_AnyBrowserLanguage_SaysTheDateInWords()
    {
        await using var visit = await Visit.StartAsync(fixture);
        await visit.OpenAsync("/elements");
        await Expect(visit.Page.Locator("output.date-words")).ToHaveTextAsync("Thứ Ba, 30 tháng 6, 2026");
    }

    [Fact]
    public async Task DropZone_FileChosen_IsListed()
    {
        await using var visit = await Visit.StartAsync(fixture);
        await visit.OpenAsync("/elements");
        await visit.Page.GetByLabel("Minh chứng").SetInputFilesAsync(
            new FilePayload { Name = "báo cáo.pdf", MimeType = "application/pdf", Buffer = new byte[2048] });
        await Expect(visit.Page.Locator(".drop-zone li")).ToHaveTextAsync("báo cáo.pdf · 2 KB");
    }

    private static async Task FillAsync(Visit visit, string name)
    {
        await visit.Page.GetByLabel("Tên đơn vị").FillAsync(name);
        await visit.Page.GetByLabel("Loại đơn vị").SelectOptionAsync("phong");
    }

    private static Task SaveAsync(Visit visit) => visit.Page.GetByRole(AriaRole.Button, new() { Name = "Lưu", Exact = true }).ClickAsync();
}
