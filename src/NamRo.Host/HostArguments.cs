namespace NamRo.Host;

/// <summary>The roles one process takes: <c>web</c>, <c>worker</c>, <c>migrate</c>; without any, web and worker.</summary>
internal sealed record HostArguments(IReadOnlySet<string> Roles)
{
    public const string Web = "web";
    public const string Worker = "worker";
    public const string Migrate = "migrate";

    public static HostArguments Parse(string[] args)
    {
        var roles = args.TakeWhile(word => !word.StartsWith('-')).ToHashSet(StringComparer.Ordinal);
        var unknown = roles.FirstOrDefault(role => role is not (Web or Worker or Migrate));
        if (unknown is not null)
        {
            throw new ArgumentException($"Unknown role '{unknown}'; expected web, worker or migrate.", nameof(args));
        }

        return new HostArguments(roles.Count == 0 ? new HashSet<string> { Web, Worker } : roles);
    }

    public bool Is(string role) => Roles.Contains(role);
}
