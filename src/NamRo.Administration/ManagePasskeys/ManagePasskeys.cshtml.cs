using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Administration.Access;
using NamRo.Kernel.Time;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;

namespace NamRo.Administration;

/// <summary>The passkeys of one's own account.</summary>
internal sealed class ManagePasskeysPage(ManagePasskeysHandler handler) : PageModel
{
    private const string Path = "/tai-khoan/khoa-truy-cap";

    [BindProperty]
    public Fields Input { get; set; } = new();

    public IReadOnlyList<Row> Passkeys { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    /// <summary>What the browser needs to make a key; the challenge is kept in a protected cookie.</summary>
    public async Task<IActionResult> OnPostOptionsAsync() =>
        await handler.MakeOptionsAsync() is { } options ? Content(options, "application/json") : NotFound();

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "Credential")] string? credential, CancellationToken cancel)
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var outcome = await handler.HandleAsync(new AddPasskey(Input.Name, Input.Password, credential ?? ""), cancel);
        return this.Answer(outcome, () =>
        {
            this.TellWith($"Đã thêm khóa “{Input.Name}”.");
            return LocalRedirect(Path);
        });
    }

    public async Task<IActionResult> OnPostForgetAsync([FromForm] string id, CancellationToken cancel) =>
        this.Answer(await handler.HandleAsync(new ForgetPasskey(id), cancel), () =>
        {
            this.Tell("Đã bỏ khóa.");
            return LocalRedirect(Path);
        });

    private async Task LoadAsync() => Passkeys = [.. (await handler.ListAsync()).Select(passkey => new Row(
        Base64Url.EncodeToString(passkey.CredentialId), passkey.Name ?? "",
        passkey.CreatedAt.ToOffset(WardClock.Offset).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture)))];

    public sealed record Row(string Id, string Name, string AddedAt);

    public sealed class Fields
    {
        [Required]
        [StringLength(ManagePasskeysHandler.LongestName)]
        [Display(Name = "Tên khóa")]
        public string Name { get; set; } = "";

        [Required]
        [StringLength(PasswordRules.Longest)]
        [DataType(DataType.Password)]
        [Display(Name = "Mật khẩu hiện tại")]
        public string Password { get; set; } = "";
    }
}
