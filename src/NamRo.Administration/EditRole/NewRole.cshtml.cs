using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Time;

namespace NamRo.Administration;

/// <summary>Gives a new role its key, so that a double submit of its form makes one role.</summary>
[RequirePermission(AdministrationPermission.WriteRoles)]
internal sealed class NewRolePage(WardClock clock) : PageModel
{
    public LocalRedirectResult OnGet() => LocalRedirect($"/quan-tri/vai-tro/{Guid.CreateVersion7(clock.Now):N}/sua?moi=1");
}
