using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace NamRo.Benchmarks;

/// <summary>The program, as it runs in an office.</summary>
internal sealed class BenchProcess : IDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(120);

    private readonly Process process;

    private BenchProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<BenchProcess> StartAsync(string[] roles, IEnumerable<KeyValuePair<string, string>> settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}");
        string[] words = [Path.Combine(AppContext.BaseDirectory, "namro-host.dll"), .. roles, "--urls", address.ToString(), "--contentRoot",
            AppContext.BaseDirectory];
        var start = new ProcessStartInfo("dotnet", words) { UseShellExecute = false };
        start.Environment["DOTNET_ENVIRONMENT"] = start.Environment["ASPNETCORE_ENVIRONMENT"] = "Bench";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var started = new BenchProcess(Process.Start(start)!, address);
        await started.WaitUntilReadyAsync();
        return started;
    }

    public double MemoryMegabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1048576.0;
        }
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task WaitUntilReadyAsync()
    {
        using var client = new HttpClient();
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < LongestStart && !process.HasExited)
        {
            try
            {
                if ((await client.GetAsync(new Uri(Address, "/health/ready"))).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException("The host did not become ready.");
    }
}
