using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Kernel.Jobs;
using NamRo.Kernel.Pages;
using NamRo.Ui.Flash;
using NamRo.Ui.Status;

namespace NamRo.Administration;

/// <summary>The ward's background work: what runs, what failed for good, and the two things a person may do about it.</summary>
[RequirePermission(AdministrationPermission.ManageJobs)]
internal sealed class ListJobsPage(JobQueue queue) : PageModel
{
    public IReadOnlyList<JobStatus> Jobs { get; private set; } = [];

    public static StatusTone ToneOf(JobState state) => state switch
    {
        JobState.Done => StatusTone.Done,
        JobState.Dead => StatusTone.Late,
        JobState.Cancelled => StatusTone.Neutral,
        JobState.Running => StatusTone.InProgress,
        _ => StatusTone.Waiting,
    };

    public static string TitleOf(JobState state) => state switch
    {
        JobState.Done => "Xong",
        JobState.Dead => "Hỏng, chờ người xem",
        JobState.Cancelled => "Đã dừng",
        JobState.Running => "Đang chạy",
        _ => "Đang chờ",
    };

    public async Task OnGetAsync(CancellationToken cancel) => Jobs = await queue.ListAsync(cancel);

    public async Task<IActionResult> OnPostCancelAsync([FromForm] Guid job, CancellationToken cancel) =>
        Answer(await queue.CancelAsync(job, cancel), "Đã yêu cầu dừng.");

    public async Task<IActionResult> OnPostReviveAsync([FromForm] Guid job, CancellationToken cancel) =>
        Answer(await queue.ReviveAsync(job, cancel), "Đã đưa lại vào hàng chờ.");

    private IActionResult Answer(bool isDone, string text)
    {
        if (!isDone)
        {
            return NotFound();
        }

        this.Tell(text);
        return LocalRedirect("/quan-tri/viec-nen");
    }
}
