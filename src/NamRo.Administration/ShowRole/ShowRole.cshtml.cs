using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Domain;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Tenancy;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;
using NamRo.Ui.Parts;

namespace NamRo.Administration;

[RequirePermission(AdministrationPermission.ReadRoles)]
internal sealed class ShowRolePage(RoleCatalogue catalogue, EditRoleHandler handler, AppDb database, ModuleCatalogue modules,
    CurrentUser user) : PageModel
{
    private const int MostHolders = 200;

    public static IReadOnlyList<Crumb> Crumbs { get; } = [new("Vai trò", "/quan-tri/vai-tro")];

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    public RoleEntry Role { get; private set; } = null!;

    public IEnumerable<Permission> Permissions =>
        modules.Permissions.Values.Where(permission => Role.Permissions.Contains(permission.Code));

    public IReadOnlyList<(Guid Id, string Name)> Holders { get; private set; } = [];

    public bool MayWrite => user.May(AdministrationPermission.WriteRoles);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancel)
    {
        if (!MayWrite)
        {
            return Forbid();
        }

        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        return this.Answer(await handler.HandleAsync(new RemoveRole(Code), cancel), () =>
        {
            this.TellWith($"Đã bỏ vai trò “{Role.Title}”.");
            return LocalRedirect("/quan-tri/vai-tro");
        });
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await catalogue.FindAsync(Code, cancel) is not { } role)
        {
            return false;
        }

        Role = role;
        var found = await (from given in database.Set<RoleAssignment>().AsNoTracking()
                           join person in database.Set<Person>() on given.AccountId equals person.AccountId
                           where given.RoleCode == Code && given.ValidTo == null && person.LeftOn == null
                           orderby person.NameKey
                           select new { person.Id, person.FullName }).Distinct().Take(MostHolders).ToListAsync(cancel);
        Holders = [.. found.Select(person => (person.Id, person.FullName))];
        return true;
    }
}
