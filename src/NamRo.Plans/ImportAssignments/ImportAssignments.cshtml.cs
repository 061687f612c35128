using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Sheets;
using NamRo.Plans.Domain;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;
using NamRo.Ui.Parts;
using NamRo.Work.Contracts;

namespace NamRo.Plans;

/// <summary>The city's list of assignments: uploaded, matched to the ward's tasks, decided line by line, taken over.</summary>
[RequirePermission(PlansPermission.PublishPlans)]
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes, ValueCountLimit = MostValues)]
internal sealed class ImportAssignmentsPage(AppDb database, AssignmentImport import, ImportAssignmentsHandler handler, ImportDesk desk)
    : PageModel
{
    public const string Address = "/ke-hoach/thanh-pho-giao";

    private const long MostBytes = ImportDesk.MostBytes + (4L * 1024 * 1024);
    private const int MostValues = 5000;
    private const int MostShown = 200;

    public static IReadOnlyList<Crumb> Crumbs { get; } = [new("Kế hoạch", "/ke-hoach")];

    [BindProperty]
    public IFormFile? Sheet { get; set; }

    /// <summary>The file that is being looked at.</summary>
    [BindProperty(SupportsGet = true, Name = "tep")]
    public Guid? FileId { get; set; }

    /// <summary>By row of the sheet.</summary>
    [BindProperty]
    public Dictionary<int, string> Choices { get; set; } = [];

    public ImportPlan<MatchedLine>? Plan { get; private set; }

    public IReadOnlyList<Row> Taken { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (FileId is { } file)
        {
            return this.Answer(await import.PlanAsync(file, cancel), plan =>
            {
                Plan = plan;
                return Page();
            });
        }

        Taken = await (from row in database.Set<CityAssignment>().AsNoTracking()
                       join task in database.Set<TaskRow>() on row.TaskId equals task.Id
                       orderby row.Id descending
                       select new Row(row, task.State)).Take(MostShown).ToListAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Sheet is null)
        {
            return this.Refused(new Refusal("Hãy chọn tệp danh mục thành phố giao.", nameof(Sheet)));
        }

        await using var content = Sheet.OpenReadStream();
        return this.Answer(await desk.KeepAsync(content, Sheet.FileName, cancel), file => LocalRedirect($"{Address}?tep={file}"));
    }

    public async Task<IActionResult> OnPostCarryOutAsync(CancellationToken cancel) => FileId is not { } file ? NotFound()
        : this.Answer(await handler.HandleAsync(new ImportAssignments(file, Choices), cancel), plan =>
        {
            Plan = plan;
            if (!plan.IsClean)
            {
                return this.Invalid();
            }

            this.TellWith($"Đã nhận {plan.Count(RowChange.New)} nhiệm vụ thành phố giao.");
            return LocalRedirect(Address);
        });

    /// <summary>What is chosen for a row: by the person, else as proposed.</summary>
    public string? ChoiceOf(PlannedRow<MatchedLine> row) => Choices.GetValueOrDefault(row.Row) ?? row.Value.Proposal;

    public sealed record Row(CityAssignment Assignment, string? State);
}
