namespace NamRo.BrowserTests;

/// <summary>The page of all elements, in each theme and width.</summary>
public sealed class ElementsTests(BrowserFixture fixture)
{
    [Theory]
    [InlineData(1366, false)]
    [InlineData(1366, true)]
    [InlineData(360, false)]
    [InlineData(360, true)]
    public async Task Elements_AnyThemeAndWidth_AreAccessibleAndQuiet(int width, bool isDark)
    {
        await using var visit = await Visit.StartAsync(fixture, width, isDark);
        await visit.OpenAsync("/elements");
        await visit.CheckPageAsync($"elements-{width}-{(isDark ? "dark" : "light")}");
    }
}
