using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Access;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;
using NamRo.Language;

namespace NamRo.Administration;

/// <param name="Code">Made when the form was asked for.</param>
/// <param name="Seen">The version that was shown; 0: a new role.</param>
internal sealed record EditRole(string Code, string Title, IReadOnlyList<string> Permissions, int Seen);

internal sealed record RemoveRole(string Code);

/// <summary>Makes and changes a ward's own roles, and removes those that nobody holds.</summary>
internal sealed class EditRoleHandler(AppDb database, RoleCatalogue catalogue, AccessDirectory directory, EventLog events)
{
    private const int MostRoles = 50;

    public async Task<Outcome> HandleAsync(EditRole command, CancellationToken cancel)
    {
        var roles = await catalogue.ListAsync(cancel);
        var known = roles.FirstOrDefault(one => one.Code == command.Code);
        if (known is not null && command.Seen == 0)
        {
            return Outcome.Success;
        }

        if (Refuse(command, roles, known) is { } refusal)
        {
            return refusal;
        }

        var role = await FindAsync(command.Code, cancel);
        if (role is null && command.Seen != 0)
        {
            return Outcome.Missing;
        }

        if (role is null)
        {
            role = new WardRole { WardId = database.WardId, Code = command.Code };
            database.Add(role);
        }

        role.Change(command.Title, [.. command.Permissions.Distinct()]);
        events.Record(new RoleDefined(SubjectOf(role),
            [.. role.Permissions.Select(row => row.PermissionCode).Order(StringComparer.Ordinal)]));
        await database.SaveChangesAsync(cancel);
        directory.Forget();
        return Outcome.Success;
    }

    public async Task<Outcome> HandleAsync(RemoveRole command, CancellationToken cancel)
    {
        if (await FindAsync(command.Code, cancel) is not { } role)
        {
            return Outcome.Missing;
        }

        if (await database.Set<RoleAssignment>().AnyAsync(row => row.RoleCode == command.Code && row.ValidTo == null, cancel))
        {
            return new Refusal("Còn người đang giữ vai trò này. Hãy thu vai trò trước.");
        }

        database.Remove(role);
        events.Record(new RoleRemoved(SubjectOf(role)));
        await database.SaveChangesAsync(cancel);
        return Outcome.Success;
    }

    private Refusal? Refuse(EditRole command, IReadOnlyList<RoleEntry> roles, RoleEntry? known)
    {
        if (known is not null && known.Version != command.Seen)
        {
            return AdministrationRefusals.ChangedMeanwhile;
        }

        if (roles.Any(role => role.Code != command.Code && VietnameseText.AreSame(role.Title, command.Title)))
        {
            return Refusal.With($"Đã có vai trò “{command.Title}”. Hãy chọn tên khác.", "Input.Title");
        }

        var offered = catalogue.OfferedFor(known).Select(permission => permission.Code).ToHashSet(StringComparer.Ordinal);
        if (command.Permissions.Count == 0 || command.Permissions.Any(code => !offered.Contains(code)))
        {
            return new Refusal("Hãy chọn ít nhất một quyền, trong những quyền anh, chị đang có.", "Input.Permissions");
        }

        return known is null && roles.Count(role => !role.IsBuiltIn) >= MostRoles
            ? Refusal.With($"Phường, xã đặt được tối đa {MostRoles} vai trò.") : null;
    }

    private Task<WardRole?> FindAsync(string code, CancellationToken cancel) =>
        database.Set<WardRole>().Include(role => role.Permissions).SingleOrDefaultAsync(role => role.Code == code, cancel);

    private static EventSubject SubjectOf(WardRole role) => new(nameof(WardRole), Guid.ParseExact(role.Code, "N"), role.Title);
}

[EventTitle("Đặt vai trò của phường, xã")]
internal sealed record RoleDefined(EventSubject Subject, IReadOnlyList<string> Permissions) : WardEvent(Subject);

[EventTitle("Bỏ vai trò của phường, xã")]
internal sealed record RoleRemoved(EventSubject Subject) : WardEvent(Subject);
