using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Pages;
using NamRo.Schedule;
using NamRo.Work.Access;
using NamRo.Work.Acts;
using NamRo.Work.Domain;

namespace NamRo.Work;

[RequirePermission(WorkPermission.Report)]
[RequestSizeLimit(EvidenceInput.MostRequestBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = EvidenceInput.MostRequestBytes)]
internal sealed class WriteUpdatePage(WriteUpdateHandler handler, ActContext context) : TaskActPage(context)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    [BindProperty]
    public EvidenceInput Evidence { get; set; } = new();

    public IReadOnlyList<SelectListItem> Periods { get; private set; } = [];

    /// <summary>What was said last time, to go on from.</summary>
    public TaskUpdate? Last { get; private set; }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => ActAsync(() => handler.HandleAsync(
        new WriteUpdate(Id, EntryId, Input.ObligationId, Input.Result, Input.NextStep, Input.Difficulty, Input.Percent, Input.NothingArose,
            Evidence), cancel), Input.NothingArose ? "Đã ghi nhận không phát sinh." : "Đã lưu báo cáo.", cancel);

    protected override bool Allows(TaskRights rights) => rights.MayReport;

    protected override async Task PrepareAsync(CancellationToken cancel)
    {
        var (today, now) = (Clock.Today, Clock.Now);
        var due = await Database.Set<Obligation>().AsNoTracking()
            .Where(row => row.TaskId == Id && row.FulfilledBy == null && row.Kind != ObligationKind.OneOff && row.OpensOn <= today
                && (row.LocksAt == null || row.LocksAt > now))
            .OrderBy(row => row.DueOn).ToListAsync(cancel);
        Periods = due.ConvertAll(row => new SelectListItem($"{row.Title} (hạn {WorkRefusals.Show(row.DueOn)})", row.Id.ToString()));
        Last = await Database.Set<TaskUpdate>().AsNoTracking().Where(row => row.TaskId == Id && row.RevokedAt == null)
            .OrderByDescending(row => row.At).FirstOrDefaultAsync(cancel);
    }

    protected override Task FillAsync(CancellationToken cancel)
    {
        Input.ObligationId = Periods.Count == 0 ? null : Guid.Parse(Periods[0].Value);
        return Task.CompletedTask;
    }

    public sealed class Fields
    {
        [Display(Name = "Kỳ báo cáo")]
        public Guid? ObligationId { get; set; }

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

        [Range(0, 100, ErrorMessage = "Tỷ lệ từ 0 đến 100.")]
        [Display(Name = "Tỷ lệ hoàn thành (%)")]
        public int? Percent { get; set; }

        public bool NothingArose { get; set; }
    }
}
