namespace NamRo.Kernel.Tenancy;

/// <summary>
/// A row that belongs to one ward. Its <see cref="WardId"/> is first in every key, is set by <c>AppDb</c> on insert, filters every query,
/// and is checked once more by row-level security. Wards differ by data, never by subclass.
/// </summary>
public interface IWardOwned
{
    /// <summary>The owner; never changed after insert.</summary>
    Guid WardId { get; set; }
}
