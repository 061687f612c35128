using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;

namespace NamRo.Kernel.Settings;

/// <summary>What the current ward has decided. Reads the ward's settings once in a request or job. Must run in a transaction.</summary>
public sealed class WardSettings(AppDb database, EventLog events, ModuleCatalogue modules)
{
    private Dictionary<string, SettingRow>? rows;
    private Guid rowsOf;

    /// <summary>The ward's value, or the default while it has none (or one that the limits no longer allow).</summary>
    public async Task<T> GetAsync<T>(WardSetting<T> setting, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return setting.Read((await StandingAsync(setting, cancel)).Text);
    }

    /// <summary>The stored text and the version it has been changed to; version 0: never changed.</summary>
    public async Task<SettingStanding> StandingAsync(WardSetting setting, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(setting);
        var row = (await RowsAsync(cancel)).GetValueOrDefault(setting.Key);
        return row is not null && setting.Accept(row.Value) is Outcome<string>.Done kept
            ? new SettingStanding(kept.Value, row.Version) : new SettingStanding(setting.Default, row?.Version ?? 0);
    }

    /// <summary>
    /// Changes the settings whose text differs, each with an event, and saves. Refused: a text beyond the limits (the field is the
    /// setting's key), or someone else changed it since it was seen.
    /// </summary>
    public async Task<Outcome<IReadOnlyList<SettingChanged>>> ChangeAsync(IReadOnlyList<SettingChange> changes, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var happened = new List<SettingChanged>();
        foreach (var change in changes)
        {
            var setting = modules.Settings[change.Key];
            if (setting.Accept(change.Text) is not Outcome<string>.Done accepted)
            {
                return ((Outcome<string>.Refused)setting.Accept(change.Text)).Refusal with { Field = change.Key };
            }

            var standing = await StandingAsync(setting, cancel);
            if (standing.Text == accepted.Value)
            {
                continue;
            }

            if (standing.Version != change.Seen)
            {
                return Refusal.With($"{setting.Title}: người khác vừa đổi. Hãy mở lại trang để xem rồi sửa tiếp.", change.Key);
            }

            happened.Add(new SettingChanged(SubjectOf(setting), setting.Key, standing.Text, accepted.Value));
        }

        await WriteAsync(happened, cancel);
        return happened;
    }

    /// <summary>What the events of a setting are about.</summary>
    public static EventSubject SubjectOf(WardSetting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        var key = SHA256.HashData(Encoding.UTF8.GetBytes("setting:" + setting.Key));
        return new EventSubject("WardSetting", new Guid(key.AsSpan(0, 16)), setting.Title);
    }

    private async Task WriteAsync(List<SettingChanged> changes, CancellationToken cancel)
    {
        var known = await RowsAsync(cancel);
        foreach (var change in changes)
        {
            if (known.TryGetValue(change.Key, out var row))
            {
                row.Change(change.After);
            }
            else
            {
                row = new SettingRow { Key = change.Key, Value = change.After };
                known[change.Key] = row;
                database.Add(row);
            }

            events.Record(change);
        }

        if (changes.Count > 0)
        {
            await database.SaveChangesAsync(cancel);
        }
    }

    private async Task<Dictionary<string, SettingRow>> RowsAsync(CancellationToken cancel)
    {
        if (rows is null || rowsOf != database.WardId)
        {
            rows = await database.Set<SettingRow>().ToDictionaryAsync(row => row.Key, cancel);
            rowsOf = database.WardId;
        }

        return rows;
    }
}

/// <summary>What a setting says now.</summary>
public sealed record SettingStanding(string Text, int Version);

/// <summary>A wish to change a setting.</summary>
/// <param name="Key">The setting.</param>
/// <param name="Text">As typed.</param>
/// <param name="Seen">The version that was shown.</param>
public sealed record SettingChange(string Key, string? Text, int Seen);

/// <summary>A ward decided otherwise.</summary>
[EventTitle("Đổi cài đặt")]
public sealed record SettingChanged(EventSubject Subject, string Key, string Before, string After) : WardEvent(Subject);
