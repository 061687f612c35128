using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Extraction;
using NamRo.Kernel.Data;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Time;
using NamRo.Plans.Domain;
using NamRo.Plans.Matching;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;
using NamRo.Ui.Lists;
using NamRo.Ui.Parts;

namespace NamRo.Plans;

/// <summary>What the ward's people have told about the words of their plans: seen, added and removed here.</summary>
[RequirePermission(PlansPermission.ReviewPlans)]
internal sealed class LearnWordsPage(AppDb database, LearnHeadingHandler handler, WardClock clock) : PageModel
{
    public static IReadOnlyList<Crumb> Crumbs { get; } = [new("Kế hoạch", "/ke-hoach")];

    [BindProperty]
    public Form Input { get; set; } = new();

    public ListQuery Query { get; private set; } = null!;

    public KeysetPage<LearnedWord> Rows { get; private set; } = new([], null, null);

    public WardDirectory Directory { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Input = new Form { Id = Guid.CreateVersion7(clock.Now) };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        return this.Answer(await handler.HandleAsync(new LearnHeading(Input.Id, Input.Written, Input.Field!.Value), cancel), () =>
        {
            this.Tell("Đã ghi nhớ. Lần đọc sau sẽ hiểu tiêu đề này.");
            return LocalRedirect("/ke-hoach/tu-ngu");
        });
    }

    public async Task<IActionResult> OnPostForgetAsync([FromForm] Guid word, CancellationToken cancel)
    {
        if (await handler.HandleAsync(new ForgetWord(word), cancel) is Outcome.NotFound)
        {
            return NotFound();
        }

        this.Tell("Đã bỏ. Lần đọc sau không dùng cách hiểu này nữa.");
        return LocalRedirect("/ke-hoach/tu-ngu");
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Query = ListQuery.From(Request);
        Directory = await WardDirectory.LoadAsync(database, clock, cancel);
        var words = database.Set<LearnedWord>().AsNoTracking();
        if (Cursor.TryDecode(Query.After ?? Query.Before, out var cursor))
        {
            var id = cursor.Id;
            words = Query.IsBackward ? words.Where(word => word.Id > id) : words.Where(word => word.Id < id);
        }

        words = Query.IsBackward ? words.OrderBy(word => word.Id) : words.OrderByDescending(word => word.Id);
        var fetched = await words.Take(KeysetPage.DefaultSize + 1).ToListAsync(cancel);
        Rows = KeysetPage.Cut(fetched, Query, KeysetPage.DefaultSize, word => new Cursor(null, word.Id).Encode());
    }

    internal sealed record Form
    {
        public Guid Id { get; init; }

        [Display(Name = "Chữ trên tiêu đề cột")]
        [Required(ErrorMessage = "Hãy nhập chữ trên tiêu đề cột, đúng như trong kế hoạch.")]
        [StringLength(LearnedWord.LongestWritten, ErrorMessage = "Tiêu đề dài quá 200 ký tự.")]
        public string Written { get; init; } = "";

        [Display(Name = "Cột này ghi")]
        [Required(ErrorMessage = "Hãy chọn cột này ghi điều gì.")]
        public FieldRole? Field { get; init; }
    }
}
