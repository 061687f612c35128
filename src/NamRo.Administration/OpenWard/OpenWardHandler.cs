using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Administration.Domain;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Time;

namespace NamRo.Administration;

internal sealed record OpenWard(string CommuneCode, string AdministratorName, string UserName);

/// <summary>What is told once after a ward was opened.</summary>
internal sealed record OpenedWard(string Name, string UserName, string Password);

/// <summary>
/// Lets a commune begin to use the system: its row, the organs that every commune has by NĐ 150/2025, and its first administrator.
/// Afterwards the
/// transaction stands in the new ward.
/// </summary>
internal sealed class OpenWardHandler(AppDb database, UserManager<Account> accounts, EventLog events, WardClock clock)
{
    public async Task<Outcome<OpenedWard>> HandleAsync(OpenWard command, CancellationToken cancel)
    {
        var commune = await database.Set<Commune>().SingleOrDefaultAsync(row => row.Code == command.CommuneCode, cancel);
        if (commune is null)
        {
            return new Outcome<OpenedWard>.NotFound();
        }

        if (await database.Set<WardRecord>().AnyAsync(row => row.Code == commune.Code, cancel))
        {
            return Refusal.With($"{commune.FullName} đã được mở trên hệ thống.");
        }

        var password = Installation.NewPassword();
        var account =
            new Account { UserName = command.UserName.Trim(), DisplayName = command.AdministratorName.Trim(), MustChangePassword = true };
        var result = await accounts.CreateAsync(account, password);
        if (!result.Succeeded)
        {
            return new Refusal(result.Errors.First().Description, "Input.UserName");
        }

        await AddWardAsync(commune, account, cancel);
        return new OpenedWard(commune.FullName, command.UserName.Trim(), password);
    }

    private async Task AddWardAsync(Commune commune, Account account, CancellationToken cancel)
    {
        var ward = new WardRecord
        {
            Id = Guid.CreateVersion7(clock.Now),
            Code = commune.Code,
            Name = commune.FullName,
            Kind = commune.Kind,
            CreatedAt = clock.Now,
        };
        var opened = new WardOpened(new EventSubject(nameof(WardRecord), ward.Id, ward.Name));
        database.Add(ward);
        events.Record(opened);
        await database.SaveChangesAsync(cancel);

        await database.EnterWardAsync(ward.Id, ward.Name, cancel);
        var person = Person.Create(Guid.CreateVersion7(clock.Now), account.DisplayName, null, null);
        person.AccountId = account.Id;
        database.Add(person);
        database.Add(new RoleAssignment
        {
            Id = Guid.CreateVersion7(clock.Now),
            AccountId = account.Id,
            RoleCode = BuiltInRole.WardAdmin,
            ValidFrom = clock.Today,
        });
        database.AddRange(StandardUnits.For(commune.Kind, clock));
        events.Record(opened);
        await database.SaveChangesAsync(cancel);
        database.ChangeTracker.Clear();
    }
}
