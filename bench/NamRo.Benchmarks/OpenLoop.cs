using System.Diagnostics;

namespace NamRo.Benchmarks;

/// <summary>
/// Asks for a page at a fixed rate, whether or not the requests before have been answered. Times count from the moment a request should
/// have left, so that a stall shows in every request it delays.
/// </summary>
internal static class OpenLoop
{
    private const int RequestsPerSecond = 20;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan PerPage = TimeSpan.FromSeconds(15);

    public static async Task ReportAsync(string name, BenchVisitor visitor, string path, int limit)
    {
        await RunAsync(visitor, path, WarmUp);
        var times = (await RunAsync(visitor, path, PerPage)).Order().ToList();
        var p95 = times[times.Count * 95 / 100];
        Measure.Print($"{name}: p50 {times[times.Count / 2]:0} ms, p95 {p95:0} ms ({(p95 < limit ? "within" : "beyond")} {limit}), max {times[^1]:0} ms, {times.Count} requests");
    }

    private static async Task<double[]> RunAsync(BenchVisitor visitor, string path, TimeSpan duration)
    {
        var answers = new List<Task<double>>();
        var watch = Stopwatch.StartNew();
        for (var due = TimeSpan.Zero; due < duration; due += TimeSpan.FromSeconds(1.0 / RequestsPerSecond))
        {
            var wait = due - watch.Elapsed;
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
            answers.Add(AskAsync(visitor, path, watch, due));
        }

        return await Task.WhenAll(answers);
    }

    private static async Task<double> AskAsync(BenchVisitor visitor, string path, Stopwatch watch, TimeSpan due)
    {
        await visitor.GetAsync(path);
        return (watch.Elapsed - due).TotalMilliseconds;
    }
}
