using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Settings;
using NamRo.Kernel.Time;
using NamRo.Work.Domain;
using NamRo.Work.Settings;

namespace NamRo.Work.Nightly;

/// <summary>When the ward's rules change, the next night works out every open task anew.</summary>
internal sealed class RefreshAfterRules(AppDb database, WardClock clock) : ISubscriber<SettingChanged>
{
    public async Task ReceiveAsync(SettingChanged happened, Guid eventId, CancellationToken cancel)
    {
        if (happened.Key.StartsWith(WorkSetting.Prefix, StringComparison.Ordinal))
        {
            var tomorrow = clock.Today.AddDays(1);
            await database.Set<TaskStanding>().Where(row => row.NextChangeOn != null)
                .ExecuteUpdateAsync(row => row.SetProperty(standing => standing.NextChangeOn, tomorrow), cancel);
        }
    }
}
