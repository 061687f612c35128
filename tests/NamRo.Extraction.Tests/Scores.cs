using System.Diagnostics;
using System.Text.Json;
using NamRo.Reading;

namespace NamRo.Extraction.Tests;

/// <summary>Extracts files and scores them against gold labels with the scorer that others use too.</summary>
internal static class Scores
{
    /// <summary>Figures by name ("tasks", "targets", "task_fields", "task.deadline", ...), over all pairs.</summary>
    public static async Task<IReadOnlyDictionary<string, double>> OfAsync(params (string Gold, string File)[] pairs)
    {
        var folder = Directory.CreateTempSubdirectory("namro-score");
        try
        {
            var arguments = new List<string> { Repository.Data("score_extract.py"), "--json" };
            for (var i = 0; i < pairs.Length; i++)
            {
                var predicted = Path.Combine(folder.FullName, $"{i}.json");
                await using (var output = File.Create(predicted))
                {
                    PlanJson.Write(PlanExtractor.Extract(DocumentReader.Read(pairs[i].File, ReadingOptions.Default)), output);
                }

                arguments.Add($"{pairs[i].Gold}={predicted}");
            }

            return await RunAsync(arguments);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<IReadOnlyDictionary<string, double>> RunAsync(List<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("python3", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        using var json = JsonDocument.Parse(output);
        return json.RootElement.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Number).ToDictionary(p => p.Name, p => p.Value.GetDouble(), StringComparer.Ordinal);
    }
}
