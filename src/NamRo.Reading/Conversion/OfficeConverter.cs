using System.Text;
using System.Text.RegularExpressions;
using NamRo.Reading.Raster;

namespace NamRo.Reading.Conversion;

/// <summary>
/// Turns older and other office formats (DOC, ODT, RTF, HTML, ODS) into Office Open XML with LibreOffice, each file with a profile of its
/// own.
/// </summary>
internal static partial class OfficeConverter
{
    private const string HtmlExtension = ".html";
    private const string Program = "soffice";
    private const string Packages = "libreoffice-writer-nogui libreoffice-calc-nogui";

    /// <summary>Converts the file and hands the result to the reader; everything written is removed again.</summary>
    /// <param name="extension">What LibreOffice should take the file for, e.g. ".doc".</param>
    /// <param name="target">"docx" or "xlsx".</param>
    /// <exception cref="ReadingException">LibreOffice is not installed.</exception>
    /// <exception cref="InvalidDataException">LibreOffice could not read the file.</exception>
    public static DocumentReading Convert(
        string path, string extension, string target, TimeSpan limit, Func<Stream, DocumentReading> read, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("namro-convert-").FullName;
        try
        {
            var source = Path.Combine(folder, "source" + extension);
            var result = Path.Combine(folder, "result", "source." + target);
            if (extension == HtmlExtension)
            {
                File.WriteAllText(source, WithoutReferences(File.ReadAllText(path, Encoding.Latin1)), Encoding.Latin1);
            }
            else
            {
                File.Copy(path, source);
            }

            return LimitedProcess.Run(
                Program, Packages, Arguments(folder, source, target), limit, output => ReadResult(output, result, read), cancel);
        }
        catch (TimeoutException late)
        {
            throw new InvalidDataException("conversion took too long", late);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<string> Arguments(string folder, string source, string target) =>
    [
        "--headless", "--norestore", "--nolockcheck", $"-env:UserInstallation=file://{folder}/profile",
        .. source.EndsWith(HtmlExtension, StringComparison.Ordinal) ? ["--infilter=HTML (StarWriter)"] : Array.Empty<string>(),
        "--convert-to", target, "--outdir", Path.Combine(folder, "result"), source,
    ];

    /// <summary>A page from outside must not make the server fetch or open anything: addresses in it are put out of use.</summary>
    private static string WithoutReferences(string html) => Reference().Replace(html, "x-$0");

    [GeneratedRegex(@"\b(src|href|background|data|action|codebase|srcset|url)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Reference();

    /// <summary>The program's output ends when it does; then the result is there, or the file could not be read.</summary>
    private static DocumentReading ReadResult(Stream output, string result, Func<Stream, DocumentReading> read)
    {
        output.CopyTo(Stream.Null);
        if (!File.Exists(result))
        {
            throw new InvalidDataException("no result");
        }

        using var converted = File.OpenRead(result);
        return read(converted);
    }
}
