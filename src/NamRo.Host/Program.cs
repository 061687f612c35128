using NamRo.Host;

var arguments = HostArguments.Parse(args);
if (arguments.Is(HostArguments.Migrate))
{
    var exitCode = await MigrateRole.RunAsync(args);
    if (exitCode != 0 || arguments.Roles.Count == 1)
    {
        return exitCode;
    }
}

await WebRole.Build(args, arguments).RunAsync();
return 0;

/// <summary>Lets tests start the host in their own process.</summary>
internal sealed partial class Program;
