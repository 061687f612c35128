namespace NamRo.Kernel.Tenancy;

/// <summary>Who is asking. One per request or job; empty until the user is known.</summary>
public sealed class CurrentUser
{
    private IReadOnlySet<string> permissions = new HashSet<string>();

    /// <summary>The account, or null when nobody is signed in (or a job runs for the system).</summary>
    public Guid? Id { get; private set; }

    /// <summary>The person they are in the current ward; null: they do not work in it (a city administrator who looks in).</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>The sign-in this request belongs to.</summary>
    public Guid? SessionId { get; private set; }

    /// <summary>Name shown on pages and in the event log.</summary>
    public string DisplayName { get; private set; } = "";

    /// <summary>The units the user works in, in the current ward.</summary>
    public IReadOnlyList<Guid> UnitIds { get; private set; } = [];

    /// <summary>The wards the user may switch to.</summary>
    public IReadOnlyList<WardChoice> Wards { get; private set; } = [];

    /// <summary>The network address of the request, for the event log.</summary>
    public string? Address { get; set; }

    public bool IsSignedIn => Id is not null;

    /// <summary>Whether the user holds the permission in the current ward.</summary>
    public bool May(string permission) => permissions.Contains(permission);

    /// <summary>Makes this request act for the given person. Called once, by sign-in and by the job runner.</summary>
    public void Become(UserAccess access)
    {
        ArgumentNullException.ThrowIfNull(access);
        Id = access.AccountId;
        SessionId = access.SessionId;
        PersonId = access.PersonId;
        DisplayName = access.DisplayName;
        UnitIds = access.UnitIds;
        Wards = access.Wards;
        permissions = access.Permissions;
    }
}

/// <summary>A ward the user may work in.</summary>
public sealed record WardChoice(Guid Id, string Name);

/// <summary>What a person may do in one ward, as read from the database.</summary>
public sealed record UserAccess(Guid AccountId, Guid? SessionId, string DisplayName, IReadOnlyList<Guid> UnitIds,
    IReadOnlyList<WardChoice> Wards, IReadOnlySet<string> Permissions)
{
    /// <summary>The person of the chosen ward who uses the account.</summary>
    public Guid? PersonId { get; init; }
}
