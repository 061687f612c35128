using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using NamRo.Kernel.Api;
using NamRo.Work.Acts;
using NamRo.Work.Domain;

namespace NamRo.Work;

internal sealed record AssignmentPosted : IPosted
{
    [Required]
    [Display(Name = "Đơn vị chủ trì")]
    public Guid? LeadUnitId { get; init; }

    public Guid? ResponsiblePersonId { get; init; }

    public Guid? LeaderPersonId { get; init; }

    [MaxLength(MostShares)]
    [Display(Name = "Đơn vị phối hợp")]
    public IReadOnlyList<SharePosted> CoUnits { get; init; } = [];

    [StringLength(WorkTask.LongestText)]
    [Display(Name = "Ý kiến chỉ đạo")]
    public string? Note { get; init; }

    private const int MostShares = 50;
}

internal sealed record SharePosted : IPosted
{
    [Required]
    [Display(Name = "Đơn vị phối hợp")]
    public Guid? UnitId { get; init; }

    [StringLength(WorkTask.LongestText)]
    [Display(Name = "Phần việc")]
    public string? PartText { get; init; }

    public DateOnly? DueOn { get; init; }
}

/// <summary>Why; of a return, a reopening, a revocation.</summary>
internal sealed record ReasonPosted : IPosted
{
    [Required]
    [StringLength(WorkTask.LongestText)]
    [Display(Name = "Lý do")]
    public string Reason { get; init; } = "";
}

internal sealed record ClosurePosted : IPosted
{
    [StringLength(WorkTask.LongestText)]
    [Display(Name = "Lý do")]
    public string? Reason { get; init; }
}

internal sealed record StepPosted : IPosted
{
    [Required]
    [StringLength(TaskStep.LongestText)]
    [Display(Name = "Bước thực hiện")]
    public string Text { get; init; } = "";

    public Guid? AssigneePersonId { get; init; }

    public DateOnly? DueOn { get; init; }
}

internal sealed record UpdatePosted : IPosted
{
    [Description("Kỳ báo cáo mà nó trả lời; bỏ trống: báo cáo thêm ngoài kỳ.")]
    public Guid? ObligationId { get; init; }

    [StringLength(TaskUpdate.LongestText)]
    [Display(Name = "Kết quả trong kỳ")]
    public string? Result { get; init; }

    [StringLength(TaskUpdate.LongestText)]
    [Display(Name = "Việc tiếp theo")]
    public string? NextStep { get; init; }

    [StringLength(TaskUpdate.LongestText)]
    [Display(Name = "Khó khăn, vướng mắc")]
    public string? Difficulty { get; init; }

    [Range(0, 100)]
    [Display(Name = "Tỷ lệ hoàn thành (%)")]
    public int? Percent { get; init; }

    [Description("“Không phát sinh” trong kỳ.")]
    public bool NothingArose { get; init; }

    public EvidencePosted? Evidence { get; init; }
}

internal sealed record ProductPosted : IPosted
{
    [StringLength(WorkTask.LongestText)]
    [Display(Name = "Ghi chú")]
    public string? Note { get; init; }

    [Required]
    [Display(Name = "Minh chứng")]
    public EvidencePosted? Evidence { get; init; }
}

internal sealed record EvidencePosted : IPosted
{
    [StringLength(WorkTask.LongestTitle)]
    [Display(Name = "Số văn bản")]
    public string? DocumentNumber { get; init; }

    [StringLength(Evidence.LongestAddress)]
    [Url(ErrorMessage = "Đường dẫn phải bắt đầu bằng http:// hoặc https://.")]
    [Display(Name = "Đường dẫn")]
    public string? Address { get; init; }

    [MaxLength(EvidenceInput.MostFiles)]
    [Display(Name = "Tệp")]
    public IReadOnlyList<FilePosted> Files { get; init; } = [];

    public static EvidenceInput AsInput(EvidencePosted? posted) => posted is null ? new EvidenceInput() : new EvidenceInput
    {
        DocumentNumber = posted.DocumentNumber,
        Address = posted.Address,
        Files = [.. posted.Files.Select(file => file.AsFormFile())],
    };
}

