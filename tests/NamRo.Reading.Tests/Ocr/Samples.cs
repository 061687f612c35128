namespace NamRo.Reading.Tests.Ocr;

/// <summary>Where the sample documents are: found upwards from the test's own folder.</summary>
internal static class Samples
{
    public static string Path(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(System.IO.Path.Combine(folder.FullName, "tests", "data", "samples")))
        {
            folder = folder.Parent;
        }

        var root = folder?.FullName ?? throw new DirectoryNotFoundException("tests/data/samples");
        return System.IO.Path.Combine(root, "tests", "data", "samples", name);
    }
}
