using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NamRo.Kernel.Data;
using NamRo.Kernel.Time;
using NamRo.Language;
using NamRo.Plans.Domain;
using NamRo.Plans.Matching;
using NamRo.Plans.Review;
using NamRo.Ui.Parts;

namespace NamRo.Plans;

/// <summary>What the forms for a row have in common: its fields and what may be chosen in them.</summary>
internal abstract class RowFormPage(AppDb database, WardClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public RowFields Input { get; set; } = new();

    [BindProperty]
    public Guid StepId { get; set; }

    public PlanDocument Plan { get; protected set; } = null!;

    public WardDirectory Directory { get; private set; } = null!;

    /// <summary>The targets of the plan, those that the task seems to serve first.</summary>
    public IReadOnlyList<SelectListItem> Targets { get; private set; } = [];

    public abstract RowKind Kind { get; }

    /// <summary>The lead units as the document writes them.</summary>
    public virtual IReadOnlyList<string> WrittenUnits => [];

    public abstract string Review { get; }

    public IReadOnlyList<Crumb> Crumbs => [new("Kế hoạch", "/ke-hoach"), new(Plan.Title, $"/ke-hoach/{Id}"), new("Rà soát", Review)];

    public static IEnumerable<SelectListItem> Kinds =>
        Enum.GetValues<DeadlineKind>().Select(each => new SelectListItem(PlanWords.Words(each), each.ToString()));

    public static IEnumerable<SelectListItem> Rhythms =>
        Enum.GetValues<Rhythm>().Select(each => new SelectListItem(PlanWords.Words(each), each.ToString()));

    public static IEnumerable<SelectListItem> Comparators =>
        Enum.GetValues<Comparator>().Select(each => new SelectListItem(PlanWords.Words(each), each.ToString()));

    public IEnumerable<SelectListItem> Units => Directory.Units.Select(unit => new SelectListItem(unit.Name, unit.Id.ToString()));

    public IEnumerable<SelectListItem> People => Directory.People.Select(person =>
        new SelectListItem(person.Title is null ? person.FullName : $"{person.FullName}, {person.Title}", person.Id.ToString()));

    protected async Task LoadChoicesAsync(RowContent? content, CancellationToken cancel)
    {
        Directory = await WardDirectory.LoadAsync(database, clock, cancel);
        if (Kind == RowKind.Task)
        {
            Targets = await new TargetChoices(database).ForAsync(Id, content as TaskContent, cancel);
        }
    }

    /// <summary>Whether the fields say a whole row; if not, the form is shown again.</summary>
    protected bool IsWhole()
    {
        if (Kind == RowKind.Task && Input.Deadline.Deadline() is null)
        {
            ModelState.AddModelError("Input.Deadline.Kind", "Hãy nhập đủ thời hạn theo loại đã chọn.");
        }

        return ModelState.IsValid;
    }
}
