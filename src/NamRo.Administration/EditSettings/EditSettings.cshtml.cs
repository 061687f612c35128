using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Settings;
using NamRo.Kernel.Tenancy;
using NamRo.Ui;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;

namespace NamRo.Administration;

/// <summary>All settings of the ward, as the modules declare them; only those that differ are changed.</summary>
[RequirePermission(AdministrationPermission.ReadSettings)]
internal sealed class EditSettingsPage(WardSettings settings, SettingHistory history, ModuleCatalogue modules, ModuleWords words,
    CurrentUser user) : PageModel
{
    [BindProperty]
    public List<Entry> Input { get; set; } = [];

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public IReadOnlyList<SettingHistory.Row> Changes { get; private set; } = [];

    /// <summary>Positions of the lines by their heading.</summary>
    public IEnumerable<IGrouping<string, int>> Groups => Enumerable.Range(0, Lines.Count).GroupBy(at => Lines[at].Heading);

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (!Lines.Any(line => line.MayChange))
        {
            return Forbid();
        }

        foreach (var (entry, at) in Input.Select((entry, at) => (entry, at)).Where(pair => Lines[pair.at].MayChange))
        {
            if (Lines[at].Setting.Accept(entry.Value(Lines[at].Setting)) is Outcome<string>.Refused refused)
            {
                ModelState.AddModelError($"Input[{at}].Text", refused.Refusal.Message);
            }
        }

        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var wishes = Input.Where((_, at) => Lines[at].MayChange).Select(entry =>
            new SettingChange(entry.Key, entry.Value(modules.Settings[entry.Key]), entry.Seen)).ToList();
        return this.Answer(await settings.ChangeAsync(wishes, cancel), changed =>
        {
            if (changed.Count == 0)
            {
                this.Tell("Không có gì thay đổi.");
            }
            else
            {
                this.TellWith($"Đã đổi {changed.Count} cài đặt.");
            }

            return LocalRedirect("/quan-tri/cai-dat");
        });
    }

    public async Task<IActionResult> OnPostUndoAsync([FromQuery(Name = "event")] long sequence, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (await history.FindAsync(sequence, cancel) is not { } change || !modules.Settings.TryGetValue(change.Key, out var setting))
        {
            return NotFound();
        }

        if (!MayChange(setting))
        {
            return Forbid();
        }

        var standing = await settings.StandingAsync(setting, cancel);
        if (standing.Text != change.After)
        {
            this.Tell("Cài đặt này đã được đổi tiếp; không lấy lại được từ đây.", tone: NamRo.Ui.Status.StatusTone.AtRisk);
            return LocalRedirect("/quan-tri/cai-dat");
        }

        return this.Answer(await settings.ChangeAsync([new SettingChange(change.Key, change.Before, standing.Version)], cancel), _ =>
        {
            this.Tell("Đã lấy lại giá trị trước.");
            return LocalRedirect("/quan-tri/cai-dat");
        });
    }

    private bool MayChange(WardSetting setting) => user.May(setting.Permission ?? AdministrationPermission.WriteSettings);

    private async Task LoadAsync(CancellationToken cancel)
    {
        var lines = new List<Line>();
        foreach (var group in modules.Modules.SelectMany(module => module.Settings))
        {
            foreach (var setting in group.Settings)
            {
                lines.Add(new Line(setting, group.Title, await settings.StandingAsync(setting, cancel),
                    MayChange(setting), [.. setting.Choices.Select(choice => new SelectListItem(words[choice.Value], choice.Key))]));
            }
        }

        Lines = lines;
        var posted = Input.ToDictionary(entry => entry.Key, StringComparer.Ordinal);
        Input = [.. lines.Select(line => posted.GetValueOrDefault(line.Setting.Key) ?? Entry.Of(line))];
        Changes = await history.ListAsync(MayChange, cancel);
    }

    public sealed record Line(WardSetting Setting, string Heading, SettingStanding Standing, bool MayChange,
        IReadOnlyList<SelectListItem> Choices)
    {
        public string Shown => SettingHistory.Show(Setting, Standing.Text);

        public string Label(ModuleWords words) =>
            Setting.Unit.Length == 0 ? words[Setting.Title] : $"{words[Setting.Title]} ({words[Setting.Unit]})";
    }

    public sealed class Entry
    {
        public string Key { get; set; } = "";

        /// <summary>The version that was shown.</summary>
        public int Seen { get; set; }

        public string? Text { get; set; }

        public bool IsOn { get; set; }

        internal static Entry Of(Line line) => new()
        {
            Key = line.Setting.Key,
            Seen = line.Standing.Version,
            Text = line.Standing.Text,
            IsOn = line.Standing.Text == "true",
        };

        internal string? Value(WardSetting setting) => setting.Kind == SettingKind.YesNo ? IsOn ? "true" : "false" : Text;
    }
}
