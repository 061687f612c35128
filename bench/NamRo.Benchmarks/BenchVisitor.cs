using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;

namespace NamRo.Benchmarks;

/// <summary>A signed-in person without a browser.</summary>
internal sealed partial class BenchVisitor : IDisposable
{
    private const string Password = "Mat-khau-do-1234";

    private readonly HttpClient client;

    private BenchVisitor(Uri address) =>
        client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = address };

    /// <summary>What a browser needs to go on as the same person.</summary>
    public CookieContainer Cookies { get; } = new();

    /// <summary>Gives the ward a person in that role.</summary>
    /// <returns>Their name at sign-in.</returns>
    public static async Task<string> AddAsync(IServiceProvider inside, string role)
    {
        var account = new Account { UserName = "do-" + role.Replace('_', '-'), DisplayName = "Người đo" };
        var made = await inside.GetRequiredService<UserManager<Account>>().CreateAsync(account, Password);
        if (!made.Succeeded)
        {
            throw new InvalidOperationException(string.Join(' ', made.Errors.Select(error => error.Description)));
        }

        var database = inside.GetRequiredService<AppDb>();
        database.Add(new RoleAssignment { Id = Guid.CreateVersion7(), AccountId = account.Id, RoleCode = role, ValidFrom = new DateOnly(2020, 1, 1) });
        inside.GetRequiredService<Kernel.Events.EventLog>().Record(new Administration.Contracts.RoleGiven(
            new EventSubject(nameof(Account), account.Id, account.UserName), role, null));
        await database.SaveChangesAsync();
        return account.UserName;
    }

    /// <summary>What the database keeps of the password that all accounts of a bench have.</summary>
    public static string HashPassword(IServiceProvider services) =>
        services.GetRequiredService<IPasswordHasher<Account>>().HashPassword(new Account(), Password);

    /// <summary>Posts the rendered form, as a browser does.</summary>
    public static async Task<BenchVisitor> SignInAsync(Uri address, string userName)
    {
        var visitor = new BenchVisitor(address);
        var form = await visitor.client.GetStringAsync(new Uri("/dang-nhap", UriKind.Relative));
        using var fields = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = Token().Match(form).Groups[1].Value,
            ["Input.UserName"] = userName,
            ["Input.Password"] = Password,
        });
        using var answer = await visitor.client.PostAsync(new Uri("/dang-nhap", UriKind.Relative), fields);
        return answer.StatusCode == HttpStatusCode.Redirect ? visitor : throw new InvalidOperationException($"Sign-in answered {answer.StatusCode}.");
    }

    /// <summary>Milliseconds until the last byte.</summary>
    public async Task<double> GetAsync(string path)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        await answer.Content.ReadAsByteArrayAsync();
        return answer.StatusCode == HttpStatusCode.OK ? watch.Elapsed.TotalMilliseconds
            : throw new InvalidOperationException($"{path} answered {answer.StatusCode}.");
    }

    /// <summary>Enters another figure for the first series.</summary>
    public async Task ChangeAsync(DateOnly period, int numerator, int denominator, int seen)
    {
        var body = new
        {
            hasChecked = true,
            reason = "đo tốc độ",
            figures = new[] { new { seriesId = 1, period = $"{period.Year}-M{period.Month}", numerator, denominator, seen } },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/figures", UriKind.Relative)) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        using var answer = await client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose() => client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
