using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Outcomes;
using NamRo.Work.Desk;
using NamRo.Work.Domain;

namespace NamRo.Work;

/// <param name="Kind">As in <see cref="RevocableKind"/>.</param>
internal sealed record RevokeEntry(Guid TaskId, string Kind, Guid EntryId, string Reason);

/// <summary>The kinds of entries that can be taken back, as addresses name them.</summary>
internal static class RevocableKind
{
    private static readonly Dictionary<string, (string Title, Func<AppDb, IQueryable<TaskEntry>> Rows)> All = new(StringComparer.Ordinal)
    {
        ["tiep-nhan"] = ("Tiếp nhận", database => database.Set<TaskReceipt>()),
        ["tra-lai"] = ("Trả lại", database => database.Set<TaskReturn>()),
        ["buoc"] = ("Bước thực hiện", database => database.Set<TaskStep>()),
        ["bao-cao"] = ("Báo cáo", database => database.Set<TaskUpdate>()),
        ["san-pham"] = ("Nộp sản phẩm", database => database.Set<ProductSubmission>()),
        ["duyet"] = ("Duyệt sản phẩm", database => database.Set<ProductDecision>()),
        ["dong"] = ("Đóng nhiệm vụ", database => database.Set<TaskClosure>()),
        ["gia-han"] = ("Đề nghị gia hạn", database => database.Set<ExtensionRequest>()),
        ["quyet-dinh"] = ("Quyết định gia hạn", database => database.Set<ExtensionDecision>()),
        ["giai-trinh"] = ("Yêu cầu giải trình", database => database.Set<ExplanationRequest>()),
        ["tra-loi"] = ("Trả lời giải trình", database => database.Set<ExplanationAnswer>()),
        ["dieu-kien"] = ("Điều kiện", database => database.Set<ConditionEvent>()),
        ["cho"] = ("Chờ cơ quan khác", database => database.Set<WaitingSpell>()),
        ["mo-lai"] = ("Mở lại nhiệm vụ", database => database.Set<TaskReopening>()),
        ["mo-ky"] = ("Mở lại kỳ báo cáo", database => database.Set<PeriodReopening>()),
    };

    public static string? TitleOf(string kind) => All.TryGetValue(kind, out var found) ? found.Title : null;

    public static async Task<TaskEntry?> FindAsync(AppDb database, string kind, Guid taskId, Guid entryId, CancellationToken cancel) =>
        All.TryGetValue(kind, out var found)
            ? await found.Rows(database).SingleOrDefaultAsync(row => row.Id == entryId && row.TaskId == taskId, cancel)
            : null;
}

/// <summary>Takes a wrong step back, with a trace. What was built on it must be taken back first.</summary>
internal sealed class RevokeEntryHandler(AppDb database, TaskDesk desk)
{
    public async Task<Outcome> HandleAsync(RevokeEntry command, CancellationToken cancel)
    {
        var hand = await desk.TakeAsync(command.TaskId, cancel);
        var entry = hand is null ? null
            : await RevocableKind.FindAsync(database, command.Kind, command.TaskId, command.EntryId, cancel);
        if (hand is null || entry is null)
        {
            return Outcome.Missing;
        }

        if (entry.RevokedAt is not null)
        {
            return Outcome.Success;
        }

        if (!hand.Rights.MayRevoke(entry))
        {
            return WorkRefusals.NotYours;
        }

        if (await IsBuiltOnAsync(hand, entry, cancel))
        {
            return WorkRefusals.StillNeeded;
        }

        entry.Revoke(desk.Author, command.Reason.Trim());
        await UndoEffectsAsync(hand.Task, entry, cancel);
        await desk.PutBackAsync(hand.Task, new EntryRevoked(hand.Task.AsSubject, RevocableKind.TitleOf(command.Kind)!)
        {
            Reason = command.Reason.Trim(),
        }, cancel);
        return Outcome.Success;
    }

    private async Task<bool> IsBuiltOnAsync(TaskInHand hand, TaskEntry entry, CancellationToken cancel) => entry switch
    {
        TaskClosure => false,
        _ when hand.Closure is not null => true,
        ProductSubmission => await desk.EntriesOf<ProductDecision>(hand.Task).AnyAsync(row => row.SubmissionId == entry.Id, cancel),
        ExtensionRequest => await desk.EntriesOf<ExtensionDecision>(hand.Task).AnyAsync(row => row.RequestId == entry.Id, cancel),
        ExtensionDecision => await desk.EntriesOf<ExtensionRequest>(hand.Task).AnyAsync(row => row.At > entry.At, cancel),
        ExplanationRequest => await desk.EntriesOf<ExplanationAnswer>(hand.Task).AnyAsync(row => row.RequestId == entry.Id, cancel),
        TaskReopening => await desk.EntriesOf<TaskUpdate>(hand.Task).AnyAsync(row => row.At > entry.At, cancel)
            || await desk.EntriesOf<ProductSubmission>(hand.Task).AnyAsync(row => row.At > entry.At, cancel),
        PeriodReopening opened => await desk.EntriesOf<TaskUpdate>(hand.Task)
            .AnyAsync(row => row.ObligationId == opened.ObligationId, cancel),
        ConditionEvent => await desk.EntriesOf<ExtensionRequest>(hand.Task).AnyAsync(row => row.At > entry.At, cancel),
        _ => false,
    };

    private async Task UndoEffectsAsync(WorkTask task, TaskEntry entry, CancellationToken cancel)
    {
        switch (entry)
        {
            case TaskUpdate or ProductDecision:
                var proof = entry is ProductDecision decision ? decision.SubmissionId : entry.Id;
                var owed = await database.Set<Obligation>().Where(row => row.TaskId == task.Id && row.FulfilledBy == proof)
                    .ToListAsync(cancel);
                owed.ForEach(row => row.Reclaim());
                break;
            case ExtensionDecision { IsGranted: true } granted:
                var request = await database.Set<ExtensionRequest>().AsNoTracking().SingleAsync(row => row.Id == granted.RequestId, cancel);
                task.MoveDue(request.DueBefore);
                break;
            case PeriodReopening opened:
                var period = await database.Set<Obligation>().SingleOrDefaultAsync(row => row.Id == opened.ObligationId, cancel);
                period?.LocksAt = opened.LockedAt;
                break;
            case ConditionEvent:
                task.MoveDue(task.Due);
                break;
        }
    }
}
