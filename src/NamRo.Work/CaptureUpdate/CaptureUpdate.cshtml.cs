using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Time;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;
using NamRo.Ui.Parts;
using NamRo.Work.Access;
using NamRo.Work.Acts;
using NamRo.Work.Domain;
using NamRo.Work.Lists;

namespace NamRo.Work;

/// <summary>A few words and a photo about a task, from a phone, also where there is no network: the browser sends them later.</summary>
[RequirePermission(WorkPermission.Report)]
[RequestSizeLimit(EvidenceInput.MostRequestBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = EvidenceInput.MostRequestBytes)]
internal sealed class CaptureUpdatePage(WriteUpdateHandler handler, OpenUpdates open, AppDb database, CurrentPerson person, WardClock clock)
    : PageModel
{
    private const int MostTasks = 200;

    public static IReadOnlyList<Crumb> Crumbs { get; } = [new("Việc của tôi", "/nhiem-vu/cua-toi")];

    [BindProperty]
    public Fields Input { get; set; } = new();

    [BindProperty]
    public EvidenceInput Evidence { get; set; } = new();

    /// <summary>"task" or "task/period": the period as it was when the page was loaded.</summary>
    public IReadOnlyList<SelectListItem> Subjects { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Input = new Fields { EntryId = Guid.CreateVersion7(clock.Now) };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        var parts = Input.Subject.Split('/');
        if (!ModelState.IsValid || !Guid.TryParse(parts[0], out var task))
        {
            return this.Invalid();
        }

        Guid? duty = parts.Length > 1 && Guid.TryParse(parts[1], out var key) ? key : null;
        var command = new WriteUpdate(task, Input.EntryId, duty, Input.Result, null, null, null, false, Evidence);
        return this.Answer(await handler.HandleAsync(command, cancel), () =>
        {
            this.Tell("Đã lưu báo cáo.");
            return LocalRedirect("/nhiem-vu/chup-nhanh");
        });
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var me = await person.LoadAsync(cancel);
        var due = await open.ReadAsync(cancel);
        var mine = TaskScope.Unit.Of(database.Set<WorkTask>().AsNoTracking(), me, database)
            .Where(task => !database.Set<TaskClosure>().Any(row => row.TaskId == task.Id && row.RevokedAt == null));
        var others = await mine.OrderBy(task => task.Ordinal).ThenBy(task => task.Id).Take(MostTasks)
            .Select(task => new { task.Id, task.Number, task.Text }).ToListAsync(cancel);
        Subjects =
        [
            .. due.Select(row => new SelectListItem($"{Name(row.Number, row.Text)} · {row.Title}", $"{row.TaskId}/{row.ObligationId}")),
            .. others.Select(row => new SelectListItem(Name(row.Number, row.Text), row.Id.ToString())),
        ];
    }

    private static string Name(string? number, string text) => number is null ? WorkTask.Shorten(text)
        : $"{number}. {WorkTask.Shorten(text)}";

    public sealed class Fields
    {
        public Guid EntryId { get; set; }

        [Required(ErrorMessage = "Hãy chọn nhiệm vụ.")]
        [Display(Name = "Nhiệm vụ")]
        public string Subject { get; set; } = "";

        [Required(ErrorMessage = "Hãy ghi kết quả.")]
        [StringLength(TaskUpdate.LongestText)]
        [DataType(DataType.MultilineText)]
        [Display(Name = "Kết quả")]
        public string Result { get; set; } = "";
    }
}
