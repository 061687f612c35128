using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Ui.Status;

namespace NamRo.Ui.Flash;

/// <summary>What the next page tells the person about the act just done.</summary>
/// <param name="Text">One sentence.</param>
/// <param name="Tone">Done, or why not.</param>
/// <param name="UndoAction">Address that takes the act back by POST; null when it cannot be undone.</param>
public sealed record FlashMessage(string Text, StatusTone Tone, string? UndoAction)
{
    private const string Key = "flash";

    internal static FlashMessage? Take(ITempDataDictionary data) =>
        data[Key] is string kept ? JsonSerializer.Deserialize<FlashMessage>(kept) : null;

    internal void Keep(ITempDataDictionary data) => data[Key] = JsonSerializer.Serialize(this);
}

/// <summary>How a page model speaks to the person.</summary>
public static class FlashPageModel
{
    /// <summary>Shows the sentence on the page that follows the redirect, with "Hoàn tác" when the act can be undone.</summary>
    public static void Tell(this PageModel page, string text, string? undoAction = null, StatusTone tone = StatusTone.Done)
    {
        ArgumentNullException.ThrowIfNull(page);
        Keep(page, WordsOf(page)?[text] ?? text, undoAction, tone);
    }

    /// <summary>The same with values in the sentence, whose places other languages keep.</summary>
    public static void TellWith(this PageModel page, FormattableString text, string? undoAction = null)
    {
        ArgumentNullException.ThrowIfNull(page);
        Keep(page, WordsOf(page)?[text] ?? text.ToString(CultureInfo.CurrentCulture), undoAction, StatusTone.Done);
    }

    private static ModuleWords? WordsOf(PageModel page) => page.HttpContext.RequestServices.GetService<ModuleWords>();

    private static void Keep(PageModel page, string text, string? undoAction, StatusTone tone) =>
        new FlashMessage(text, tone, undoAction).Keep(page.TempData);
}
