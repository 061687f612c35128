using NamRo.Reading.Pdf;

namespace NamRo.Reading.Tests.Pdf;

public sealed class WordTests
{
    [Theory]
    [InlineData("000_plan.pdf")]
    [InlineData("000_gs.pdf")]
    [InlineData("000_rects.pdf")]
    [InlineData("000_noborder.pdf")]
    [InlineData("000_enc.pdf")]
    [InlineData("001_plan.pdf")]
    [InlineData("002_plan.pdf")]
    [InlineData("003_plan.pdf")]
    [InlineData("003_nfd.pdf")]
    [InlineData("003_signed_two.pdf")]
    [InlineData("004_plan.pdf")]
    [InlineData("004_chromium.pdf")]
    public void Words_are_those_of_poppler(string name)
    {
        var path = TestData.Sample(name);
        var pages = TextLayer.Read(path, ReadingOptions.Default, default).Select(page => page.Content);
        var ours = pages.SelectMany(page => page.Words.Concat(page.Asides)).Select(word => word.Text);

        Assert.Equal(Poppler.Words(path).Order(StringComparer.Ordinal), ours.Order(StringComparer.Ordinal));
    }
}
