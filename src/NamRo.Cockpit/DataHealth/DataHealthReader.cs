using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using NamRo.Kernel.Measures;
using NamRo.Kernel.Time;
using NamRo.Language;
using NamRo.Targets.Contracts;
using NamRo.Work.Contracts;

namespace NamRo.Cockpit;

/// <summary>A gap in the ward's data.</summary>
/// <param name="Title">What is missing.</param>
/// <param name="Harm">What it keeps the system from saying.</param>
/// <param name="Step">What mends it.</param>
/// <param name="Rows">The first of them, one more than shown when there are more.</param>
internal sealed record HealthCheck(string Title, string Harm, string Step, IReadOnlyList<HealthRow> Rows)
{
    public bool IsCut => Rows.Count > DataHealthReader.MostRows;

    public IEnumerable<HealthRow> Shown => Rows.Take(DataHealthReader.MostRows);
}

/// <param name="Href">Where it is mended.</param>
internal sealed record HealthRow(string Title, string Href);

/// <summary>Looks for gaps, one bounded statement each.</summary>
internal sealed class DataHealthReader(AppDb database, MeasureCatalogue measures, WardClock clock)
{
    /// <summary>Rows shown of each gap.</summary>
    public const int MostRows = 20;

    public async Task<IReadOnlyList<HealthCheck>> ReadAsync(CancellationToken cancel) =>
        [.. await ReadTargetsAsync(cancel), .. await ReadTasksAsync(cancel), .. await ReadUnitsAsync(cancel)];

    private async Task<List<HealthCheck>> ReadTargetsAsync(CancellationToken cancel)
    {
        var targets = database.Set<TargetRow>().AsNoTracking().Where(row => row.EndedOn == null);
        var tasks = database.Set<TaskRow>();
        var today = clock.Today;
        var (month, quarter, half, year) = (today.AddMonths(-2), today.AddMonths(-6), today.AddMonths(-12), today.AddMonths(-24));
        var codes = measures.Shipped.Select(measure => measure.IndicatorCode).OfType<string>().ToList();
        var computable = database.Set<IndicatorRow>().Where(row => codes.Contains(row.Code)).Select(row => row.Id);
        return
        [
            new("Chỉ tiêu chưa có số liệu nào", "Không biết đạt hay chưa.", "Nhập số liệu kỳ gần nhất trong bảng của đơn vị.",
                await TakeAsync(targets.Where(row => row.CurrentValue == null && row.Standing == TargetStanding.NoData), Grid, cancel)),
            new("Chỉ tiêu có số liệu đã cũ", "Con số trên màn hình không còn nói về hôm nay.",
                "Nhập số liệu các kỳ còn thiếu trong bảng của đơn vị.",
                await TakeAsync(targets.Where(row => row.CurrentPeriod != null && (
                    (row.Rhythm == Rhythm.Month && row.CurrentPeriod < month)
                    || (row.Rhythm == Rhythm.Quarter && row.CurrentPeriod < quarter)
                    || (row.Rhythm == Rhythm.HalfYear && row.CurrentPeriod < half)
                    || (row.Rhythm == Rhythm.Year && row.CurrentPeriod < year))), Grid, cancel)),
            new("Chỉ tiêu chưa có nguồn số liệu", "Không ai được nhắc nhập, hệ thống cũng không tự tính.",
                "Ở “Cách đo”, chọn đơn vị nhập hoặc con số hệ thống tự tính.",
                await TakeAsync(targets.Where(row => row.LeadUnitId == null && row.MeasureCode == null), Method, cancel)),
            new("Chỉ tiêu hệ thống tự tính được mà còn nhập tay", "Người nhập mất công, số dễ lệch với dữ liệu gốc.",
                "Ở “Cách đo”, chọn con số hệ thống tự tính.",
                await TakeAsync(targets.Where(row => row.MeasureCode == null && computable.Contains(row.IndicatorId!.Value)),
                    Method, cancel)),
            new("Chỉ tiêu chưa đối chiếu với danh mục chung", "Không đặt cạnh phường, xã khác được.",
                "Xác nhận chỉ tiêu chung, hoặc ghi là không có, ở “Đối chiếu”.",
                await TakeAsync(targets.Where(row => !row.IsMatched), _ => "/chi-tieu/doi-chieu", cancel)),
            new("Chỉ tiêu chưa có nhiệm vụ nào phục vụ", "Đặt mức mà chưa có việc để đạt.",
                "Gắn nhiệm vụ với chỉ tiêu khi duyệt, hoặc điều chỉnh kế hoạch.",
                await TakeAsync(targets.Where(row => !tasks.Any(task => task.TargetIds.Contains(row.Id))),
                    row => $"/ke-hoach/{row.PlanId}", cancel)),
        ];
    }

