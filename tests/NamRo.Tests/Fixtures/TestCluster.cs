using System.Diagnostics;

namespace NamRo.Tests.Fixtures;

/// <summary>A private PostgreSQL for one run of the tests, started by the product's own script and thrown away at the end.</summary>
public sealed class TestCluster : IDisposable
{
    private readonly string directory;
    private readonly string settings;

    /// <param name="name">Tells clusters of one run apart.</param>
    /// <param name="settings">By default nothing waits for the disk.</param>
    public TestCluster(string name = "", string settings = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200")
    {
        directory = Path.Combine(Path.GetTempPath(), $"namro-tests-{Environment.ProcessId}{name}");
        this.settings = settings;
        Run("start");
    }

    public string Connection(string role, string database = "namro") => $"Host={directory}/run;Username={role};Database={database}";

    public void Dispose()
    {
        Run("stop");
        Directory.Delete(directory, recursive: true);
    }

    /// <summary>Stops PostgreSQL at once, as a power cut does, and starts it again.</summary>
    public void Crash()
    {
        var server = Process.GetProcessById(int.Parse(File.ReadLines(Path.Combine(directory, "data", "postmaster.pid")).First(),
            System.Globalization.CultureInfo.InvariantCulture));
        server.Kill();
        server.WaitForExit();
        File.Delete(Path.Combine(directory, "data", "postmaster.pid"));
        Run("start");
    }

    private void Run(string command)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(Repository.Root, "scripts", "postgres.sh"), command, directory])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["NAMRO_POSTGRES_SETTINGS"] = settings;
        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"PostgreSQL could not {command}: {process.StandardError.ReadToEnd()}");
        }
    }
}

/// <summary>Where the checkout is.</summary>
public static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string directory) => File.Exists(Path.Combine(directory, "NamRo.slnx"))
        ? directory
        : Find(Path.GetDirectoryName(directory) ?? throw new InvalidOperationException("The tests run outside a checkout."));
}
