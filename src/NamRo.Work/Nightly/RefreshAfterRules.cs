using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Settings;
using NamRo.Kernel.Time;
using NamRo.Work.FollowCalendar;
using NamRo.Work.Settings;

namespace NamRo.Work.Nightly;

/// <summary>When the ward's rules change, the next night works out every open task anew.</summary>
internal sealed class RefreshAfterRules(AppDb database, WardClock clock) : ISubscriber<SettingChanged>
{
    public Task ReceiveAsync(SettingChanged happened, Guid eventId, CancellationToken cancel) =>
        happened.Key.StartsWith(WorkSetting.Prefix, StringComparison.Ordinal)
            ? RefreshTasks.MarkAsync(database, clock.Today, cancel) : Task.CompletedTask;
}
