using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Kernel.Outcomes;

namespace NamRo.Ui.Forms;

/// <summary>Answers to a form that could not be accepted.</summary>
public static class InvalidPage
{
    /// <summary>
    /// Shows the form again with what was typed and the messages in ModelState; status 422, which Turbo renders in place.
    /// </summary>
    public static PageResult Invalid(this PageModel page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var result = page.Page();
        result.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return result;
    }

    /// <summary>As <see cref="Invalid"/>, with the message of the rule that said no beside its field or above the form.</summary>
    public static PageResult Refused(this PageModel page, Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(refusal);
        var words = page.HttpContext.RequestServices.GetService<ModuleWords>();
        page.ModelState.AddModelError(refusal.Field ?? "", words?[refusal] ?? refusal.Message);
        return page.Invalid();
    }
}
