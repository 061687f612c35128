using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NamRo.Administration.Domain;
using NamRo.Kernel.Pages;
using NamRo.Ui;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;

namespace NamRo.Administration;

/// <summary>A ward's own role: its title and what it allows.</summary>
[RequirePermission(AdministrationPermission.WriteRoles)]
internal sealed class EditRolePage(EditRoleHandler handler, RoleCatalogue catalogue, ModuleWords words) : PageModel
{
    private const string New = "moi";

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public Fields Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var role = await catalogue.FindAsync(Code, cancel);
        if (role is { IsBuiltIn: true } || (role is null && !Request.Query.ContainsKey(New)) || !Guid.TryParseExact(Code, "N", out _))
        {
            return NotFound();
        }

        Input = new Fields { Title = role?.Title ?? "", Seen = role?.Version ?? 0, Permissions = role?.Permissions.ToList() ?? [] };
        Choose(role);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var role = await catalogue.FindAsync(Code, cancel);
        if (role is { IsBuiltIn: true } || !Guid.TryParseExact(Code, "N", out _))
        {
            return NotFound();
        }

        Choose(role);
        return !ModelState.IsValid ? this.Invalid()
            : this.Answer(await handler.HandleAsync(new EditRole(Code, Input.Title, Input.Permissions, Input.Seen), cancel), () =>
            {
                this.TellWith($"Đã lưu vai trò “{Input.Title}”.");
                return LocalRedirect($"/quan-tri/vai-tro/{Code}");
            });
    }

    private void Choose(RoleEntry? role) => Choices = [.. catalogue.OfferedFor(role)
        .Select(permission => new SelectListItem(words[permission.Title], permission.Code))];

    public sealed class Fields
    {
        /// <summary>The version that was shown; 0: a new role.</summary>
        public int Seen { get; set; }

        [Required]
        [StringLength(WardRole.LongestTitle)]
        [Display(Name = "Tên vai trò")]
        public string Title { get; set; } = "";

        [Display(Name = "Được làm gì")]
        public List<string> Permissions { get; set; } = [];
    }
}
