using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Contributions;
using NamRo.Targets;
using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Targets;

/// <summary>Targets and figures through the JSON interface, with tokens.</summary>
public sealed class FigureApiTests(TestHost host)
{
    private const string Figures = "/api/v1/figures";

    [Fact]
    public async Task Get_Targets_ArePagedByKeyAndFiltered()
    {
        var (ward, targets) = await WardAsync();
        using var program = await ward.ProgramAsync(await ward.AddPersonAsync(BuiltInRole.Secretariat), TargetsPermission.All);

        var first = await ReadAsync(program, "/api/v1/targets?limit=1");
        var second = await ReadAsync(program, "/api/v1/targets?limit=1&after=" + first.GetProperty("next").GetString());
        var found = await ReadAsync(program, "/api/v1/targets?q=ho%20so");

        Assert.Equal(targets.Select(target => target.Id).Order(), new[] { IdOf(first), IdOf(second) }.Order());
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
        Assert.Equal(targets[0].Id, IdOf(found));
    }

    [Fact]
    public async Task Post_AFigure_IsTakenOnceShownAndVerifiedByAnother()
    {
        var (ward, targets) = await WardAsync();
        using var sender = await ward.ProgramAsync(await ward.AddPersonAsync(BuiltInRole.Secretariat), TargetsPermission.All);
        using var checker = await ward.ProgramAsync(await ward.AddPersonAsync(BuiltInRole.Leader), TargetsPermission.All);
        var (key, period) = (Guid.CreateVersion7(), EnterFiguresTests.Period(targets[0]).Code);
        var body = new { figures = new[] { new { seriesId = targets[0].SeriesId, period, numerator = 912, denominator = 1000 } } };
        var verified = new { figures = new[] { new { seriesId = targets[0].SeriesId, period, seen = 1 } } };

        var taken = await SendAsync(sender, Figures, body, key);
        var again = await SendAsync(sender, Figures, body, key);
        var own = await SendAsync(sender, Figures + "/verifications", verified, Guid.CreateVersion7());
        var other = await SendAsync(checker, Figures + "/verifications", verified, Guid.CreateVersion7());
        var shown = (await ReadAsync(sender, $"/api/v1/targets/{targets[0].Id}/figures")).GetProperty("items")[0];

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (taken.Status, again.Status));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.NoContent), (own.Status, other.Status));
        Assert.Equal((91.2m, true), (shown.GetProperty("value").GetDecimal(), shown.GetProperty("isVerified").GetBoolean()));
        Assert.Single(await ward.ReadAsync(database => database.Set<Entry>().ToListAsync()));
    }

    [Fact]
    public async Task Post_WhatCannotBeTaken_IsRefusedWithItsPlace()
    {
        var (ward, targets) = await WardAsync();
        using var program = await ward.ProgramAsync(await ward.AddPersonAsync(BuiltInRole.Secretariat), TargetsPermission.All);
        var period = EnterFiguresTests.Period(targets[0]).Code;

        var without = await SendAsync(program, Figures, Body(targets[0].SeriesId, period, 50), null);
        var empty = await SendAsync(program, Figures, new { figures = Array.Empty<object>() }, Guid.CreateVersion7());
        var unclear = await SendAsync(program, Figures, Body(targets[0].SeriesId, "tháng 5", 50), Guid.CreateVersion7());
        var unknown = await SendAsync(program, Figures, Body(int.MaxValue, period, 50), Guid.CreateVersion7());
        var twice = await SendAsync(program, Figures, Body(period, Enumerable.Repeat(targets[0].SeriesId, 2)), Guid.CreateVersion7());
        var missing = await SendAsync(program, Figures, new { figures = new object?[] { null } }, Guid.CreateVersion7());
        var checkedTwice = await SendAsync(program, Figures + "/verifications",
            new { figures = Enumerable.Repeat(new { seriesId = targets[0].SeriesId, period, seen = 1 }, 2) }, Guid.CreateVersion7());
        var most = await SendAsync(program, Figures, Body(period, Enumerable.Range(1_000_000, 1000)), Guid.CreateVersion7());
        var tooMany = await SendAsync(program, Figures, Body(period, Enumerable.Range(1_000_000, 1001)), Guid.CreateVersion7());
        var odd = await SendAsync(program, Figures, Body(targets[0].SeriesId, period, 150), Guid.CreateVersion7());

        Assert.Equal((HttpStatusCode.BadRequest, "idempotency-Key"), (without.Status, FieldOf(without.Body)));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "figures"), (empty.Status, FieldOf(empty.Body)));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "figures[0].period"), (unclear.Status, FieldOf(unclear.Body)));
        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "figures[1]"), (twice.Status, FieldOf(twice.Body)));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "figures[1]"), (checkedTwice.Status, FieldOf(checkedTwice.Body)));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "figures[0]"), (missing.Status, FieldOf(missing.Body)));
        // As many as may be sent are read, and found not to be there; one more is not read.
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.UnprocessableEntity), (most.Status, tooMany.Status));
        Assert.Equal(HttpStatusCode.Conflict, odd.Status);
        Assert.Equal(1, odd.Body.GetProperty("questions").GetArrayLength());
        Assert.Empty(await ward.ReadAsync(database => database.Set<Measurement>().ToListAsync()));
    }

    private static object Body(string period, IEnumerable<int> series) => new { figures = series.Select(id => new { seriesId = id, period, value = 50 }) };

    private static object Body(int series, string period, decimal value) => new { figures = new[] { new { seriesId = series, period, value } } };

    private static string? FieldOf(JsonElement problem) => problem.GetProperty("field").GetString();

    private static Guid IdOf(JsonElement page) => page.GetProperty("items")[0].GetProperty("id").GetGuid();

    private static async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(HttpClient program, string path, object content, Guid? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(content) };
        if (key is { } value)
        {
            request.Headers.Add("Idempotency-Key", value.ToString());
        }

        using var answer = await program.SendAsync(request);
        return (answer.StatusCode, answer.StatusCode == HttpStatusCode.NoContent ? default : await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    private static async Task<JsonElement> ReadAsync(HttpClient program, string path)
    {
        using var answer = await program.GetAsync(new Uri(path, UriKind.Relative));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>A ward with two promises that begin in a month that is over.</summary>
    private async Task<(TestWard Ward, List<TargetRow> Targets)> WardAsync()
    {
        var ward = await TestWard.CreateAsync(host);
        var unit = await ward.AddUnitAsync("Trung tâm Phục vụ hành chính công");
        var month = (await ward.TodayAsync()).AddMonths(-1);
        var (plan, start) = (Guid.CreateVersion7(), new DateOnly(month.Year, month.Month, 1));
        return (ward, await ward.OpenAsync(Promises.Online(plan) with { LeadUnitId = unit, StartsOn = start },
            Promises.Initiatives(plan) with { LeadUnitId = unit, StartsOn = start }));
    }
}
