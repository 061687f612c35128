using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Kernel.Events;
using Npgsql;

namespace NamRo.Kernel.Jobs;

/// <summary>
/// Work that outlives a request. It runs in the ward it was queued in, inside one transaction that also marks it done: after a crash it
/// starts
/// again from the beginning and nothing of the broken attempt remains. What leaves the database (mail, files) must be safe to repeat.
/// </summary>
public interface IJob<in TPayload>
{
    Task RunAsync(TPayload payload, JobRun run, CancellationToken cancel);
}

/// <summary>The running attempt, through which a job tells how far it is.</summary>
public sealed class JobRun(Guid id, int attempt, NpgsqlDataSource source)
{
    public Guid Id { get; } = id;

    /// <summary>1 for the first.</summary>
    public int Attempt { get; } = attempt;

    /// <summary>Shows progress to people at once, outside the job's own transaction.</summary>
    public async Task ReportAsync(int percent, string note, CancellationToken cancel)
    {
        await using var command = source.CreateCommand("update kernel.job set progress_percent = $2, progress_note = $3 where id = $1");
        command.Parameters.Add(new() { Value = Id });
        command.Parameters.Add(new() { Value = Math.Clamp(percent, 0, 100) });
        command.Parameters.Add(new() { Value = note });
        await command.ExecuteNonQueryAsync(cancel);
    }
}

/// <summary>A kind of job: its stable name in the queue, its payload and how to run it.</summary>
public sealed record JobKind(string Name, Type Payload, Func<IServiceProvider, string, JobRun, CancellationToken, Task> RunAsync);

/// <summary>All kinds of jobs of the installed modules.</summary>
public sealed class JobCatalogue(IEnumerable<JobKind> kinds)
{
    private readonly Dictionary<string, JobKind> byName = kinds.ToDictionary(kind => kind.Name, StringComparer.Ordinal);

    public JobKind? Find(string name) => byName.GetValueOrDefault(name);

    internal string KindOf<TPayload>() => KindOf(typeof(TPayload));

    internal string KindOf(Type payload) => byName.Values.Single(kind => kind.Payload == payload).Name;
}

/// <summary>Registers jobs in a module's table of contents.</summary>
public static class JobRegistration
{
    /// <summary>Registers a job; <paramref name="name"/> is <c>module.verb_object</c> and never changes.</summary>
    public static IServiceCollection AddJob<TPayload, TJob>(this IServiceCollection services, string name)
        where TPayload : notnull
        where TJob : class, IJob<TPayload>
    {
        services.AddScoped<TJob>();
        return services.AddSingleton(new JobKind(name, typeof(TPayload), static (provider, json, run, cancel) =>
        {
            var payload = JsonSerializer.Deserialize<TPayload>(json,
                EventLog.Json) ?? throw new InvalidOperationException("The job holds no payload.");
            return provider.GetRequiredService<TJob>().RunAsync(payload, run, cancel);
        }));
    }
}
