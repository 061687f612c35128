using NamRo.Extraction;
using NamRo.Reading;

namespace NamRo.Benchmarks;

/// <summary>Extraction alone (the reading is done before): each seed, and a plan fifty times as long.</summary>
internal static class ExtractionBench
{
    private const int Rounds = 15;
    private const int Times = 50;

    public static void Run(string data)
    {
        var seeds = Directory.EnumerateFiles(Path.Combine(data, "seeds"), "*.txt").Order(StringComparer.Ordinal).ToList();
        foreach (var seed in seeds)
        {
            var reading = DocumentReader.Read(seed, ReadingOptions.Default);
            var median = Measure.Medians(Rounds, ("extract", () => PlanExtractor.Extract(reading)))["extract"];
            Measure.Print($"{Path.GetFileName(seed)[..3]}: {median * 1000:0.0} ms, {reading.Text.Length} characters");
        }

        var folder = Directory.CreateTempSubdirectory("namro-bench");
        try
        {
            var longPlan = Path.Combine(folder.FullName, "long.txt");
            File.WriteAllText(longPlan, string.Join("\n\n", Enumerable.Repeat(File.ReadAllText(seeds[0]), Times)));
            var reading = DocumentReader.Read(longPlan, ReadingOptions.Default);
            var median = Measure.Medians(3, ("extract", () => PlanExtractor.Extract(reading)))["extract"];
            Measure.Print($"{Times} times as long: {median * 1000:0} ms, {reading.Text.Length} characters, {PlanExtractor.Extract(reading).Tasks.Count} tasks");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
