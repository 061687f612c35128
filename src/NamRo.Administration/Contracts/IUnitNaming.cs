using NamRo.Kernel.Outcomes;

namespace NamRo.Administration.Contracts;

/// <summary>
/// Lets a module that meets a name in a document say whose it is. The caller has checked that the person may; it runs in the caller's
/// transaction.
/// </summary>
public interface IUnitNaming
{
    /// <summary>From now on the unit goes by this name too. Done as well when it did before.</summary>
    Task<Outcome> AddNameAsync(Guid unitId, string name, CancellationToken cancel);

    /// <summary>A new unit that begins today; it can be described further in the list of units.</summary>
    /// <param name="id">Made by the caller: the same id twice is one unit.</param>
    /// <param name="name">At most 200 letters.</param>
    /// <param name="cancel">Ends the work.</param>
    Task<Outcome> CreateAsync(Guid id, string name, CancellationToken cancel);
}