    private static string Grid(TargetRow row) => row.MeasureCode is null
        ? $"/chi-tieu/nhap-so-lieu?don-vi={row.LeadUnitId ?? Guid.Empty}"
        : $"/chi-tieu/{row.Id}/tinh-so-lieu";

    private static string Method(TargetRow row) => $"/chi-tieu/{row.Id}/cach-do";

    private async Task<List<HealthCheck>> ReadTasksAsync(CancellationToken cancel)
    {
        var over = TaskStates.All.Where(state => state.IsOver).Select(state => state.Code).ToList();
        var tasks = database.Set<TaskRow>().AsNoTracking().Where(row => row.State == null || !over.Contains(row.State));
        return
        [
            new("Nhiệm vụ chưa có đơn vị chủ trì", "Không ai nhận việc, không ai được nhắc.", "Mở nhiệm vụ, giao cho một đơn vị.",
                await TakeAsync(tasks.Where(row => row.LeadUnitId == null), Assign, cancel)),
            new("Nhiệm vụ chưa có người thực hiện", "Đơn vị biết mà chưa ai cụ thể làm.", "Trưởng đơn vị giao người thực hiện.",
                await TakeAsync(tasks.Where(row => row.LeadUnitId != null && row.ResponsiblePersonId == null), Assign, cancel)),
            new("Nhiệm vụ không có hạn và không định kỳ", "Không bao giờ đến hạn, cũng không bao giờ trễ.",
                "Xem lại thời gian hoàn thành trong kế hoạch, điều chỉnh nếu đọc thiếu.",
                await TakeAsync(tasks.Where(row => row.Due == null && row.NextDue == null), row => $"/ke-hoach/{row.PlanId}", cancel)),
            new("Nhiệm vụ không phục vụ chỉ tiêu nào", "Làm xong cũng chưa biết góp vào đâu.",
                "Gắn nhiệm vụ với chỉ tiêu khi duyệt, hoặc điều chỉnh kế hoạch.",
                await TakeAsync(tasks.Where(row => row.TargetIds.Count == 0), row => $"/ke-hoach/{row.PlanId}", cancel)),
        ];
    }

    private static string Assign(TaskRow row) => $"/nhiem-vu/{row.Id}/giao";

    private async Task<List<HealthCheck>> ReadUnitsAsync(CancellationToken cancel)
    {
        var today = clock.Today;
        var people = database.Set<PersonRow>();
        var units = database.Set<UnitRow>().AsNoTracking().Where(row => row.ValidTo == null || row.ValidTo >= today);
        return
        [
            new("Đơn vị chưa có cán bộ", "Việc giao cho đơn vị không ai nhận được.", "Bố trí cán bộ vào đơn vị.",
                await TakeAsync(units.Where(row => !people.Any(person => person.UnitId == row.Id && person.LeftOn == null)), cancel)),
            new("Đơn vị chưa có người đứng đầu", "Nhắc việc và xin ý kiến không có nơi đến.", "Bố trí người đứng đầu.",
                await TakeAsync(units.Where(row => row.HeadPersonId == null), cancel)),
        ];
    }

    private static async Task<IReadOnlyList<HealthRow>> TakeAsync(IQueryable<TargetRow> rows, Func<TargetRow, string> href,
        CancellationToken cancel) => [.. (await rows.OrderByDescending(row => row.PlanId).ThenBy(row => row.Ordinal).Take(MostRows + 1)
        .ToListAsync(cancel)).Select(row => new HealthRow(row.Text, href(row)))];

    private static async Task<IReadOnlyList<HealthRow>> TakeAsync(IQueryable<TaskRow> rows, Func<TaskRow, string> href,
        CancellationToken cancel) => [.. (await rows.OrderByDescending(row => row.PlanId).ThenBy(row => row.Ordinal).Take(MostRows + 1)
        .ToListAsync(cancel)).Select(row => new HealthRow(row.Text, href(row)))];

    private static async Task<IReadOnlyList<HealthRow>> TakeAsync(IQueryable<UnitRow> rows, CancellationToken cancel) =>
        [.. (await rows.OrderBy(row => row.Name).Select(row => new { row.Id, row.Name }).Take(MostRows + 1).ToListAsync(cancel))
            .Select(row => new HealthRow(row.Name, $"/quan-tri/don-vi/{row.Id}"))];
}
