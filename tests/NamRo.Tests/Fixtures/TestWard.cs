using System.Net.Http.Headers;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Administration.Domain;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;

namespace NamRo.Tests.Fixtures;

/// <summary>A ward of a test's own, with people who can sign in.</summary>
public sealed class TestWard
{
    public const string Password = "Mat-khau-thu-1234";

    private readonly TestHost host;

    private TestWard(TestHost host, Guid id, string name) => (this.host, Id, Name) = (host, id, name);

    public Guid Id { get; }

    public string Name { get; }

    public static async Task<TestWard> CreateAsync(TestHost host)
    {
        var id = Guid.CreateVersion7();
        var ward = new TestWard(host, id, "Phường thử " + id.ToString("N")[20..]);
        await ward.InsideAsync(async (database, services) =>
        {
            var now = services.GetRequiredService<WardClock>().Now;
            database.Add(new WardRecord { Id = id, Code = id.ToString("N"), Name = ward.Name, Kind = "phuong", CreatedAt = now });
            await database.SaveChangesAsync();
        });
        return ward;
    }

    /// <summary>A ward that exists already, such as the city.</summary>
    public static TestWard Of(TestHost host, Guid id, string name) => new(host, id, name);

    /// <summary>Runs in the ward, in one transaction.</summary>
    public async Task InsideAsync(Func<AppDb, IServiceProvider, Task> work)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentWard>().Enter(Id, Name);
        var database = scope.ServiceProvider.GetRequiredService<AppDb>();
        await using var transaction = await database.Database.BeginTransactionAsync();
        await work(database, scope.ServiceProvider);
        await transaction.CommitAsync();
    }

    /// <summary>Makes an account with a role and gives back its user name.</summary>
    /// <param name="person">Also puts a person of this key on the ward's list of staff.</param>
    public async Task<string> AddPersonAsync(string role = BuiltInRole.WardAdmin, Guid? person = null, string? email = null)
    {
        var name = "u" + Guid.CreateVersion7().ToString("N")[16..];
        await InsideAsync(async (database, services) =>
        {
            var account = new Account { UserName = name, DisplayName = "Người " + name };
            var result = await services.GetRequiredService<UserManager<Account>>().CreateAsync(account, Password);
            Assert.True(result.Succeeded, string.Join(" ", result.Errors.Select(error => error.Description)));
            database.Add(new RoleAssignment
            {
                Id = Guid.CreateVersion7(),
                AccountId = account.Id,
                RoleCode = role,
                ValidFrom = services.GetRequiredService<WardClock>().Today,
            });
            if (person is { } id)
            {
                var row = Person.Create(id, account.DisplayName, email, null);
                row.AccountId = account.Id;
                database.Add(row);
            }

            services.GetRequiredService<EventLog>().Record(new TestHappened(new EventSubject("Account", account.Id, name)));
            await database.SaveChangesAsync();
        });
        return name;
    }

    /// <summary>A browser in which a new person with the role is signed in through the real form.</summary>
    public async Task<Browser> SignInAsync(string role = BuiltInRole.WardAdmin, Guid? person = null)
    {
        var name = await AddPersonAsync(role, person);
        var browser = host.NewBrowser();
        var answer = await browser.SubmitAsync(await browser.GetAsync("/dang-nhap"),
            new Dictionary<string, string> { ["Input.UserName"] = name, ["Input.Password"] = Password });
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.Status);
        return browser;
    }

    /// <summary>A program with a token of the account, for as many permissions.</summary>
    public async Task<HttpClient> ProgramAsync(string userName, IEnumerable<Permission> permissions)
    {
        var key = WardKey.Create(Id, Guid.CreateVersion7());
        await InsideAsync(async (database, services) =>
        {
            var account = await database.Set<Account>().Where(row => row.UserName == userName).Select(row => row.Id).SingleAsync();
            var clock = services.GetRequiredService<WardClock>();
            var token = ApiToken.Create(key, account, "Thử", permissions.Select(permission => permission.Code), clock.Today.AddDays(30), clock.Now);
            database.Add(token);
            services.GetRequiredService<EventLog>().Record(new TokenCreated(token.AsSubject, token.Permissions, token.ExpiresOn));
            await database.SaveChangesAsync();
        });
        var program = new HttpClient { BaseAddress = host.Address };
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ApiToken.Prefix + key);
        return program;
    }

    public Task<List<LoggedEvent>> EventsAsync() => ReadAsync(database => database.Set<LoggedEvent>().OrderBy(row => row.Sequence).ToListAsync());

    public async Task<T> ReadAsync<T>(Func<AppDb, Task<T>> read)
    {
        var result = default(T);
        await InsideAsync(async (database, _) => result = await read(database));
        return result!;
    }
}

public sealed record TestHappened(EventSubject Subject) : WardEvent(Subject);
