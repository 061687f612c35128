using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Pages;
using NamRo.Ui.Forms;
using NamRo.Ui.Parts;

namespace NamRo.Administration;

[RequirePermission(AdministrationPermission.WriteWards)]
internal sealed class OpenWardPage(OpenWardHandler handler, AppDb database) : PageModel
{
    public static IReadOnlyList<Crumb> Crumbs { get; } = [new("Phường, xã", "/quan-tri/phuong-xa")];

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public Fields Input { get; set; } = new();

    public string? CommuneName { get; private set; }

    public OpenedWard? Opened { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        return CommuneName is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var outcome = await handler.HandleAsync(new OpenWard(Code, Input.AdministratorName, Input.UserName), cancel);
        Opened = (outcome as Outcome<OpenedWard>.Done)?.Value;
        return this.Answer(outcome, _ => Page());
    }

    private async Task LoadAsync(CancellationToken cancel) => CommuneName = await database.Set<Commune>().Where(row => row.Code == Code)
        .Select(row => row.FullName).SingleOrDefaultAsync(cancel);

    public sealed class Fields
    {
        [Required]
        [StringLength(Person.LongestName)]
        [Display(Name = "Họ và tên quản trị phường, xã")]
        public string AdministratorName { get; set; } = "";

        [Required]
        [StringLength(64, MinimumLength = 3)]
        [Display(Name = "Tên đăng nhập")]
        public string UserName { get; set; } = "";
    }
}
