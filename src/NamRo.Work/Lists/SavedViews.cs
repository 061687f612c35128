using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Tenancy;
using NamRo.Work.Domain;

namespace NamRo.Work.Lists;

/// <summary>The user's own names for lists of tasks.</summary>
internal sealed class SavedViews(AppDb database, CurrentUser user)
{
    public const int Most = 30;

    private static readonly HashSet<string> Lists = new(StringComparer.Ordinal)
    {
        "/nhiem-vu", "/nhiem-vu/cua-toi", "/nhiem-vu/don-vi", "/nhiem-vu/bang", "/nhiem-vu/lich", "/nhiem-vu/tien-do",
    };

    /// <summary>Whether the address is a list of tasks, and nothing else.</summary>
    public static bool IsList(string address) => Lists.Contains(address.Split('?', 2)[0]);

    public async Task<IReadOnlyList<SavedView>> ListAsync(CancellationToken cancel) => await database.Set<SavedView>().AsNoTracking()
        .Where(row => row.AccountId == user.Id).OrderBy(row => row.Name).ThenBy(row => row.Id).Take(Most).ToListAsync(cancel);
}
