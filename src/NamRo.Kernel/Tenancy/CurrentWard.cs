namespace NamRo.Kernel.Tenancy;

/// <summary>The ward this request or job works in. Every query and every write is bound to it, here and in the database.</summary>
public sealed class CurrentWard
{
    /// <summary>Key of the ward; <see cref="Guid.Empty"/> when none is chosen: then only the system's own event chain is open.</summary>
    public Guid Id { get; private set; }

    /// <summary>Full name, such as "Phường Hải Dương"; empty when none is chosen.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Five-digit code of the commune (or two-digit code of the city), as text.</summary>
    public string Code { get; private set; } = "";

    /// <summary>True for the city's own organs, which look across wards by name.</summary>
    public bool IsCity { get; private set; }

    public bool IsChosen => Id != Guid.Empty;

    /// <summary>Enters a ward. Must happen before the transaction starts (else use <c>AppDb.EnterWardAsync</c>).</summary>
    public void Enter(Guid id, string name, string code = "", bool isCity = false) => (Id, Name, Code, IsCity) = (id, name, code, isCity);
}
