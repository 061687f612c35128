using System.Globalization;

namespace NamRo.Ui.Preferences;

/// <summary>The two languages of the screens. Numbers and dates follow the language.</summary>
internal static class UiCulture
{
    internal const string CookieName = "namro.language";

    internal static CultureInfo Vietnamese { get; } = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>British English: dates stay day-month-year as on the ward's papers.</summary>
    internal static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en-GB");

    internal static CultureInfo Of(string language) => language == "en" ? English : Vietnamese;
}
