using System.Diagnostics;
using System.Globalization;

namespace NamRo.Benchmarks;

/// <summary>Times work in turns, so that a drifting machine hits every candidate alike; prints medians and ratios.</summary>
internal static class Measure
{
    public const double Megabyte = 1 << 20;

    /// <summary>Runs every candidate once per round, after one warm-up round; seconds by name.</summary>
    public static IReadOnlyDictionary<string, double> Medians(int rounds, params (string Name, Action Work)[] candidates)
    {
        var times = candidates.ToDictionary(c => c.Name, _ => new List<double>(), StringComparer.Ordinal);
        for (var round = -1; round < rounds; round++)
        {
            foreach (var (name, work) in candidates)
            {
                var watch = Stopwatch.StartNew();
                work();
                if (round >= 0)
                {
                    times[name].Add(watch.Elapsed.TotalSeconds);
                }
            }
        }

        return times.ToDictionary(t => t.Key, t => t.Value.Order().ElementAt(t.Value.Count / 2), StringComparer.Ordinal);
    }

    /// <summary>Runs a program to its end, its output thrown away; peak memory in megabytes as GNU time tells it.</summary>
    public static double Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/time", ["-f", "%M", program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var drain = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        var errors = process.StandardError.ReadToEnd();
        drain.GetAwaiter().GetResult();
        process.WaitForExit();
        var last = errors.Trim().Split('\n')[^1];
        return int.TryParse(last, CultureInfo.InvariantCulture, out var kilobytes) ? kilobytes / 1024.0 : double.NaN;
    }

    public static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
