using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace NamRo.Tests.Fixtures;

/// <summary>The product's own program in a process of its own, so that it can be killed as the system or a power cut kills it.</summary>
public sealed class HostProcess : IDisposable
{
    private readonly Process process;

    private HostProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>The memory it holds now, in bytes.</summary>
    public long Memory => MemoryOf("VmRSS:");

    /// <summary>The most memory it has held so far, in bytes.</summary>
    public long PeakMemory => MemoryOf("VmHWM:");

    /// <param name="roles">web, worker or both.</param>
    /// <param name="settings">In the names of environment variables.</param>
    public static async Task<HostProcess> StartAsync(IEnumerable<string> roles, IEnumerable<KeyValuePair<string, string>> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var address = new Uri($"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}");
        string[] words = [Path.Combine(AppContext.BaseDirectory, "namro-host.dll"), .. roles, "--urls", address.ToString(), "--contentRoot",
            AppContext.BaseDirectory];
        var start = new ProcessStartInfo("dotnet", words) { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var started = new HostProcess(Process.Start(start)!, address);
        started.process.OutputDataReceived += (_, _) => { };
        started.process.BeginOutputReadLine();
        await started.WaitUntilReadyAsync();
        return started;
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill();
        }

        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private long MemoryOf(string line) => 1024 * long.Parse(File.ReadLines($"/proc/{process.Id}/status")
        .Single(one => one.StartsWith(line, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);

    private async Task WaitUntilReadyAsync()
    {
        using var client = new HttpClient();
        await Wait.UntilAsync(async () =>
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"The host ended with {process.ExitCode}.");
            }

            try
            {
                using var answer = await client.GetAsync(new Uri(Address, "/health/ready"));
                return answer.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });
    }
}
