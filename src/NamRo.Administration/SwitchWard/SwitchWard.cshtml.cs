using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Kernel.Tenancy;
using NamRo.Ui.Forms;

namespace NamRo.Administration;

/// <summary>
/// For people who work in several wards. Open to everyone who is signed in: the handler refuses wards that are not theirs.
/// </summary>
internal sealed class SwitchWardPage(SwitchWardHandler handler, CurrentUser user, CurrentWard ward) : PageModel
{
    public IReadOnlyList<WardChoice> Choices => user.Wards;

    public Guid CurrentId => ward.Id;

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "ward")] Guid target, CancellationToken cancel) =>
        this.Answer(await handler.HandleAsync(new SwitchWard(target), cancel), () => LocalRedirect("/"));
}
