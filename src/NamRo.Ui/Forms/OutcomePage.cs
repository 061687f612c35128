using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Kernel.Outcomes;

namespace NamRo.Ui.Forms;

/// <summary>
/// Turns what a handler answered into what the browser gets: what was asked for, "not found", or the form again with the refusal.
/// </summary>
public static class OutcomePage
{
    /// <summary>Answers an outcome without a value.</summary>
    public static IActionResult Answer(this PageModel page, Outcome outcome, Func<IActionResult> done)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(done);
        return outcome switch
        {
            Outcome.Done => done(),
            Outcome.Refused refused => page.Refused(refused.Refusal),
            _ => page.NotFound(),
        };
    }

    /// <summary>Answers an outcome with a value.</summary>
    public static IActionResult Answer<T>(this PageModel page, Outcome<T> outcome, Func<T, IActionResult> done)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(done);
        return outcome switch
        {
            Outcome<T>.Done made => done(made.Value),
            Outcome<T>.Refused refused => page.Refused(refused.Refusal),
            _ => page.NotFound(),
        };
    }
}
