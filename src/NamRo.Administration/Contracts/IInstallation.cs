namespace NamRo.Administration.Contracts;

/// <summary>Fills a new database with what every installation needs. Safe to run at every start.</summary>
public interface IInstallation
{
    Task<InstallationReport> RunAsync(CancellationToken cancel);
}

/// <summary>What the installer tells the person at the console, once.</summary>
public sealed record InstallationReport(IReadOnlyList<string> Lines);

/// <summary>Adds wards with invented people, for demonstration. Does nothing when they are there.</summary>
public interface IDemoInstallation
{
    Task<InstallationReport> RunAsync(CancellationToken cancel);
}
