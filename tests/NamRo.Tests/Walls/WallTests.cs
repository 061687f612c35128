using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Kernel.Notices;
using NamRo.Tests.Fixtures;
using Npgsql;

namespace NamRo.Tests.Walls;

/// <summary>
/// Tries every route of the host, and every handler of every page, with the keys of one ward as a user of another who holds every role
/// there. New routes are tried by themselves.
/// </summary>
[Collection("jobs")]
public sealed class WallTests(TestHost host)
{
    [Fact]
    public async Task Get_EveryRouteWithKeysOfAnotherWard_IsNotFoundAndTellsNothing()
    {
        var sample = await WallSample.CreateAsync(host);
        using var owner = await WallSample.SignInWithAllRolesAsync(host, sample.Ward, sample.Unit);
        using var stranger = await WallSample.SignInWithAllRolesAsync(host, await TestWard.CreateAsync(host));
        var keys = sample.Keys.Append(await NoticeOfAsync(owner, sample)).Append(await UploadOfAsync(owner)).ToList();
        var wrong = new List<string>();
        foreach (var route in HostRoutes.Of(host, "GET"))
        {
            var addresses = HostRoutes.AddressesOf(route, keys, sample.Parents).ToList();
            var mine = HostRoutes.HasKey(route) ? await FindOwnAsync(owner, addresses) : null;
            if (HostRoutes.HasKey(route) && mine is null)
            {
                wrong.Add($"No object of the sample ward answers at {HostRoutes.Pattern(route)}: add one to WallSample.FillAsync.");
            }

            foreach (var address in addresses)
            {
                var answer = await stranger.GetAsync(address);
                if (Judge(route, answer) is { } fault)
                {
                    wrong.Add($"GET {address}: {fault}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Post_EveryHandlerWithKeysOfAnotherWard_ChangesNothingThereAndTakesNothingHere()
    {
        var sample = await WallSample.CreateAsync(host);
        var own = await TestWard.CreateAsync(host);
        using var stranger = await WallSample.SignInWithAllRolesAsync(host, own);
        var token = await HostRoutes.TokenAsync(stranger);
        var before = await WallSample.DumpAsync(host, sample.Ward.Id);
        var (wrong, tried) = (new List<string>(), 0);
        foreach (var route in HostRoutes.Of(host, "POST"))
        {
            foreach (var handler in await HostRoutes.HandlersAsync(host, route))
            {
                foreach (var key in sample.Keys)
                {
                    foreach (var address in HostRoutes.AddressesOf(route, [key], sample.Parents))
                    {
                        tried++;
                        var target = handler.Name is null ? address : $"{address}?handler={handler.Name}";
                        var answer = await stranger.PostAsync(target, [.. handler.Fill(key, HostRoutes.HasKey(route)), token]);
                        if (Judge(route, answer, isPost: true) is { } fault)
                        {
                            wrong.Add($"POST {target}: {fault}");
                        }
                    }
                }
            }
        }

        Assert.True(tried > 100, "The handlers were not found.");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct()));
        Assert.Equal(before, await WallSample.DumpAsync(host, sample.Ward.Id));
        var taken = await WallSample.DumpAsync(host, own.Id);
        Assert.DoesNotContain(sample.Keys, key => taken.Contains(key.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Sql_AsTheApplicationWithoutAWard_SeesNoRowOfAnyTable()
    {
        var sample = await WallSample.CreateAsync(host);
        await using var all = NpgsqlDataSource.Create(host.Cluster.Connection("postgres"));
        await using var application = NpgsqlDataSource.Create(host.Cluster.Connection("namro_app"));
        var (seen, filled) = (new List<string>(), 0);
        foreach (var table in (await WallSample.TablesAsync(all)).Where(table => table != "kernel.job"))
        {
            await using var command = application.CreateCommand($"select count(*) from {table}");
            await using var truth = all.CreateCommand($"select count(*) from {table} where ward_id = '{sample.Ward.Id}'");
            filled += await truth.ExecuteScalarAsync() is > 0L ? 1 : 0;
            if (await command.ExecuteScalarAsync() is not 0L)
            {
                seen.Add(table);
            }
        }

        Assert.Empty(seen);
        Assert.True(filled > 12, "The sample ward is nearly empty.");
    }

    [Fact]
    public void Judge_PlantedLeaks_AreFound()
    {
        var keyed = HostRoutes.Of(host, "GET").First(HostRoutes.HasKey);

        Assert.NotNull(Judge(keyed, Answer(HttpStatusCode.OK, "")));
        Assert.NotNull(Judge(keyed, Answer(HttpStatusCode.NotFound, $"<p>{WallSample.Secret}</p>")));
        Assert.NotNull(Judge(keyed, Answer(HttpStatusCode.InternalServerError, "")));
        Assert.Null(Judge(keyed, Answer(HttpStatusCode.NotFound, "")));
    }

    private static Page Answer(HttpStatusCode status, string text) => new("/x", status, null, text, new AngleSharp.Html.Parser.HtmlParser().ParseDocument(text));

    /// <summary>What is wrong with an answer to a stranger, or null. Bad input may be told before the thing is looked for.</summary>
    private static string? Judge(RouteEndpoint route, Page answer, bool isPost = false) => answer switch
    {
        _ when answer.Text.Contains(WallSample.Secret, StringComparison.OrdinalIgnoreCase)
            || answer.Text.Contains("bimatxyz", StringComparison.OrdinalIgnoreCase) => "tells what belongs to another ward",
        _ when (int)answer.Status >= 500 => $"breaks ({(int)answer.Status})",
        _ when answer.Location?.StartsWith("/dang-nhap", StringComparison.Ordinal) == true
            && !HostRoutes.Pattern(route).StartsWith("dang-nhap", StringComparison.Ordinal) => "the sign-in ended, so nothing was tried",
        _ when isPost && answer.Status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.UnsupportedMediaType => null,
        _ when HostRoutes.HasKey(route) && answer.Status is not (HttpStatusCode.NotFound or HttpStatusCode.Forbidden or HttpStatusCode.BadRequest) =>
            $"answers {(int)answer.Status} where the thing is another ward's",
        _ => null,
    };

    private static async Task<string?> FindOwnAsync(Browser owner, IEnumerable<string> addresses)
    {
        foreach (var address in addresses)
        {
            if ((await owner.GetAsync(address)).Status is HttpStatusCode.OK or HttpStatusCode.Redirect)
            {
                return address;
            }
        }

        return null;
    }

    /// <summary>A file that the person who looks as the owner is sending: it is each person's own.</summary>
    private static async Task<Guid> UploadOfAsync(Browser owner)
    {
        using var answer = await owner.Client.PostAsJsonAsync(new Uri("/ke-hoach/tai-len/phan", UriKind.Relative),
            new { fileName = WallSample.Secret + ".txt", size = 10L, modified = 1L });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    /// <summary>A notice to the person who looks as the owner: notices are each person's own.</summary>
    private static async Task<Guid> NoticeOfAsync(Browser owner, WallSample sample)
    {
        var words = (await owner.GetAsync("/tai-khoan")).Words;
        var person = await sample.Ward.ReadAsync(database => database.Set<NamRo.Administration.Domain.Person>()
            .Where(row => words.Contains(row.FullName)).Select(row => row.Id).SingleAsync());
        await sample.Ward.InsideAsync(async (database, services) =>
        {
            services.GetRequiredService<NoticeBoard>().Post(new Notice(person, "administration.role", WallSample.Secret, "/"));
            await database.SaveChangesAsync();
        });
        return await sample.Ward.ReadAsync(database => database.Set<NoticeRow>().Where(row => row.PersonId == person).Select(row => row.Id).SingleAsync());
    }
}
