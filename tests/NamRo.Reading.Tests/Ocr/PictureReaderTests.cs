using System.Diagnostics;
using System.Globalization;
using NamRo.Reading.Ocr;

namespace NamRo.Reading.Tests.Ocr;

public sealed class PictureReaderTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("namro-picture");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void APagePhotographedSideways_WithARedStamp_IsReadAsATable()
    {
        var page = Draw("pdftoppm", "-r", "200", "-f", "2", "-l", "2", "-singlefile", Samples.Path("000_scan200_tab.pdf"), Target("page"));
        var picture = Target("page.jpg");
        Draw(
            "convert", $"{page}.ppm", "-fill", "none", "-stroke", "#d33", "-strokewidth", "9", "-draw", "circle 1500,900 1500,1120",
            "-rotate", "90", "-quality", "60", picture);

        var reading = DocumentReader.Read(picture, ReadingOptions.Default, TestContext.Current.CancellationToken);

        var table = Assert.Single(reading.Blocks.OfType<Table>());
        Assert.Equal(7, table.ColumnCount);
        Assert.Equal(0, table.WordsInNoCell);
        var first = Assert.Single(table.Rows, row => row.Cells[0].Text == "1");
        Assert.StartsWith("Chủ động rà soát, nâng cấp", first.Cells[1].Text, StringComparison.Ordinal);
        Assert.Contains(reading.Notices, notice => notice.Rule == "ocr.page-turned");
    }

    [Theory]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0 })]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10, 1, 2, 3 })]
    [InlineData(new byte[] { 0x49, 0x49, 0x2A, 0, 8, 0, 0, 0, 0xFF, 0xFF, 0xFF })]
    public void ADamagedPicture_IsOneClearRefusal(byte[] bytes)
    {
        var file = Target("broken.png");
        File.WriteAllBytes(file, bytes);

        var failure = Assert.Throws<ReadingException>(
            () => PictureReader.Read(file, ReadingOptions.Default, TestContext.Current.CancellationToken));

        Assert.Contains("broken.png", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void APageOfATiff_IsDrawnForPeopleToLookAt()
    {
        var file = Target("two.tif");
        Draw("convert", "-size", "400x500", "xc:white", "xc:black", file);

        var pages = new[] { 1, 2, 3 }.Select(page => PagePicture.Draw(file, page, 110, TestContext.Current.CancellationToken)).ToList();

        Assert.Equal([0x89, 0x50, 0x4E, 0x47], pages[0]![..4]);
        Assert.NotEqual(pages[0], pages[1]);
        Assert.Null(pages[2]);
    }

    [Fact]
    public void ABlankPicture_IsOneClearRefusal()
    {
        var file = Target("blank.png");
        Draw("convert", "-size", "400x500", "xc:white", file);

        var failure = Assert.Throws<ReadingException>(
            () => PictureReader.Read(file, ReadingOptions.Default, TestContext.Current.CancellationToken));

        Assert.Contains("Không nhận ra chữ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ManyPages_AreCounted_AndLimited()
    {
        var file = Target("pages.tif");
        Draw("convert", "-size", "40x50", "xc:white", "xc:white", "xc:white", file);

        var options = ReadingOptions.Default with { MaximumPages = 2 };
        var failure = Assert.Throws<ReadingException>(
            () => PictureReader.Read(file, options, TestContext.Current.CancellationToken));

        Assert.Contains(3.ToString(CultureInfo.InvariantCulture), failure.Message, StringComparison.Ordinal);
    }

    private string Target(string name) => Path.Combine(folder.FullName, name);

    private static string Draw(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)) ?? throw new InvalidOperationException(program);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return arguments[^1];
    }
}
