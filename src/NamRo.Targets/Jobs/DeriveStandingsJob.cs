using NamRo.Kernel.Jobs;

namespace NamRo.Targets.Jobs;

/// <summary>A new day makes some targets late without anybody doing anything.</summary>
internal sealed record DeriveStandings
{
    public const string Kind = "targets.derive_standings";
}

internal sealed class DeriveStandingsJob(StandingBook standings) : IJob<DeriveStandings>
{
    public Task RunAsync(DeriveStandings payload, JobRun run, CancellationToken cancel) => standings.DeriveOutdatedAsync(cancel);
}
