using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using NamRo.Kernel.Api;
using NamRo.Kernel.Pages;
using NamRo.Work.Domain;

namespace NamRo.Work;

using Acted = Task<Results<Created<ActAnswer>, ProblemHttpResult>>;

/// <summary>Every act of a task's life for other programs, through the handlers of the pages.</summary>
internal static class TaskActEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        MapCourse(With(api, WorkPermission.Report));
        MapLeading(api);
        MapDelegation(With(api, WorkPermission.Read));
        Describe(With(api, WorkPermission.Read).MapPost("/tasks/{id:guid}/revocations/{kind}/{entry:guid}",
            ([AsParameters] ActRequest asked, string kind, Guid entry, ReasonPosted posted, TaskActs acts, RevokeEntryHandler handler) =>
                acts.ChangeAsync(asked, () => handler.HandleAsync(new(asked.Id, kind, entry, posted.Reason), asked.Cancel))),
            "RevokeTaskEntry", "Hoàn tác một việc đã ghi; nhật ký còn lưu");
    }

    /// <summary>What the unit that has the task does.</summary>
    private static void MapCourse(RouteGroupBuilder api)
    {
        Describe(api.MapPost("/tasks/{id:guid}/receipts", ([AsParameters] ActRequest asked, TaskActs acts, ConfirmReceiptHandler handler) =>
            acts.AddAsync<TaskReceipt>(asked, key => handler.HandleAsync(new(asked.Id, key), asked.Cancel))),
            "ConfirmTaskReceipt", "Tiếp nhận nhiệm vụ");
        Describe(api.MapPost("/tasks/{id:guid}/returns",
            ([AsParameters] ActRequest asked, ReasonPosted posted, TaskActs acts, ReturnTaskHandler handler) =>
                acts.AddAsync<TaskReturn>(asked, key => handler.HandleAsync(new(asked.Id, key, posted.Reason), asked.Cancel))),
            "ReturnTask", "Trả lại nhiệm vụ kèm lý do");
        Describe(api.MapPost("/tasks/{id:guid}/steps",
            ([AsParameters] ActRequest asked, StepPosted posted, TaskActs acts, AddStepHandler handler) =>
                acts.AddAsync<TaskStep>(asked, key => handler.HandleAsync(
                    new(asked.Id, key, posted.Text, posted.AssigneePersonId, posted.DueOn), asked.Cancel))),
            "AddTaskStep", "Thêm bước thực hiện");
        Describe(api.MapPost("/tasks/{id:guid}/steps/{step:guid}/completion",
            ([AsParameters] ActRequest asked, Guid step, TaskActs acts, FinishStepHandler handler) =>
                acts.ChangeAsync(asked, () => handler.HandleAsync(new FinishStep(asked.Id, step), asked.Cancel))),
            "FinishTaskStep", "Đánh dấu xong một bước");
        Describe(api.MapPost("/tasks/{id:guid}/updates", UpdateAsync), "WriteTaskUpdate", "Báo cáo tiến độ, hoặc không phát sinh");
        Describe(api.MapPost("/tasks/{id:guid}/products",
            ([AsParameters] ActRequest asked, ProductPosted posted, TaskActs acts, SubmitProductHandler handler) =>
                acts.AddAsync<ProductSubmission>(asked, key => handler.HandleAsync(
                    new(asked.Id, key, posted.Note, EvidencePosted.AsInput(posted.Evidence)), asked.Cancel))),
            "SubmitTaskProduct", "Nộp sản phẩm kèm minh chứng");
        Describe(api.MapPost("/tasks/{id:guid}/extensions",
            ([AsParameters] ActRequest asked, ExtensionPosted posted, TaskActs acts, RequestExtensionHandler handler) =>
                acts.AddAsync<ExtensionRequest>(asked, key => handler.HandleAsync(
                    new(asked.Id, key, posted.NewDue!.Value, posted.Cause, posted.Reason, posted.WaitsFor), asked.Cancel))),
            "RequestTaskExtension", "Đề nghị gia hạn");
        Describe(api.MapPost("/tasks/{id:guid}/explanations/{request:guid}/answers",
            ([AsParameters] ActRequest asked, Guid request, ExplanationAnswerPosted posted, TaskActs acts,
                AnswerExplanationHandler handler) =>
                acts.AddAsync<ExplanationAnswer>(asked, key => handler.HandleAsync(
                    new(asked.Id, request, key, posted.Text), asked.Cancel))),
            "AnswerTaskExplanation", "Trả lời giải trình");
        Describe(api.MapPost("/tasks/{id:guid}/conditions",
            ([AsParameters] ActRequest asked, ConditionPosted posted, TaskActs acts, RecordConditionHandler handler) =>
                acts.AddAsync<ConditionEvent>(asked, key => handler.HandleAsync(new(asked.Id, key, posted.OccurredOn!.Value,
                    posted.DocumentNumber, posted.DueOn!.Value), asked.Cancel))),
            "RecordTaskCondition", "Ghi nhận điều kiện đã có");
        Describe(api.MapPost("/tasks/{id:guid}/waits",
            ([AsParameters] ActRequest asked, WaitPosted posted, TaskActs acts, StartWaitingHandler handler) =>
                acts.AddAsync<WaitingSpell>(asked, key => handler.HandleAsync(
                    new(asked.Id, key, posted.WaitsFor, posted.StartedOn!.Value, posted.Note), asked.Cancel))),
            "StartTaskWait", "Bắt đầu chờ cơ quan khác");
        Describe(api.MapPost("/tasks/{id:guid}/waits/{spell:guid}/end",
            ([AsParameters] ActRequest asked, Guid spell, WaitEndPosted posted, TaskActs acts, EndWaitingHandler handler) =>
                acts.ChangeAsync(asked, () => handler.HandleAsync(
                    new EndWaiting(asked.Id, spell, posted.EndedOn!.Value), asked.Cancel))),
            "EndTaskWait", "Hết chờ");
    }

    /// <summary>What those do who assign, accept and decide.</summary>
    private static void MapLeading(RouteGroupBuilder api)
    {
        Describe(With(api, WorkPermission.Assign).MapPost("/tasks/{id:guid}/assignments", AssignAsync),
            "AssignTask", "Giao nhiệm vụ (cần If-Match)").ProducesProblem(StatusCodes.Status428PreconditionRequired);
        var accepting = With(api, WorkPermission.Accept);
        Describe(accepting.MapPost("/tasks/{id:guid}/products/{submission:guid}/decisions",
            ([AsParameters] ActRequest asked, Guid submission, ProductDecisionPosted posted, TaskActs acts, DecideProductHandler handler) =>
                acts.AddAsync<ProductDecision>(asked, key => handler.HandleAsync(
                    new(asked.Id, submission, key, posted.IsAccepted, posted.Closes, posted.Reason), asked.Cancel))),
            "DecideTaskProduct", "Duyệt hoặc trả lại sản phẩm");
        Describe(accepting.MapPost("/tasks/{id:guid}/closures",
            ([AsParameters] ActRequest asked, ClosurePosted posted, TaskActs acts, CloseTaskHandler handler) =>
                acts.AddAsync<TaskClosure>(asked, key => handler.HandleAsync(new(asked.Id, key, posted.Reason), asked.Cancel))),
            "CloseTask", "Đóng nhiệm vụ");
        Describe(accepting.MapPost("/tasks/{id:guid}/reopenings",
            ([AsParameters] ActRequest asked, ReasonPosted posted, TaskActs acts, ReopenTaskHandler handler) =>
                acts.AddAsync<TaskReopening>(asked, key => handler.HandleAsync(new(asked.Id, key, posted.Reason), asked.Cancel))),
            "ReopenTask", "Mở lại nhiệm vụ");
        var deciding = With(api, WorkPermission.Decide);
        Describe(deciding.MapPost("/tasks/{id:guid}/extensions/{request:guid}/decisions",
            ([AsParameters] ActRequest asked, Guid request, ExtensionDecisionPosted posted, TaskActs acts,
                DecideExtensionHandler handler) =>
                acts.AddAsync<ExtensionDecision>(asked, key => handler.HandleAsync(
                    new(asked.Id, request, key, posted.IsGranted, posted.GrantedDue, posted.Reason), asked.Cancel))),
            "DecideTaskExtension", "Quyết định gia hạn");
        Describe(deciding.MapPost("/tasks/{id:guid}/explanations",
            ([AsParameters] ActRequest asked, ExplanationPosted posted, TaskActs acts, AskExplanationHandler handler) =>
                acts.AddAsync<ExplanationRequest>(asked, key => handler.HandleAsync(
                    new(asked.Id, key, posted.Question, posted.DueOn!.Value), asked.Cancel))),
            "AskTaskExplanation", "Yêu cầu giải trình");
    }

    private static void MapDelegation(RouteGroupBuilder api)
    {
        api.MapPost("/delegations", DelegateAsync).WithName("DelegateWork").WithSummary("Ủy quyền khi vắng mặt")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapPost("/delegations/{id:guid}/end", EndDelegationAsync).WithName("EndDelegation").WithSummary("Kết thúc ủy quyền")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Acted UpdateAsync([AsParameters] ActRequest asked, UpdatePosted posted, TaskActs acts, WriteUpdateHandler handler) =>
        acts.AddAsync<TaskUpdate>(asked, key => handler.HandleAsync(new(asked.Id, key, posted.ObligationId, posted.Result, posted.NextStep,
            posted.Difficulty, posted.Percent, posted.NothingArose, EvidencePosted.AsInput(posted.Evidence)), asked.Cancel));

    /// <summary>Who has seen no version cannot know whom the task is with now.</summary>
    private static async Acted AssignAsync([AsParameters] ActRequest asked, AssignmentPosted posted, TaskActs acts,
        AssignTaskHandler handler)
    {
        if (ApiVersion.VersionOf(asked.IfMatch) is not { } seen)
        {
            return ApiProblem.Of(StatusCodes.Status428PreconditionRequired, "Giao nhiệm vụ cần If-Match với ETag đã đọc.",
                ApiVersion.IfMatch);
        }

        return await acts.AddAsync<TaskAssignment>(asked, key => handler.HandleAsync(new(asked.Id, key, seen, posted.LeadUnitId!.Value,
            posted.ResponsiblePersonId, posted.LeaderPersonId,
            [.. posted.CoUnits.Select(share => new CoUnitShare(share.UnitId!.Value, share.PartText, share.DueOn))], posted.Note),
            asked.Cancel));
    }

    private static async Task<Results<Created, ProblemHttpResult>> DelegateAsync(
        [FromHeader(Name = ApiRoutes.KeyHeader)] Guid? key, DelegationPosted posted, DelegateWorkHandler handler, CancellationToken cancel)
    {
        if (key is not { } id || id == Guid.Empty)
        {
            return ApiProblem.WithoutKey;
        }

        var outcome = await handler.HandleAsync(new DelegateWork(id, posted.DeputyPersonId!.Value, posted.StartsOn!.Value,
            posted.EndsOn!.Value, posted.Note), cancel);
        return TaskActs.Refusal(outcome) is { } problem ? problem : TypedResults.Created();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> EndDelegationAsync(Guid id, DelegateWorkHandler handler,
        CancellationToken cancel) =>
        TaskActs.Refusal(await handler.HandleAsync(new EndDelegation(id), cancel)) is { } problem ? problem : TypedResults.NoContent();

    private static RouteGroupBuilder With(RouteGroupBuilder api, string permission) =>
        api.MapGroup("").WithMetadata(new RequirePermissionAttribute(permission));

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder route, string name, string summary) => route.WithName(name)
        .WithSummary(summary).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}
