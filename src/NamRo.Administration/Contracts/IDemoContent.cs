namespace NamRo.Administration.Contracts;

/// <summary>What a module adds to the wards of a demonstration, once they are there. Does nothing when it is there already.</summary>
public interface IDemoContent
{
    Task<InstallationReport> AddAsync(CancellationToken cancel);
}
