namespace NamRo.Extraction.Tests;

/// <summary>Finds the test data from wherever the tests run.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Data(params string[] parts) => Path.Combine([Root, "tests", "data", .. parts]);

    public static string Seed(string number) => Directory.EnumerateFiles(Data("seeds"), number + "_*.txt").Single();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NamRo.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("NamRo.slnx is in no folder above the tests");
    }
}
