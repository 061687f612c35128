using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using NamRo.Administration.Contracts;
using NamRo.Administration.Domain;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Time;

namespace NamRo.Administration;

/// <summary>
/// Wards with invented people in every role, for demonstration and training. All accounts share one password: the one configured as
/// <c>Demo:Password</c>, else a random one, printed once.
/// </summary>
internal sealed class DemoInstallation(AppDb database, UserManager<Account> accounts, OpenWardHandler open, AppointPersonHandler appoint,
    EventLog events, WardClock clock, IConfiguration configuration) : IDemoInstallation
{
    public async Task<InstallationReport> RunAsync(CancellationToken cancel)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancel);
        var city = await database.Set<WardRecord>().AsNoTracking().SingleAsync(row => row.Kind == WardRecord.CityKind, cancel);
        var codes = CsvResource.Read("demo-wards.csv").Select(cells => cells[0]).ToList();
        if (await database.Set<WardRecord>().AnyAsync(row => codes.Contains(row.Code), cancel))
        {
            return new InstallationReport([]);
        }

        var password = configuration["Demo:Password"] ?? Installation.NewPassword();
        foreach (var code in codes)
        {
            await EnterAsync(city.Id, city.Name, cancel);
            await AddWardAsync(code, password, cancel);
        }

        await EnterAsync(city.Id, city.Name, cancel);
        await AddPersonAsync("Ngô Hải Yến", BuiltInRole.CityViewer, "thanhpho", password, cancel);
        await transaction.CommitAsync(cancel);
        var names = CsvResource.Read("demo-people.csv").Select(cells => cells[5]);
        return new InstallationReport([
            $"Dữ liệu trình diễn: {codes.Count} phường ({string.Join(", ", codes)}).",
            $"Tài khoản: <vai trò>.<mã phường>, vai trò là {string.Join(", ", names)}; toàn thành phố: thanhpho. Ví dụ: lanhdao.{codes[0]}",
            $"Mật khẩu chung (chỉ hiện lần này): {password}"]);
    }

    private Task EnterAsync(Guid id, string name, CancellationToken cancel)
    {
        database.ChangeTracker.Clear();
        return database.EnterWardAsync(id, name, cancel);
    }

    private async Task AddWardAsync(string code, string password, CancellationToken cancel)
    {
        var outcome = await open.HandleAsync(new OpenWard(code, "Quản trị ban đầu", "quantri." + code), cancel);
        if (outcome is Outcome<OpenedWard>.Refused refused)
        {
            throw new InvalidOperationException(refused.Refusal.Message);
        }

        var units = await database.Set<OrgUnit>().AsNoTracking().ToListAsync(cancel);
        foreach (var cells in CsvResource.Read("demo-people.csv"))
        {
            var unit = units.Last(row => row.Kind == Enum.Parse<OrgUnitKind>(cells[1]));
            var person = await AddPersonAsync(cells[0], cells[4], $"{cells[5]}.{code}", password, cancel);
            await appoint.HandleAsync(new AppointPerson(person, unit.Id, cells[2], cells[3] == "true", clock.Today), cancel);
        }
    }

    private async Task<Guid> AddPersonAsync(string fullName, string role, string userName, string password, CancellationToken cancel)
    {
        var account = new Account { UserName = userName, DisplayName = fullName };
        var result = await accounts.CreateAsync(account, password);
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(result.Errors.First().Description);
        }

        var person = Person.Create(Guid.CreateVersion7(clock.Now), fullName, null, null);
        person.AccountId = account.Id;
        database.Add(person);
        database.Add(new RoleAssignment
        {
            Id = Guid.CreateVersion7(clock.Now),
            AccountId = account.Id,
            RoleCode = role,
            ValidFrom = clock.Today,
        });
        events.Record(new PersonCreated(PersonSubject.Of(person)));
        events.Record(new RoleGiven(PersonSubject.Of(person), role, null));
        await database.SaveChangesAsync(cancel);
        return person.Id;
    }
}
