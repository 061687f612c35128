using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Api;
using NamRo.Kernel.Data;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Pages;
using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;
using NamRo.Ui.Lists;

namespace NamRo.Targets;

/// <summary>Targets and figures for other programs; writing goes through the handlers and rules of the pages.</summary>
internal static class FigureEndpoints
{
    private const int MostFigures = 1000;
    private const string DayFormat = "yyyy-MM-dd";

    public static void Map(RouteGroupBuilder api)
    {
        var reads = api.MapGroup("").WithMetadata(new RequirePermissionAttribute(TargetsPermission.Read));
        reads.MapGet("/targets", ListAsync).WithName("ListTargets").WithSummary("Danh sách chỉ tiêu với kết quả và tình trạng");
        reads.MapGet("/targets/{id:guid}/figures", FiguresAsync).WithName("ListFigures").ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Số liệu của một chỉ tiêu, kỳ mới trước");
        Describe(api.MapPost("/figures", RecordAsync).WithMetadata(new RequirePermissionAttribute(TargetsPermission.Enter)),
            "RecordFigures", "Nhập số liệu; 409 kèm câu hỏi khi số liệu khác thường");
        Describe(api.MapPost("/figures/verifications", VerifyAsync).WithMetadata(new RequirePermissionAttribute(TargetsPermission.Verify)),
            "VerifyFigures", "Xác nhận số liệu do người khác nhập");
    }

    private static async Task<Ok<ApiPage<TargetRow>>> ListAsync([AsParameters] TargetListing asked, TargetQuery targets,
        CancellationToken cancel)
    {
        var rows = targets.Find(asked.AsQuery());
        rows = Guid.TryParse(asked.After, out var last) ? rows.Where(row => row.Id > last) : rows;
        return TypedResults.Ok(ApiPage.Of(await rows.OrderBy(row => row.Id).Take(asked.Size + 1).ToListAsync(cancel), asked.Size,
            row => row.Id.ToString()));
    }

    private static async Task<Results<Ok<ApiPage<MeasurementRow>>, ProblemHttpResult>> FiguresAsync(Guid id,
        [AsParameters] ApiListing asked, AppDb database, CancellationToken cancel)
    {
        var found = await database.Set<Target>().Where(row => row.Id == id).Select(row => (int?)row.SeriesId).SingleOrDefaultAsync(cancel);
        if (found is not { } series)
        {
            return ApiProblem.Missing;
        }

        var rows = database.Set<MeasurementRow>().AsNoTracking().Where(row => row.SeriesId == series);
        rows = DateOnly.TryParseExact(asked.After, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var last)
            ? rows.Where(row => row.Period < last) : rows;
        return TypedResults.Ok(ApiPage.Of(
            await rows.OrderByDescending(row => row.Period).Take(asked.Size + 1).ToListAsync(cancel), asked.Size,
            row => row.Period.ToString(DayFormat, CultureInfo.InvariantCulture)));
    }

