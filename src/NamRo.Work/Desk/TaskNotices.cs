using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Notices;
using NamRo.Kernel.Time;
using NamRo.Work.Access;
using NamRo.Work.Domain;

namespace NamRo.Work.Desk;

/// <summary>Tells those whom an act on a task concerns, but never the one who acted.</summary>
internal sealed class TaskNotices(AppDb database, NoticeBoard board, CurrentPerson person, WardClock clock)
{
    public const string Assigned = "work.task_assigned";
    private const string Returned = "work.task_returned";
    private const string HandedIn = "work.product_submitted";
    private const string Asked = "work.decision_asked";
    private const string Decided = "work.decided";
    private const string Explain = "work.explanation";

    public static IReadOnlyList<NoticeKind> Kinds { get; } =
    [
        new(Assigned, "Được giao nhiệm vụ", MailTiming.AtOnce) { EnglishTitle = "A task is assigned" },
        new(Returned, "Đơn vị trả lại nhiệm vụ") { EnglishTitle = "A unit returns a task" },
        new(HandedIn, "Sản phẩm chờ duyệt") { EnglishTitle = "A product waits for acceptance" },
        new(Asked, "Đề nghị gia hạn chờ quyết định") { EnglishTitle = "An extension waits for a decision" },
        new(Decided, "Sản phẩm, gia hạn đã có quyết định") { EnglishTitle = "A product or extension is decided" },
        new(Explain, "Yêu cầu và trả lời giải trình", MailTiming.AtOnce) { EnglishTitle = "Explanations" },
    ];

    private enum Audience
    {
        /// <summary>Who carries it out; else the head of the unit.</summary>
        Doer,

        /// <summary>Who carries it out, and the head of the unit.</summary>
        Unit,

        /// <summary>The head of the unit, and the leader who answers for it.</summary>
        Deciders,

        /// <summary>The leader who answers for it.</summary>
        Leader,
    }

    public async Task PostAsync(WorkTask task, WardEvent happened, CancellationToken cancel)
    {
        if (Of(happened) is not var (kind, audience, words))
        {
            return;
        }

        var head = await database.Set<UnitRow>().Where(unit => unit.Id == task.LeadUnitId).Select(unit => unit.HeadPersonId)
            .SingleOrDefaultAsync(cancel);
        Guid?[] people = audience switch
        {
            Audience.Doer => [task.ResponsiblePersonId ?? head],
            Audience.Unit => [task.ResponsiblePersonId, head],
            Audience.Deciders => [head, task.LeaderPersonId],
            _ => [task.LeaderPersonId],
        };
        var (me, today) = (await person.LoadAsync(cancel), clock.Today);
        var asked = people.OfType<Guid>().ToList();
        var deputies = await database.Set<Delegation>().Where(row => asked.Contains(row.PersonId) && row.StartsOn <= today
            && row.EndsOn >= today).Select(row => row.DeputyPersonId).ToListAsync(cancel);
        foreach (var one in asked.Concat(deputies).Distinct().Where(one => one != me.PersonId))
        {
            board.Post(new Notice(one, kind, $"{words}: {task.Title}", $"/nhiem-vu/{task.Id}", happened.Reason));
        }
    }

    /// <summary>A plan was published: the head of each unit hears once how many of its tasks are theirs.</summary>
    public async Task PostOpenedAsync(IReadOnlyList<WorkTask> opened, CancellationToken cancel)
    {
        var heads = await database.Set<UnitRow>().Where(unit => unit.HeadPersonId != null)
            .ToDictionaryAsync(unit => unit.Id, unit => unit.HeadPersonId!.Value, cancel);
        foreach (var ofUnit in opened.Where(task => task.LeadUnitId is { } unit && heads.ContainsKey(unit))
            .GroupBy(task => (task.PlanId, task.PlanTitle, Unit: task.LeadUnitId!.Value)))
        {
            board.Post(new Notice(heads[ofUnit.Key.Unit], Assigned,
                $"{ofUnit.Key.PlanTitle}: giao đơn vị chủ trì {ofUnit.Count()} nhiệm vụ",
                $"/nhiem-vu?don-vi={ofUnit.Key.Unit}", null,
                    $"opened:{ofUnit.Key.PlanId}:{ofUnit.Key.Unit}:{ofUnit.Min(task => task.Id)}"));
        }
    }

    private static (string Kind, Audience Who, string Words)? Of(WardEvent happened) => happened switch
    {
        TaskAssigned => (Assigned, Audience.Unit, "Được giao nhiệm vụ"),
        TaskReturned => (Returned, Audience.Leader, "Đơn vị trả lại nhiệm vụ"),
        ProductSubmitted => (HandedIn, Audience.Deciders, "Sản phẩm chờ duyệt"),
        ProductAccepted => (Decided, Audience.Doer, "Sản phẩm được duyệt"),
        ProductReturned => (Decided, Audience.Doer, "Sản phẩm bị trả lại"),
        ExtensionRequested => (Asked, Audience.Leader, "Đề nghị gia hạn"),
        ExtensionGranted => (Decided, Audience.Unit, "Được gia hạn"),
        ExtensionRefused => (Decided, Audience.Unit, "Không được gia hạn"),
        ExplanationAsked => (Explain, Audience.Unit, "Lãnh đạo yêu cầu giải trình"),
        ExplanationAnswered => (Explain, Audience.Leader, "Đã trả lời giải trình"),
        _ => null,
    };
}
