using System.Diagnostics;

namespace NamRo.Tests.Fixtures;

/// <summary>Counts the commands that this process sends to PostgreSQL within one request.</summary>
public static class SqlCommands
{
    private const string Mark = "namro.test.count";

    /// <summary>Runs the action and returns how many commands its requests sent; those of tests beside it are not among them.</summary>
    public static async Task<int> CountAsync(Func<Task> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        var (trace, count) = (ActivityTraceId.CreateRandom(), 0);
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Npgsql" or "Microsoft.AspNetCore" or Mark,
            Sample = (ref ActivityCreationOptions<ActivityContext> options) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                // A connection being opened is an activity too, but without a statement.
                if (activity.TraceId == trace && activity.Source.Name == "Npgsql" && activity.GetTagItem("db.query.text") is not null)
                {
                    Interlocked.Increment(ref count);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        var before = Activity.Current;
        Activity.Current = new Activity(Mark).SetParentId(trace, ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded).Start();
        try
        {
            await action();
        }
        finally
        {
            Activity.Current.Stop();
            Activity.Current = before;
        }

        return count;
    }
}
