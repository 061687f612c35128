using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Administration.Domain;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;

namespace NamRo.Administration;

/// <summary>Fills a new database: communes, roles, the city and its first administrator. Safe to run at every start.</summary>
internal sealed class Installation(AppDb database, ModuleCatalogue modules, UserManager<Account> accounts, CurrentWard ward,
    EventLog events,
    WardClock clock, CalendarStore calendar) : IInstallation
{
    public const string AdministratorName = "quantri";

    /// <inheritdoc/>
    public async Task<InstallationReport> RunAsync(CancellationToken cancel)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancel);
        var communes = await LoadCommunesAsync(cancel);
        await LoadRolesAsync(cancel);
        await calendar.AddShippedAsync(cancel);
        var city = await LoadCityAsync(communes[0], cancel);
        await database.SaveChangesAsync(cancel);
        ward.Enter(city.Id, city.Name, city.Code, isCity: true);
        await database.EnterWardAsync(city.Id, city.Name, cancel);
        var password = await accounts.Users.AnyAsync(cancel) ? null : await CreateAdministratorAsync(city, cancel);
        await transaction.CommitAsync(cancel);
        return new InstallationReport(password is null ? [] :
            [$"Tài khoản quản trị: {AdministratorName}", $"Mật khẩu dùng một lần (chỉ hiện lần này): {password}"]);
    }

    /// <summary>A random password that meets the rules and avoids letters that look alike.</summary>
    public static string NewPassword()
    {
        var groups = Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz", 4));
        return string.Join('-', groups) + "-" + RandomNumberGenerator.GetString("ABCDEFGHJKMNPQRSTUVWXYZ", 2)
            + RandomNumberGenerator.GetInt32(100, 1000).ToString(CultureInfo.InvariantCulture);
    }

    private async Task<IReadOnlyList<Commune>> LoadCommunesAsync(CancellationToken cancel)
    {
        var listed = CommuneList.Read();
        var known = await database.Set<Commune>().Select(row => row.Code).ToHashSetAsync(cancel);
        database.AddRange(listed.Where(row => !known.Contains(row.Code)));
        return listed;
    }

    private async Task LoadRolesAsync(CancellationToken cancel)
    {
        var known = await database.Set<RoleRecord>().Select(row => row.Code).ToHashSetAsync(cancel);
        database.AddRange(AdministrationPermission.BuiltInRoles.Where(role => !known.Contains(role.Code))
            .Select(role => new RoleRecord { Code = role.Code, Title = role.Title, IsBuiltIn = true }));
        var held = await database.Set<RolePermission>().Select(row => row.PermissionCode).ToHashSetAsync(cancel);
        database.AddRange(modules.Permissions.Values.Where(permission => !held.Contains(permission.Code))
            .SelectMany(permission =>
                permission.Roles.Distinct().Select(role => new RolePermission { RoleCode = role, PermissionCode = permission.Code })));
    }

    private async Task<WardRecord> LoadCityAsync(Commune sample, CancellationToken cancel)
    {
        var city = await database.Set<WardRecord>().SingleOrDefaultAsync(row => row.Code == sample.ProvinceCode, cancel);
        if (city is null)
        {
            city = new WardRecord
            {
                Id = Guid.CreateVersion7(clock.Now),
                Code = sample.ProvinceCode,
                Name = sample.ProvinceName,
                Kind = WardRecord.CityKind,
                CreatedAt = clock.Now,
            };
            database.Add(city);
        }

        return city;
    }

    private async Task<string> CreateAdministratorAsync(WardRecord city, CancellationToken cancel)
    {
        var password = NewPassword();
        var account = new Account { UserName = AdministratorName, DisplayName = "Quản trị hệ thống", MustChangePassword = true };
        var result = await accounts.CreateAsync(account, password);
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(" ", result.Errors.Select(error => error.Description)));
        }

        database.Add(new RoleAssignment
        {
            Id = Guid.CreateVersion7(clock.Now),
            AccountId = account.Id,
            RoleCode = BuiltInRole.CityAdmin,
            ValidFrom = clock.Today,
        });
        events.Record(new SystemInstalled(new EventSubject(nameof(WardRecord), city.Id, city.Name)));
        await database.SaveChangesAsync(cancel);
        return password;
    }
}
