using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Administration;

/// <summary>Whoever has chosen English is told in English what was done and why not.</summary>
public sealed class EnglishTests(TestHost host)
{
    [Fact]
    public async Task Act_InEnglish_IsToldAndRefusedInEnglish()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();
        await browser.SubmitAsync(await browser.GetAsync("/tuy-chon"), new Dictionary<string, string> { ["Language"] = "en" });
        var unit = new Dictionary<string, string> { ["Input.Name"] = "Tổ Đo lường", ["Input.Kind"] = "Division" };

        var added = await browser.FollowAsync(await browser.SubmitAsync(await browser.GetAsync("/quan-tri/don-vi/moi"), unit));
        var twice = await browser.SubmitAsync(await browser.GetAsync("/quan-tri/don-vi/moi"), unit);
        var empty = await browser.UploadAsync(await browser.GetAsync("/quan-tri/don-vi/nhap"), "units.xlsx", []);

        Assert.Contains("Unit “Tổ Đo lường” added.", added.Words, StringComparison.Ordinal);
        Assert.Contains("The ward has an active unit “Tổ Đo lường” already.", twice.Words, StringComparison.Ordinal);
        Assert.Contains("The file is empty.", empty.Words, StringComparison.Ordinal);
    }
}
