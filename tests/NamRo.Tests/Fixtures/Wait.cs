namespace NamRo.Tests.Fixtures;

/// <summary>Waiting for something to come to pass, instead of for a time: quick on a quiet machine, patient on a busy one.</summary>
public static class Wait
{
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static Task UntilAsync(Func<bool> isSo, TimeSpan? limit = null) => UntilAsync(() => Task.FromResult(isSo()), limit);

    /// <exception cref="TimeoutException">It did not come to pass within the limit, three minutes when none is given.</exception>
    public static async Task UntilAsync(Func<Task<bool>> isSo, TimeSpan? limit = null)
    {
        ArgumentNullException.ThrowIfNull(isSo);
        using var end = new CancellationTokenSource(limit ?? Usual);
        while (!await isSo())
        {
            if (end.IsCancellationRequested)
            {
                throw new TimeoutException($"It did not come to pass within {limit ?? Usual}.");
            }

            await Task.Delay(Pause, CancellationToken.None);
        }
    }
}
