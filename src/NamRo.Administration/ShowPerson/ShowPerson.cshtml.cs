using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NamRo.Administration.Domain;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;

namespace NamRo.Administration;

/// <summary>One person: positions, account, roles. Each form on the page is one act with its own handler.</summary>
[RequirePermission(AdministrationPermission.ReadPeople)]
internal sealed class ShowPersonPage(PersonReader reader, AppointPersonHandler appoint, OpenAccountHandler open, GiveRoleHandler give,
    EditPersonHandler edit, ReopenAccountHandler reopen, UnitChoices choices, CurrentUser user, WardClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public PostFields Post { get; set; } = new();

    public AccountFields Account { get; set; } = new();

    public RoleFields Role { get; set; } = new();

    public Person Person { get; private set; } = null!;

    public PersonReader.Login? Login { get; private set; }

    public string? OneTimePassword { get; private set; }

    public IReadOnlyList<PersonReader.Post> Posts { get; private set; } = [];

    public IReadOnlyList<PersonReader.Role> Roles { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public IReadOnlyList<SelectListItem> RoleChoices { get; private set; } = [];

    public bool MayWrite => user.May(AdministrationPermission.WritePeople);

    public bool MayAssign => user.May(AdministrationPermission.AssignRoles);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostAppointAsync([FromForm(Name = "Post")] PostFields post, CancellationToken cancel)
    {
        Post = post;
        return ActAsync(MayWrite, "Đã bố trí vào đơn vị.",
            () => appoint.HandleAsync(new AppointPerson(Id, post.UnitId ?? Guid.Empty, post.Title, post.IsHead, clock.Today), cancel),
                cancel);
    }

    public Task<IActionResult> OnPostEndPostAsync([FromForm(Name = "post")] Guid appointment, CancellationToken cancel) =>
        ActAsync(MayWrite, "Đã ghi nhận thôi giữ vị trí.", () => appoint.HandleAsync(new EndAppointment(Id, appointment), cancel), cancel);

    public Task<IActionResult> OnPostGiveAsync([FromForm(Name = "Role")] RoleFields role, CancellationToken cancel)
    {
        Role = role;
        return ActAsync(MayAssign, "Đã giao vai trò.", () =>
            give.HandleAsync(new GiveRole(Id, role.RoleCode, role.UnitId), cancel), cancel);
    }

    public Task<IActionResult> OnPostRevokeAsync([FromForm(Name = "role")] Guid assignment, CancellationToken cancel) =>
        ActAsync(MayAssign, "Đã thu vai trò.", () => give.HandleAsync(new RevokeRole(Id, assignment), cancel), cancel);

    public Task<IActionResult> OnPostLeaveAsync(CancellationToken cancel) =>
        ActAsync(MayWrite, "Đã ghi nhận thôi làm việc.", () => edit.HandleAsync(new LetPersonLeave(Id), cancel), cancel);

    public Task<IActionResult> OnPostReopenAsync(CancellationToken cancel) =>
        ActAsync(MayWrite, "Đã mở lại tài khoản.", () => reopen.HandleAsync(new ReopenAccount(Id), cancel), cancel);

    public Task<IActionResult> OnPostOpenAsync([FromForm(Name = "Account")] AccountFields account, CancellationToken cancel)
    {
        Account = account;
        return ShowPasswordAsync(() => open.HandleAsync(new OpenAccount(Id, account.UserName), cancel), cancel);
    }

    public Task<IActionResult> OnPostResetAsync(CancellationToken cancel) =>
        ShowPasswordAsync(() => open.HandleAsync(new ResetPassword(Id), cancel), cancel);

    private async Task<IActionResult> ActAsync(bool may, string done, Func<Task<Outcome>> act, CancellationToken cancel)
    {
        if (!may)
        {
            return Forbid();
        }

        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        return this.Answer(await act(), () =>
        {
            this.Tell(done);
            return LocalRedirect($"/quan-tri/can-bo/{Id}");
        });
    }

    /// <summary>The password is in the answer to the post and nowhere else: not in a cookie, not in the address, not in the log.</summary>
    private async Task<IActionResult> ShowPasswordAsync(Func<Task<Outcome<string>>> act, CancellationToken cancel)
    {
        if (!MayWrite)
        {
            return Forbid();
        }

        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (ModelState.ValidationState == ModelValidationState.Invalid)
        {
            return this.Invalid();
        }

        var outcome = await act();
        OneTimePassword = (outcome as Outcome<string>.Done)?.Value;
        await LoadAsync(cancel);
        return this.Answer(outcome, _ => Page());
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var person = await reader.FindAsync(Id, cancel);
        if (person is null)
        {
            return false;
        }

        Person = person;
        Login = await reader.LoginAsync(person, cancel);
        Posts = await reader.PostsAsync(Id, cancel);
        Roles = await reader.RolesAsync(person, cancel);
        Units = await choices.CurrentAsync(null, cancel);
        RoleChoices = await reader.RoleChoicesAsync(cancel);
        return true;
    }

    public sealed class PostFields
    {
        [Required]
        [Display(Name = "Đơn vị")]
        public Guid? UnitId { get; set; }

        [Required]
        [StringLength(120)]
        [Display(Name = "Chức danh")]
        public string Title { get; set; } = "";

        [Display(Name = "Là người đứng đầu đơn vị")]
        public bool IsHead { get; set; }
    }

    public sealed class AccountFields
    {
        [Required]
        [StringLength(64, MinimumLength = 3)]
        [Display(Name = "Tên đăng nhập")]
        public string UserName { get; set; } = "";
    }

    public sealed class RoleFields
    {
        [Required]
        [Display(Name = "Vai trò")]
        public string RoleCode { get; set; } = "";

        [Display(Name = "Chỉ trong đơn vị")]
        public Guid? UnitId { get; set; }
    }
}
