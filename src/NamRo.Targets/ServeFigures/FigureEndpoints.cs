using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Pages;
using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;

namespace NamRo.Targets;

/// <summary>Targets and figures for other programs; writing goes through the same handler and rules as the grid.</summary>
internal static class FigureEndpoints
{
    public const int MostTargets = 200;
    public const int MostFigures = 1000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/targets", ListAsync)
            .WithMetadata(new RequirePermissionAttribute(TargetsPermission.Read)).WithName("ListTargets");
        routes.MapGet("/api/targets/{id:guid}/figures", FiguresAsync)
            .WithMetadata(new RequirePermissionAttribute(TargetsPermission.Read)).WithName("ListFigures");
        routes.MapPost("/api/figures", RecordAsync)
            .WithMetadata(new RequirePermissionAttribute(TargetsPermission.Enter)).WithName("RecordFigures");
    }

    /// <summary>Targets by key; the next page begins after the last key.</summary>
    private static async Task<Ok<List<TargetRow>>> ListAsync(AppDb database, Guid? after, TargetStanding? standing,
        CancellationToken cancel)
    {
        var rows = database.Set<TargetRow>().AsNoTracking().Where(row => row.EndedOn == null);
        rows = after is { } last ? rows.Where(row => row.Id > last) : rows;
        rows = standing is { } sought ? rows.Where(row => row.Standing == sought) : rows;
        return TypedResults.Ok(await rows.OrderBy(row => row.Id).Take(MostTargets).ToListAsync(cancel));
    }

    private static async Task<Results<Ok<List<MeasurementRow>>, NotFound>> FiguresAsync(Guid id, AppDb database, CancellationToken cancel)
    {
        var series = await database.Set<Target>().Where(row => row.Id == id).Select(row => (int?)row.SeriesId).SingleOrDefaultAsync(cancel);
        return series is null
            ? TypedResults.NotFound()
            : TypedResults.Ok(await database.Set<MeasurementRow>().AsNoTracking().Where(row => row.SeriesId == series)
                .OrderByDescending(row => row.Period).Take(MostFigures).ToListAsync(cancel));
    }

    private static async Task<Results<Ok<RecordedFigures>, Conflict<RecordedFigures>, NotFound, UnprocessableEntity<string>>> RecordAsync(
        FiguresPosted posted, AppDb database, RecordFiguresHandler handler, CancellationToken cancel)
    {
        if (posted.EntryId == Guid.Empty || posted.Figures.Count is 0 or > MostFigures || posted.Note?.Length > Entry.LongestNote)
        {
            return TypedResults.UnprocessableEntity(
                $"Cần entryId và từ 1 đến {MostFigures} số liệu; ghi chú không quá {Entry.LongestNote} chữ.");
        }

        var keys = posted.Figures.Select(figure => figure.SeriesId).ToHashSet();
        var kinds = await database.Set<Series>().Where(row => keys.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row, cancel);
        var inputs = new List<FigureInput>();
        foreach (var figure in posted.Figures)
        {
            if (!kinds.TryGetValue(figure.SeriesId, out var series))
            {
                return TypedResults.NotFound();
            }

            if (FigurePeriod.FromCode(figure.Period) is not { } period || period.Rhythm != series.Rhythm
                || Figure.Read(series.Kind, figure.Numerator, figure.Denominator, figure.Value)
                    is not Outcome<Figure?>.Done { Value: { } value })
            {
                return TypedResults.UnprocessableEntity(
                    $"Số liệu {figure.SeriesId} kỳ {figure.Period} không hợp lệ với cách đo của chỉ tiêu.");
            }

            inputs.Add(new(figure.SeriesId, period.Start, value, figure.Seen));
        }

        var command = new RecordFigures(posted.EntryId, FigureSource.Imported, inputs)
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
            Outcome<RecordedFigures>.Refused refused => TypedResults.UnprocessableEntity(refused.Refusal.Message),
            _ => TypedResults.NotFound(),
        };
    }

    /// <summary>Figures of one act.</summary>
    /// <param name="EntryId">Chosen by the sender: the same act sent twice is taken once.</param>
    /// <param name="HasChecked">True answers the questions of a former answer 409.</param>
    internal sealed record FiguresPosted([property: Required] Guid EntryId, IReadOnlyList<FigurePosted> Figures, bool HasChecked = false,
        string? Note = null, string? Reason = null);

    /// <summary>One figure.</summary>
    /// <param name="Period">Code such as "2026-M5" or "2026-Q2".</param>
    /// <param name="Seen">Version that the sender knows; null: none.</param>
    internal sealed record FigurePosted(int SeriesId, string Period, decimal? Numerator = null, decimal? Denominator = null,
        decimal? Value = null, short? Seen = null);
}
