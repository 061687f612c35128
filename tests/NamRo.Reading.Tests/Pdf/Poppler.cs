using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace NamRo.Reading.Tests.Pdf;

/// <summary>The words of a PDF as poppler reads them: an independent reading to compare with.</summary>
internal static partial class Poppler
{
    public static List<string> Words(string path)
    {
        var start = new ProcessStartInfo("pdftotext", ["-bbox", path, "-"]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var words = WordElement().Matches(output);
        return [.. words.Select(match => WebUtility.HtmlDecode(match.Groups[1].Value).Normalize(NormalizationForm.FormC))];
    }

    [GeneratedRegex("<word [^>]*>([^<]*)</word>")]
    private static partial Regex WordElement();
}
