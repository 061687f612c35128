using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using NamRo.Kernel.Data;
using NamRo.Kernel.Mail;
using NamRo.Kernel.Notices;
using NamRo.Kernel.Tenancy;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;
using NamRo.Ui.Layout;

namespace NamRo.Administration;

/// <summary>Which notices come to the person, and how.</summary>
internal sealed class ChooseNoticesPage(NoticeReader notices, AppDb database, CurrentUser user, IOptions<MailOptions> mail,
    IStringLocalizer<AdministrationText> words) : PageModel
{
    [BindProperty]
    public List<Choice> Input { get; set; } = [];

    public IReadOnlyList<NoticeChannels> Kinds { get; private set; } = [];

    public bool IsMailOn => mail.Value.IsOn;

    public bool IsPersonOfWard => user.PersonId is not null;

    public IEnumerable<SelectListItem> Timings =>
    [
        new(words["Không gửi thư"], nameof(MailTiming.Never)),
        new(words["Gửi thư ngay trong giờ làm việc"], nameof(MailTiming.AtOnce)),
        new(words["Gộp vào thư buổi sáng"], nameof(MailTiming.Daily)),
    ];

    public static string TitleOf(NoticeKind kind) => Shell.IsEnglish ? kind.EnglishTitle ?? kind.Title : kind.Title;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Kinds = await notices.ListChannelsAsync(cancel);
        Input = [.. Kinds.Select(one => new Choice { Kind = one.Kind.Code, IsShown = one.IsShown, MailTiming = one.MailTiming })];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Kinds = await notices.ListChannelsAsync(cancel);
        var known = Kinds.Select(one => one.Kind.Code).ToHashSet(StringComparer.Ordinal);
        if (!ModelState.IsValid || !IsPersonOfWard || Input.Any(choice => !known.Contains(choice.Kind)))
        {
            Input = [.. Kinds.Select(one => Input.Find(choice => choice.Kind == one.Kind.Code) ?? new Choice { Kind = one.Kind.Code })];
            return this.Invalid();
        }

        foreach (var choice in Input.DistinctBy(choice => choice.Kind))
        {
            await notices.ChooseAsync(choice.Kind, choice.IsShown, choice.MailTiming, cancel);
        }

        await database.SaveChangesAsync(cancel);
        this.Tell("Đã lưu lựa chọn thông báo.");
        return LocalRedirect("/tai-khoan/thong-bao");
    }

    public sealed class Choice
    {
        [Required]
        public string Kind { get; set; } = "";

        [Display(Name = "Hiện ở chuông thông báo")]
        public bool IsShown { get; set; }

        [EnumDataType(typeof(MailTiming))]
        [Display(Name = "Qua thư điện tử")]
        public MailTiming MailTiming { get; set; }
    }
}
