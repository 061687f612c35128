using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Access;
using NamRo.Administration.Domain;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;

namespace NamRo.Administration;

internal sealed record CreateToken(Guid Id, string Name, IReadOnlyList<string> Permissions, DateOnly ExpiresOn);

internal sealed record RevokeToken(Guid Id);

/// <summary>Makes keys for other programs, and ends them.</summary>
internal sealed class CreateTokenHandler(AppDb database, ModuleCatalogue modules, CurrentUser user, AccessDirectory directory,
    EventLog events, WardClock clock)
{
    private const int MostTokens = 50;

    /// <summary>What a token of the user may be given: nobody gives more than they hold.</summary>
    public IEnumerable<Permission> Offered => modules.Permissions.Values.Where(permission => user.May(permission.Code));

    /// <returns>The key, to be shown once; null: the same form was sent before.</returns>
    public async Task<Outcome<string?>> HandleAsync(CreateToken command, CancellationToken cancel)
    {
        var tokens = await database.Set<ApiToken>().Where(row => row.RevokedAt == null).Select(row => row.Id).ToListAsync(cancel);
        if (tokens.Contains(command.Id))
        {
            return (string?)null;
        }

        if (Refuse(command) is { } refusal)
        {
            return refusal;
        }

        if (tokens.Count >= MostTokens)
        {
            return Refusal.With($"Phường, xã có nhiều nhất {MostTokens} mã truy cập. Hãy thu hồi mã không dùng nữa.");
        }

        var key = WardKey.Create(database.WardId, command.Id);
        var token = ApiToken.Create(key, user.Id!.Value, command.Name, command.Permissions, command.ExpiresOn, clock.Now);
        database.Add(token);
        events.Record(new TokenCreated(token.AsSubject, token.Permissions, token.ExpiresOn));
        await database.SaveChangesAsync(cancel);
        directory.Forget();
        return ApiToken.Prefix + key;
    }

    public async Task<Outcome> HandleAsync(RevokeToken command, CancellationToken cancel)
    {
        if (await database.Set<ApiToken>().SingleOrDefaultAsync(row => row.Id == command.Id, cancel) is not { } token)
        {
            return Outcome.Missing;
        }

        if (token.RevokedAt is null)
        {
            token.Revoke(clock.Now);
            events.Record(new TokenRevoked(token.AsSubject));
            await database.SaveChangesAsync(cancel);
            directory.Forget();
        }

        return Outcome.Success;
    }

    private Refusal? Refuse(CreateToken command)
    {
        if (command.ExpiresOn < clock.Today || command.ExpiresOn > clock.Today.AddDays(ApiToken.MostDays))
        {
            return new Refusal("Ngày hết hạn phải từ hôm nay và trong vòng một năm.", "Input.ExpiresOn");
        }

        var offered = Offered.Select(permission => permission.Code).ToHashSet(StringComparer.Ordinal);
        return command.Permissions.Count == 0 || command.Permissions.Any(code => !offered.Contains(code))
            ? new Refusal("Hãy chọn ít nhất một quyền, trong những quyền anh, chị đang có.", "Input.Permissions") : null;
    }
}
