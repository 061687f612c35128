using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Settings;

namespace NamRo.Administration;

/// <summary>What was changed lately, read back from the event log.</summary>
internal sealed class SettingHistory(AppDb database, ModuleCatalogue modules, WardSettings settings)
{
    private const int MostShown = 10;

    public async Task<IReadOnlyList<Row>> ListAsync(Func<WardSetting, bool> mayChange, CancellationToken cancel)
    {
        var subjects = modules.Settings.Values.Select(setting => WardSettings.SubjectOf(setting).Id).ToList();
        var links = await database.Set<LoggedEvent>().AsNoTracking()
            .Where(row => subjects.Contains(row.SubjectId) && row.Kind == nameof(SettingChanged))
            .OrderByDescending(row => row.Sequence).Take(MostShown).ToListAsync(cancel);
        var rows = new List<Row>();
        foreach (var link in links)
        {
            if (Read(link) is { } change && modules.Settings.TryGetValue(change.Key, out var setting))
            {
                var stands = (await settings.StandingAsync(setting, cancel)).Text == change.After;
                rows.Add(new Row(link.Sequence, setting.Title, Show(setting, change.Before), Show(setting, change.After), link.ActorName,
                    AuditQuery.Show(link.At), stands && mayChange(setting)));
            }
        }

        return rows;
    }

    public async Task<Change?> FindAsync(long sequence, CancellationToken cancel)
    {
        var link = await database.Set<LoggedEvent>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Sequence == sequence && row.Kind == nameof(SettingChanged), cancel);
        return link is null ? null : Read(link);
    }

    /// <summary>The value as people read it, in Vietnamese.</summary>
    public static string Show(WardSetting setting, string text) => setting.Kind switch
    {
        SettingKind.YesNo => text == "true" ? "có" : "không",
        SettingKind.Choice => setting.Choices.FirstOrDefault(choice => choice.Key == text).Value ?? text,
        _ => text.Length == 0 ? "để trống" : text,
    };

    private static Change? Read(LoggedEvent link) => JsonSerializer.Deserialize<Change>(link.Data, JsonSerializerOptions.Web);

    internal sealed record Row(long Sequence, string Title, string Before, string After, string Actor, string At, bool CanUndo);

    internal sealed record Change(string Key, string Before, string After);
}
