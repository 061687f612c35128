using Microsoft.Extensions.Options;
using NamRo.Kernel.Data;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Kernel;

public sealed class SharedReadingTests
{
    private readonly MovableTime time = new();
    private int readings;

    [Fact]
    public async Task Get_ManyAtOnce_ReadsOnce()
    {
        var shared = Shared();
        var release = new TaskCompletionSource();

        var asking = Enumerable.Range(0, 20).Select(_ => shared.GetAsync("Hải Phòng", () => ReadAsync(release.Task), default)).ToList();
        release.SetResult();

        Assert.All(await Task.WhenAll(asking), value => Assert.Equal(1, value));
    }

    [Fact]
    public async Task Get_WhileAnotherMakesItAnew_GivesTheLastAtOnce()
    {
        var shared = Shared();
        await shared.GetAsync("Hải Phòng", () => ReadAsync(Task.CompletedTask), default);
        time.Forward(TimeSpan.FromSeconds(5));
        var release = new TaskCompletionSource();
        var making = shared.GetAsync("Hải Phòng", () => ReadAsync(release.Task), default);

        Assert.Equal(1, await shared.GetAsync("Hải Phòng", () => ReadAsync(Task.CompletedTask), default));
        release.SetResult();
        Assert.Equal(2, await making);
        Assert.Equal(2, await shared.GetAsync("Hải Phòng", () => ReadAsync(Task.CompletedTask), default));
    }

    /// <summary>What changed is seen soon: the last is not given out for ever because somebody is slow to make it anew.</summary>
    [Fact]
    public async Task Get_TwiceAsOldAsShared_WaitsForANewOne()
    {
        var shared = Shared();
        await shared.GetAsync("Hải Phòng", () => ReadAsync(Task.CompletedTask), default);
        time.Forward(TimeSpan.FromSeconds(6));
        var release = new TaskCompletionSource();
        var making = shared.GetAsync("Hải Phòng", () => ReadAsync(release.Task), default);
        var other = shared.GetAsync("Hải Phòng", () => ReadAsync(Task.CompletedTask), default);

        Assert.False(other.IsCompleted);
        release.SetResult();
        Assert.Equal((2, 2), (await making, await other));
    }

    [Fact]
    public async Task Get_NothingShared_IsReadForEach()
    {
        var none = Shared(seconds: 0);
        var release = new TaskCompletionSource();
        await none.GetAsync("Hải Phòng", () => ReadAsync(Task.CompletedTask), default);
        var making = none.GetAsync("Hải Phòng", () => ReadAsync(release.Task), default);
        var other = none.GetAsync("Hải Phòng", () => ReadAsync(Task.CompletedTask), default);

        release.SetResult();

        Assert.Equal((2, 3), (await making, await other));
    }

    [Fact]
    public async Task Get_ReadingFails_IsTriedAgainByTheNext()
    {
        var shared = Shared();

        await Assert.ThrowsAsync<InvalidOperationException>(() => shared.GetAsync("Hải Phòng", () => throw new InvalidOperationException(), default));

        Assert.Equal(1, await shared.GetAsync("Hải Phòng", () => ReadAsync(Task.CompletedTask), default));
        Assert.Equal(2, await shared.GetAsync("Hà Nội", () => ReadAsync(Task.CompletedTask), default));
    }

    private SharedReading<string, int> Shared(double seconds = 3) => new(Options.Create(new SharingOptions { Seconds = seconds }), time);

    private async Task<int> ReadAsync(Task until)
    {
        await until;
        return ++readings;
    }
}
