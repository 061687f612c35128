using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NamRo.Kernel.Pages;
using NamRo.Work.Access;
using NamRo.Work.Acts;
using NamRo.Work.Domain;

namespace NamRo.Work;

[RequirePermission(WorkPermission.Read)]
internal sealed class RevokeEntryPage(RevokeEntryHandler handler, ActContext context) : TaskActPage(context)
{
    [BindProperty(SupportsGet = true)]
    public string Kind { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid Entry { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public TaskEntry? Found { get; private set; }

    public string? Title => RevocableKind.TitleOf(Kind);

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        ActAsync(() => handler.HandleAsync(new RevokeEntry(Id, Kind, Entry, Input.Reason), cancel), "Đã hoàn tác; nhật ký còn lưu.",
            cancel);

    /// <summary>Whose entry it is, the handler asks.</summary>
    protected override bool Allows(TaskRights rights) => true;

    protected override async Task PrepareAsync(CancellationToken cancel) =>
        Found = await RevocableKind.FindAsync(Database, Kind, Id, Entry, cancel);

    public sealed class Fields
    {
        [Required(ErrorMessage = "Hãy ghi lý do.")]
        [StringLength(WorkTask.LongestText)]
        [DataType(DataType.MultilineText)]
        [Display(Name = "Lý do")]
        public string Reason { get; set; } = "";
    }
}
