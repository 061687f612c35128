using NamRo.Kernel.Tenancy;

namespace NamRo.Administration.Contracts;

/// <summary>What people of the current ward may do today, asked for by their key instead of by a sign-in.</summary>
public interface IPersonAccess
{
    /// <summary>Null: they have left, or have no account that is open.</summary>
    Task<UserAccess?> FindAsync(Guid personId, CancellationToken cancel);
}