internal sealed record FilePosted : IPosted
{
    [Required]
    [StringLength(Evidence.LongestTitle)]
    [Display(Name = "Tên tệp")]
    public string Name { get; init; } = "";

    [Required]
    [Display(Name = "Nội dung")]
    [Description("Nội dung tệp, base64.")]
    public byte[] Content { get; init; } = [];

    public IFormFile AsFormFile() => new FormFile(new MemoryStream(Content), 0, Content.Length, "files", Name);
}

internal sealed record ProductDecisionPosted : IPosted
{
    public bool IsAccepted { get; init; }

    [Description("true: sản phẩm được duyệt thì đóng luôn nhiệm vụ.")]
    public bool Closes { get; init; }

    [StringLength(WorkTask.LongestText)]
    [Display(Name = "Lý do")]
    public string? Reason { get; init; }
}

internal sealed record ExtensionPosted : IPosted
{
    [Required]
    [Display(Name = "Hạn mới")]
    public DateOnly? NewDue { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<DelayCause>))]
    public DelayCause Cause { get; init; }

    [Required]
    [StringLength(WorkTask.LongestText)]
    [Display(Name = "Lý do")]
    public string Reason { get; init; } = "";

    [StringLength(WorkTask.LongestTitle)]
    [Display(Name = "Đang chờ ai")]
    public string? WaitsFor { get; init; }
}

internal sealed record ExtensionDecisionPosted : IPosted
{
    public bool IsGranted { get; init; }

    [Description("Bỏ trống: đúng hạn được đề nghị.")]
    public DateOnly? GrantedDue { get; init; }

    [StringLength(WorkTask.LongestText)]
    [Display(Name = "Lý do")]
    public string? Reason { get; init; }
}

internal sealed record ExplanationPosted : IPosted
{
    [Required]
    [StringLength(WorkTask.LongestText)]
    [Display(Name = "Nội dung cần giải trình")]
    public string Question { get; init; } = "";

    [Required]
    [Display(Name = "Hạn trả lời")]
    public DateOnly? DueOn { get; init; }
}

internal sealed record ExplanationAnswerPosted : IPosted
{
    [Required]
    [StringLength(WorkTask.LongestText)]
    [Display(Name = "Trả lời")]
    public string Text { get; init; } = "";
}

internal sealed record ConditionPosted : IPosted
{
    [Required]
    [Display(Name = "Ngày có điều kiện")]
    public DateOnly? OccurredOn { get; init; }

    [Required]
    [StringLength(WorkTask.LongestTitle)]
    [Display(Name = "Số văn bản")]
    public string DocumentNumber { get; init; } = "";

    [Required]
    [Display(Name = "Hạn hoàn thành")]
    public DateOnly? DueOn { get; init; }
}

internal sealed record WaitPosted : IPosted
{
    [Required]
    [StringLength(WorkTask.LongestTitle)]
    [Display(Name = "Đang chờ ai")]
    public string WaitsFor { get; init; } = "";

    [Required]
    [Display(Name = "Chờ từ ngày")]
    public DateOnly? StartedOn { get; init; }

    [StringLength(WorkTask.LongestText)]
    [Display(Name = "Ghi chú")]
    public string? Note { get; init; }
}

internal sealed record WaitEndPosted : IPosted
{
    [Required]
    [Display(Name = "Hết chờ ngày")]
    public DateOnly? EndedOn { get; init; }
}

internal sealed record DelegationPosted : IPosted
{
    [Required]
    [Display(Name = "Người được ủy quyền")]
    public Guid? DeputyPersonId { get; init; }

    [Required]
    [Display(Name = "Từ ngày")]
    public DateOnly? StartsOn { get; init; }

    [Required]
    [Display(Name = "Đến ngày")]
    public DateOnly? EndsOn { get; init; }

    [StringLength(WorkTask.LongestText)]
    [Display(Name = "Ghi chú")]
    public string? Note { get; init; }
}
