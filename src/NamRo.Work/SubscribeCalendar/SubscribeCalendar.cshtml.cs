using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;
using NamRo.Work.Access;
using NamRo.Work.Feeds;

namespace NamRo.Work;

/// <summary>A person's secret calendar addresses: made, shown once, revoked.</summary>
[RequirePermission(WorkPermission.Read)]
internal sealed class SubscribeCalendarPage(AppDb database, EventLog events, CurrentPerson person, WardClock clock) : PageModel
{
    /// <summary>Addresses a person may have at once.</summary>
    private const int MostFeeds = 20;

    [BindProperty]
    public Fields Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public IReadOnlyList<CalendarFeed> Feeds { get; private set; } = [];

    public string? NewAddress { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ShowAsync(cancel);
        var me = await person.LoadAsync(cancel);
        var unit = Units.FirstOrDefault(item => item.Value == Input.UnitId?.ToString());
        if (Input.UnitId is not null && unit is null)
        {
            ModelState.AddModelError("Input.UnitId", "Hãy chọn đơn vị của bạn.");
        }

        if (me.PersonId is null && Input.UnitId is null)
        {
            ModelState.AddModelError("Input.UnitId", "Tài khoản chưa gắn với cán bộ nào; hãy chọn đơn vị.");
        }

        if (Feeds.Count >= MostFeeds)
        {
            ModelState.AddModelError("", $"Mỗi người có nhiều nhất {MostFeeds} địa chỉ; hãy thu hồi bớt.");
        }

        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        if (Feeds.All(feed => feed.Id != Input.Id))
        {
            await CreateAsync(me, unit, cancel);
        }

        await ShowAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync([FromForm] Guid id, CancellationToken cancel)
    {
        var me = await person.LoadAsync(cancel);
        var feed = await database.Set<CalendarFeed>().SingleOrDefaultAsync(row => row.Id == id && row.AccountId == me.AccountId, cancel);
        if (feed is null)
        {
            return NotFound();
        }

        if (feed.RevokedAt is null)
        {
            feed.Revoke(clock.Now);
            events.Record(new CalendarFeedRevoked(feed.AsSubject));
            await database.SaveChangesAsync(cancel);
        }

        this.Tell("Đã thu hồi địa chỉ lịch.");
        return LocalRedirect("/nhiem-vu/lich/dang-ky");
    }

    private async Task CreateAsync(Me me, SelectListItem? unit, CancellationToken cancel)
    {
        var key = WardKey.Create(database.WardId, Input.Id);
        var feed = new CalendarFeed
        {
            Id = Input.Id,
            AccountId = me.AccountId!.Value,
            PersonId = unit is null ? me.PersonId : null,
            UnitId = unit is null ? null : Input.UnitId,
            Title = unit is null ? $"Nhiệm vụ của {me.Name}" : $"Nhiệm vụ của {unit.Text}",
            SecretHash = key.Hash,
            CreatedAt = clock.Now,
        };
        database.Add(feed);
        events.Record(new CalendarFeedCreated(feed.AsSubject));
        await database.SaveChangesAsync(cancel);
        NewAddress = $"{Request.Scheme}://{Request.Host}{CalendarFeedEndpoint.Address}{key}.ics";
        ModelState.Clear();
    }

    private async Task ShowAsync(CancellationToken cancel)
    {
        var me = await person.LoadAsync(cancel);
        var units = await database.Set<UnitRow>().AsNoTracking().Where(row => row.ValidTo == null).OrderBy(row => row.Name)
            .ToListAsync(cancel);
        Units = [.. units.Where(row => me.SeesAll || me.UnitIds.Contains(row.Id))
            .Select(row => new SelectListItem(row.Name, row.Id.ToString()))];
        Feeds = await database.Set<CalendarFeed>().AsNoTracking().Where(row => row.AccountId == me.AccountId && row.RevokedAt == null)
            .OrderByDescending(row => row.CreatedAt).ToListAsync(cancel);
        Input = Request.Method == HttpMethods.Get || NewAddress is not null ? new Fields { Id = Guid.CreateVersion7(clock.Now) } : Input;
    }

    public sealed class Fields
    {
        /// <summary>Made when the form is shown, so that a double submit creates one address.</summary>
        public Guid Id { get; set; }

        [Display(Name = "Đơn vị")]
        public Guid? UnitId { get; set; }
    }
}
