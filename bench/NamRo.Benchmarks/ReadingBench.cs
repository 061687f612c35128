using NamRo.Reading;

namespace NamRo.Benchmarks;

/// <summary>Reading of text PDF, DOCX and scans: pages per second beside pdftotext and pdfminer, and peak memory.</summary>
internal static class ReadingBench
{
    private const int Rounds = 5;
    private const int WarmRepeats = 5;
    private const int LongPages = 300;

    public static void Run(string data, string extractor)
    {
        var pdf = Path.Combine(data, "samples", "000_plan.pdf");
        var docx = Path.Combine(data, "samples", "000_plan.docx");
        var scan = Path.Combine(data, "samples", "003_scan200.pdf");
        var pages = Read(pdf).Pages.Count;
        var medians = Measure.Medians(
            Rounds,
            ("namro, in process, warm", () => Repeat(WarmRepeats, () => Read(pdf))),
            ("pdftotext -bbox, process", () => Measure.Run("pdftotext", "-bbox", pdf, "-")),
            ("pdfminer, process", () => Measure.Run("pdf2txt", "-t", "xml", pdf)),
            ("namro, process", () => Measure.Run("dotnet", extractor, "extract", pdf, "--text")));
        var speeds = medians.ToDictionary(m => m.Key, m => pages * (m.Key.Contains("in process", StringComparison.Ordinal) ? WarmRepeats : 1) / m.Value, StringComparer.Ordinal);
        foreach (var (name, speed) in speeds)
        {
            Measure.Print($"text PDF, {pages} pages: {name}: {speed:0} pages/s ({speed / speeds["pdfminer, process"]:0.0} x pdfminer)");
        }

        var words = Measure.Medians(Rounds, ("docx", () => Repeat(WarmRepeats, () => Read(docx))));
        Measure.Print($"DOCX: {words["docx"] / WarmRepeats * 1000:0.0} ms a file, warm");
        var scanned = Measure.Medians(3, ("scan", () => Read(scan)));
        var scanPages = Read(scan).Pages.Count;
        Measure.Print($"scan, {scanPages} pages, {Environment.ProcessorCount} cores: {scanned["scan"] / scanPages:0.00} s a page, {scanned["scan"] * Environment.ProcessorCount / scanPages:0.00} core seconds a page at most");
        MeasureMemory(pdf, pages, scan, extractor);
    }

    private static void MeasureMemory(string pdf, int pages, string scan, string extractor)
    {
        var folder = Directory.CreateTempSubdirectory("namro-bench");
        try
        {
            var longPdf = Path.Combine(folder.FullName, "long.pdf");
            var copies = Enumerable.Repeat(pdf, (LongPages + pages - 1) / pages);
            Measure.Run("qpdf", ["--empty", "--pages", .. copies, "--", longPdf]);
            Measure.Print($"peak memory: {LongPages}-page text PDF {Measure.Run("dotnet", extractor, "extract", longPdf, "--json"):0} MB, scan {Measure.Run("dotnet", extractor, "extract", scan, "--json"):0} MB");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static DocumentReading Read(string path) => DocumentReader.Read(path, ReadingOptions.Default);

    private static void Repeat(int times, Func<DocumentReading> work)
    {
        for (var i = 0; i < times; i++)
        {
            work();
        }
    }
}
