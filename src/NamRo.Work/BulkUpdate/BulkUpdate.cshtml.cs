using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Time;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;
using NamRo.Ui.Parts;
using NamRo.Work.Domain;
using NamRo.Work.Lists;

namespace NamRo.Work;

/// <summary>All reports that are due from the user, in one grid with one save.</summary>
[RequirePermission(WorkPermission.Report)]
internal sealed class BulkUpdatePage(BulkUpdateHandler handler, OpenUpdates open, WardClock clock) : PageModel
{
    public static IReadOnlyList<Crumb> Crumbs { get; } = [new("Việc của tôi", "/nhiem-vu/cua-toi")];

    [BindProperty]
    public List<Line> Lines { get; set; } = [];

    public IReadOnlyDictionary<Guid, OpenUpdate> Due { get; private set; } = new Dictionary<Guid, OpenUpdate>();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var due = await LoadAsync(cancel);
        Lines = due.ConvertAll(row => new Line
        {
            EntryId = Guid.CreateVersion7(clock.Now),
            ObligationId = row.ObligationId,
            TaskId = row.TaskId,
            NextStep = row.Last?.NextStep,
            Difficulty = row.Last?.Difficulty,
        });
    }

    /// <param name="quiet">Whether the lines left empty report that nothing arose.</param>
    /// <param name="cancel">Ends the read.</param>
    public async Task<IActionResult> OnPostAsync([FromForm] bool quiet, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (!ModelState.IsValid || Lines.Count > OpenUpdates.MostRows)
        {
            return this.Invalid();
        }

        var said = Lines.Where(line => line.NothingArose || quiet || !string.IsNullOrWhiteSpace(line.Result)).ToList();
        if (said.Count == 0)
        {
            ModelState.AddModelError("", "Chưa có dòng nào được điền. Hãy ghi kết quả hoặc chọn “Không phát sinh”.");
            return this.Invalid();
        }

        var refused = await handler.HandleAsync(said.Select(Command), cancel);
        foreach (var no in refused)
        {
            ModelState.AddModelError($"Lines[{Lines.FindIndex(line => line.EntryId == no.EntryId)}].Result", no.Refusal.Message);
        }

        if (refused.Count > 0)
        {
            return this.Invalid();
        }

        this.TellWith($"Đã lưu {said.Count} báo cáo.");
        return LocalRedirect("/nhiem-vu/cua-toi");
    }

    private static WriteUpdate Command(Line line) => new(line.TaskId, line.EntryId, line.ObligationId, line.Result,
        string.IsNullOrWhiteSpace(line.Result) ? null : line.NextStep, string.IsNullOrWhiteSpace(line.Result) ? null
            : line.Difficulty, null,
        string.IsNullOrWhiteSpace(line.Result), new Acts.EvidenceInput());

    private async Task<List<OpenUpdate>> LoadAsync(CancellationToken cancel)
    {
        var due = await open.ReadAsync(cancel);
        Due = due.ToDictionary(row => row.ObligationId);
        return due;
    }

    public sealed class Line
    {
        public Guid EntryId { get; set; }

        public Guid ObligationId { get; set; }

        public Guid TaskId { get; set; }

        [StringLength(TaskUpdate.LongestText)]
        [DataType(DataType.MultilineText)]
        [Display(Name = "Kết quả trong kỳ")]
        public string? Result { get; set; }

        [StringLength(TaskUpdate.LongestText)]
        [DataType(DataType.MultilineText)]
        [Display(Name = "Việc tiếp theo")]
        public string? NextStep { get; set; }

        [StringLength(TaskUpdate.LongestText)]
        [DataType(DataType.MultilineText)]
        [Display(Name = "Khó khăn, vướng mắc")]
        public string? Difficulty { get; set; }

        [Display(Name = "Không phát sinh")]
        public bool NothingArose { get; set; }
    }
}
