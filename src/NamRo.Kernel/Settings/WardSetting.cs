using System.Globalization;
using NamRo.Kernel.Outcomes;

namespace NamRo.Kernel.Settings;

/// <summary>How a setting is asked for.</summary>
public enum SettingKind
{
    YesNo,
    Whole,
    Text,
    Time,
    Choice,
}

/// <summary>
/// Something a ward decides for itself. A module declares it once as a static field, lists it in
/// <see cref="Contributions.Module.Settings"/> and reads it with <see cref="WardSettings.GetAsync"/>.
/// </summary>
/// <param name="Key">Stable, <c>module.name</c>.</param>
/// <param name="Title">Vietnamese words; the English ones stand in the module's resources.</param>
/// <param name="Explanation">What it does, in one sentence.</param>
/// <param name="Kind">How it is asked for.</param>
/// <param name="Default">The value until the ward decides, as it is stored.</param>
public abstract record WardSetting(string Key, string Title, string Explanation, SettingKind Kind, string Default)
{
    /// <summary>Longest text that can be stored.</summary>
    public const int LongestText = 500;

    /// <summary>Permission to change it; null: that of the settings page.</summary>
    public string? Permission { get; init; }

    /// <summary>Smallest number, or fewest letters.</summary>
    public int Least { get; init; }

    /// <summary>Largest number, or most letters.</summary>
    public int Most { get; init; } = LongestText;

    /// <summary>Word after the field, such as "ngày"; may be empty.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Code and Vietnamese title of each choice.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Choices { get; init; } = [];

    /// <summary>Yes or no.</summary>
    public static WardSetting<bool> YesNo(string key, string title, string explanation, bool value) =>
        new(key, title, explanation, SettingKind.YesNo, value ? "true" : "false", text => text == "true");

    /// <summary>A whole number between two limits.</summary>
    public static WardSetting<int> Whole(string key, string title, string explanation, int value, int least, int most, string unit = "") =>
        new(key, title, explanation, SettingKind.Whole, value.ToString(CultureInfo.InvariantCulture),
            text => int.Parse(text, CultureInfo.InvariantCulture))
        {
            Least = least,
            Most = most,
            Unit = unit,
        };

    /// <summary>A text of one line; empty unless it must have letters.</summary>
    public static WardSetting<string> Words(string key, string title, string explanation, string value = "", int least = 0,
        int most = LongestText) => new(key, title, explanation, SettingKind.Text, value, text => text) { Least = least, Most = most };

    /// <summary>A time of day in Vietnam.</summary>
    public static WardSetting<TimeOnly> Time(string key, string title, string explanation, TimeOnly value) =>
        new(key, title, explanation, SettingKind.Time, value.ToString("HH:mm", CultureInfo.InvariantCulture),
            text => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture));

    /// <summary>One of a few.</summary>
    public static WardSetting<string> Choice(string key, string title, string explanation, string value,
        params KeyValuePair<string, string>[] choices) =>
        new(key, title, explanation, SettingKind.Choice, value, text => text) { Choices = choices };

    /// <summary>What is stored for what was typed, or why it cannot be.</summary>
    public Outcome<string> Accept(string? typed)
    {
        var text = (typed ?? "").Trim();
        return Kind switch
        {
            SettingKind.YesNo => text is "true" or "false" ? text : Refuse("Hãy chọn có hoặc không."),
            SettingKind.Whole => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && number >= Least && number <= Most ? number.ToString(CultureInfo.InvariantCulture)
                : Refuse($"Hãy nhập số nguyên từ {Least} đến {Most}."),
            SettingKind.Time => TimeOnly.TryParseExact(text, "H:m", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
                ? time.ToString("HH:mm", CultureInfo.InvariantCulture) : Refuse("Hãy nhập giờ như 07:30."),
            SettingKind.Choice => Choices.Any(choice => choice.Key == text) ? text : Refuse("Hãy chọn một mục trong danh sách."),
            _ => text.Length >= Least && text.Length <= Most && !text.Any(char.IsControl) ? text
                : Refuse($"Hãy nhập từ {Least} đến {Most} ký tự."),
        };
    }

    private Outcome<string> Refuse(string message) => Refusal.With($"{Title}: {message}");
}

/// <summary>A setting with the type of its value.</summary>
public sealed record WardSetting<T>(string Key, string Title, string Explanation, SettingKind Kind, string Default, Func<string, T> Read)
    : WardSetting(Key, Title, Explanation, Kind, Default);

/// <summary>Settings that stand under one heading.</summary>
/// <param name="Title">Vietnamese heading, usually the module's name.</param>
/// <param name="Settings">In order.</param>
public sealed record SettingGroup(string Title, params IReadOnlyList<WardSetting> Settings);

/// <summary>A module that lets a ward decide something.</summary>
public interface ISettingContributor
{
    /// <summary>Its settings by heading.</summary>
    IEnumerable<SettingGroup> Settings { get; }
}
