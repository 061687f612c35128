namespace NamRo.Kernel.Contributions;

/// <summary>Something a role may allow. Roles are data; permissions are named by the module whose pages ask for them.</summary>
/// <param name="Code">Stable key, <c>module.object.verb</c>, such as <c>administration.unit.write</c>.</param>
/// <param name="Title">Vietnamese words shown where roles are edited.</param>
/// <param name="Roles">Codes of the built-in roles that hold it from the start (see <see cref="BuiltInRole"/>).</param>
public sealed record Permission(string Code, string Title, params string[] Roles);

/// <summary>A module that names permissions.</summary>
public interface IPermissionContributor
{
    /// <summary>All permissions the module's pages ask for.</summary>
    IEnumerable<Permission> Permissions { get; }
}

/// <summary>Codes of the roles that every installation starts with.</summary>
public static class BuiltInRole
{
    public const string Leader = "leader";
    public const string Secretariat = "secretariat";
    public const string UnitHead = "unit_head";
    public const string Officer = "officer";
    public const string FeedbackOfficer = "feedback_officer";
    public const string CommunityTeam = "community_team";
    public const string Auditor = "auditor";
    public const string WardAdmin = "ward_admin";
    public const string CityViewer = "city_viewer";
    public const string CityAdmin = "city_admin";

    /// <summary>Every role that works inside a ward.</summary>
    public static string[] OfWard => [Leader, Secretariat, UnitHead, Officer, FeedbackOfficer, CommunityTeam, Auditor, WardAdmin];
}
