using NamRo.Reading.Ocr;
using NamRo.Reading.Ocr.Engine;
using NamRo.Reading.Raster;

namespace NamRo.Reading.Tests.Ocr;

public sealed class TwoReadingsTests
{
    [Fact]
    public void WhatBothRead_IsBelieved()
    {
        var word = Assert.Single(TwoReadings.Weigh([Word("phường", 0.6)], [Word("phường", 0.9)]));

        Assert.Equal(("phường", 0.9), (word.Text, word.Confidence));
    }

    [Fact]
    public void WhatTheyDispute_IsTheBetterOne_AndDoubtful()
    {
        var word = Assert.Single(TwoReadings.Weigh([Word("Định", 0.6)], [Word("Đinh", 0.95)]));

        Assert.Equal("Đinh", word.Text);
        Assert.True(word.Confidence < ScanRecognizer.Doubtful);
    }

    [Fact]
    public void CapitalsThatDifferInMarks_KeepTheMarks()
    {
        var words = TwoReadings.Weigh([Word("UY", 0.97)], [Word("ỦY", 0.9)]);

        Assert.Equal("ỦY", Assert.Single(words).Text);
    }

    [Fact]
    public void ASpeckThatOneReadingSaw_IsDropped_AWordIsKept()
    {
        var words = TwoReadings.Weigh([Word("'", 0.04), Word("giao", 0.9, 100)], [Word("giao", 0.9, 100), Word("cho", 0.8, 200)]);

        Assert.Equal(["giao", "cho"], words.Select(word => word.Text));
    }

    private static RecognizedWord Word(string text, double confidence, int left = 0)
    {
        var area = new PixelArea(left, 0, left + 60, 40);
        return new RecognizedWord(text, area, 0, area, confidence, 12);
    }
}
