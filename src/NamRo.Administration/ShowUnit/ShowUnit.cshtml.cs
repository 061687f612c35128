using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Ui.Forms;

namespace NamRo.Administration;

/// <summary>One unit: what it is, what it is also called, who works there, what came before and after.</summary>
[RequirePermission(AdministrationPermission.ReadUnits)]
internal sealed class ShowUnitPage(AppDb database, NameUnitHandler names, CurrentUser user, WardClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public OrgUnit Unit { get; private set; } = null!;

    public string? ParentName { get; private set; }

    public IReadOnlyList<(Guid Id, string Name)> Successors { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Name)> Formers { get; private set; } = [];

    public IReadOnlyList<Post> Posts { get; private set; } = [];

    public bool MayWrite => user.May(AdministrationPermission.WriteUnits);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostNameAsync(CancellationToken cancel)
    {
        if (!MayWrite)
        {
            return Forbid();
        }

        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        return ModelState.IsValid ? this.Answer(await names.HandleAsync(new NameUnit(Id, Input.Name), cancel), RedirectToSelf)
            : this.Invalid();
    }

    public async Task<IActionResult> OnPostForgetAsync([FromForm] string name, CancellationToken cancel) => MayWrite
        ? this.Answer(await names.HandleAsync(new ForgetUnitName(Id, name), cancel), RedirectToSelf)
        : Forbid();

    private IActionResult RedirectToSelf() => LocalRedirect($"/quan-tri/don-vi/{Id}");

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var units = database.Set<OrgUnit>().AsNoTracking();
        var unit = await units.Include(row => row.Aliases).SingleOrDefaultAsync(row => row.Id == Id, cancel);
        if (unit is null)
        {
            return false;
        }

        Unit = unit;
        ParentName = await units.Where(row => row.Id == unit.ParentId).Select(row => row.Name).SingleOrDefaultAsync(cancel);
        var successions = await database.Set<UnitSuccession>().AsNoTracking().Where(row => row.FormerId == Id || row.SuccessorId == Id)
            .ToListAsync(cancel);
        var related = successions.Select(row => row.FormerId == Id ? row.SuccessorId : row.FormerId).ToList();
        var nameOf = await units.Where(row => related.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancel);
        Successors = [.. successions.Where(row => row.FormerId == Id).Select(row => (row.SuccessorId, nameOf[row.SuccessorId]))];
        Formers = [.. successions.Where(row => row.SuccessorId == Id).Select(row => (row.FormerId, nameOf[row.FormerId]))];
        var today = clock.Today;
        Posts = await (from post in database.Set<Appointment>().AsNoTracking()
                       join person in database.Set<Person>() on post.PersonId equals person.Id
                       where post.UnitId == Id && post.ValidFrom <= today && (post.ValidTo == null || post.ValidTo >= today)
                       orderby post.IsHead descending, person.FullName
                       select new Post(person.Id, person.FullName, post.Title)).ToListAsync(cancel);
        return true;
    }

    public sealed record Post(Guid PersonId, string FullName, string Title);

    public sealed class Fields
    {
        [Required]
        [StringLength(OrgUnit.LongestName)]
        [Display(Name = "Tên gọi khác")]
        public string Name { get; set; } = "";
    }
}