    private static async Task<Results<Ok<RecordedFigures>, Conflict<RecordedFigures>, ProblemHttpResult>> RecordAsync(
        [FromHeader(Name = ApiRoutes.KeyHeader)] Guid? key, FiguresPosted posted, AppDb database, RecordFiguresHandler handler,
        CancellationToken cancel)
    {
        if (key is not { } id || id == Guid.Empty)
        {
            return ApiProblem.WithoutKey;
        }

        var (inputs, problem) = await ReadAsync(posted.Figures, database, cancel);
        if (problem is not null)
        {
            return problem;
        }

        var command = new RecordFigures(id, FigureSource.Imported, inputs)
        {
            Origin = "API",
            Note = posted.Note,
            Reason = posted.Reason,
            HasChecked = posted.HasChecked,
        };
        return await handler.HandleAsync(command, cancel) switch
        {
            Outcome<RecordedFigures>.Done { Value: { Questions.Count: > 0 } asked } => TypedResults.Conflict(asked),
            Outcome<RecordedFigures>.Done done => TypedResults.Ok(done.Value),
            Outcome<RecordedFigures>.Refused refused => ApiProblem.Refused(refused.Refusal),
            _ => ApiProblem.Missing,
        };
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> VerifyAsync([FromHeader(Name = ApiRoutes.KeyHeader)] Guid? key,
        VerificationPosted posted, VerifyFiguresHandler handler, CancellationToken cancel)
    {
        if (key is not { } id || id == Guid.Empty)
        {
            return ApiProblem.WithoutKey;
        }

        var figures = new List<(int SeriesId, DateOnly Period, short Seen)>();
        foreach (var (figure, index) in posted.Figures.Select((figure, index) => (figure, index)))
        {
            if (FigurePeriod.FromCode(figure.Period) is not { } period)
            {
                return ApiProblem.Refused(new("Kỳ viết như 2026-M5 hoặc 2026-Q2.", $"figures[{index}].period"));
            }

            if (figures.Exists(row => row.SeriesId == figure.SeriesId && row.Period == period.Start))
            {
                return Twice(index);
            }

            figures.Add((figure.SeriesId, period.Start, figure.Seen));
        }

        return await handler.HandleAsync(new VerifyFigures(id, figures), cancel) switch
        {
            Outcome.Done => TypedResults.NoContent(),
            Outcome.Refused refused => ApiProblem.Refused(refused.Refusal),
            _ => ApiProblem.Missing,
        };
    }

    /// <summary>The figures as the handler takes them, or what is wrong with the first that cannot be.</summary>
    private static async Task<(List<FigureInput> Inputs, ProblemHttpResult? Problem)> ReadAsync(IReadOnlyList<FigurePosted> posted,
        AppDb database, CancellationToken cancel)
    {
        var keys = posted.Select(figure => figure.SeriesId).ToHashSet();
        var kinds = await database.Set<Series>().AsNoTracking().Where(row => keys.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, cancel);
        var inputs = new List<FigureInput>();
        foreach (var (figure, index) in posted.Select((figure, index) => (figure, index)))
        {
            if (!kinds.TryGetValue(figure.SeriesId, out var series))
            {
                return (inputs, ApiProblem.Missing);
            }

            if (FigurePeriod.FromCode(figure.Period) is not { } period || period.Rhythm != series.Rhythm)
            {
                return (inputs, ApiProblem.Refused(new("Kỳ viết như 2026-M5 hoặc 2026-Q2, đúng nhịp đo của chỉ tiêu.",
                    $"figures[{index}].period")));
            }

            if (Figure.Read(series.Kind, figure.Numerator, figure.Denominator, figure.Value)
                is not Outcome<Figure?>.Done { Value: { } value })
            {
                return (inputs, ApiProblem.Refused(
                    new("Số liệu không hợp với cách đo của chỉ tiêu: tỷ lệ cần tử số và mẫu số, hoặc giá trị.", $"figures[{index}]")));
            }

            if (inputs.Exists(row => row.SeriesId == figure.SeriesId && row.Period == period.Start))
            {
                return (inputs, Twice(index));
            }

            inputs.Add(new(figure.SeriesId, period.Start, value, figure.Seen));
        }

        return (inputs, null);
    }

    private static ProblemHttpResult Twice(int index) =>
        ApiProblem.Refused(new("Chỉ tiêu và kỳ này có hai lần trong một lần gửi.", $"figures[{index}]"));

    private static void Describe(RouteHandlerBuilder route, string name, string summary) => route.WithName(name).WithSummary(summary)
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    /// <summary>Figures of one act.</summary>
    internal sealed record FiguresPosted : IPosted
    {
        [Required]
        [MinLength(1)]
        [MaxLength(MostFigures)]
        [Display(Name = "Số liệu")]
        public IReadOnlyList<FigurePosted> Figures { get; init; } = [];

        [Description("true: đã xem các câu hỏi của lần trả lời 409 và số liệu là đúng.")]
        public bool HasChecked { get; init; }

        [StringLength(Entry.LongestNote)]
        [Display(Name = "Ghi chú")]
        public string? Note { get; init; }

        [StringLength(CorrectFigurePage.LongestReason)]
        [Display(Name = "Lý do")]
        [Description("Cần khi sửa số liệu đã được xác nhận.")]
        public string? Reason { get; init; }
    }

    /// <summary>One figure.</summary>
    /// <param name="Period">Code such as "2026-M5" or "2026-Q2".</param>
    /// <param name="Seen">Version that the sender knows; null: none.</param>
    internal sealed record FigurePosted(int SeriesId, string Period, decimal? Numerator = null, decimal? Denominator = null,
        decimal? Value = null, short? Seen = null) : IPosted;

    /// <summary>Figures that somebody else entered and the sender has checked.</summary>
    internal sealed record VerificationPosted : IPosted
    {
        [Required]
        [MinLength(1)]
        [MaxLength(MostFigures)]
        [Display(Name = "Số liệu")]
        public IReadOnlyList<CheckedFigure> Figures { get; init; } = [];
    }

    /// <summary>One figure, in the version that was checked.</summary>
    internal sealed record CheckedFigure(int SeriesId, string Period, short Seen) : IPosted;
}

/// <summary>Which targets, and from where on.</summary>
internal sealed record TargetListing : ApiListing
{
    [FromQuery(Name = "standing")]
    [Description("Mã tình trạng, như AtRisk.")]
    public string? Standing { get; init; }

    [FromQuery(Name = "unit")]
    [Description("Đơn vị chủ trì; khong: chưa có.")]
    public string? Unit { get; init; }

    [FromQuery(Name = "plan")]
    [Description("Chỉ của kế hoạch này.")]
    public Guid? Plan { get; init; }

    [FromQuery(Name = "q")]
    [Description("Từ cần tìm, có dấu hoặc không dấu.")]
    public string? Words { get; init; }

    /// <summary>As the list's page asks.</summary>
    public ListQuery AsQuery() => ListQuery.Of(
        [
            new(TargetQuery.StandingFilter, Standing), new(TargetQuery.UnitFilter, Unit), new(TargetQuery.PlanFilter, Plan?.ToString()),
            new(TargetQuery.TextFilter, Words),
        ], After);
}
