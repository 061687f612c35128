using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Jobs;
using NamRo.Kernel.Notices;

namespace NamRo.Administration;

/// <summary>Tells the Kernel which people and wards there are.</summary>
internal sealed class RecipientDirectory(AppDb database) : IRecipientDirectory, IWardDirectory
{
    public Task<Recipient?> FindAsync(Guid personId, CancellationToken cancel) => database.Set<Person>().AsNoTracking()
        .Where(person => person.Id == personId && person.LeftOn == null)
        .Select(person => new Recipient(person.FullName, person.Email == "" ? null : person.Email)).SingleOrDefaultAsync(cancel);

    public async Task<IReadOnlyList<Guid>> ListOpenAsync(CancellationToken cancel) =>
        await database.Set<WardRecord>().AsNoTracking().OrderBy(ward => ward.Id).Select(ward => ward.Id).ToListAsync(cancel);
}
