using System.Text;
using NamRo.Reading.Pdf.Syntax;

namespace NamRo.Reading.Pdf;

/// <summary>
/// Gives a file whose end was cut off (an upload that broke) a new trailer that names the catalogue; qpdf finds the other objects by itself
/// but gives up when no trailer is left.
/// </summary>
internal static class TrailerRepair
{
    private const int LongestHeader = 64;

    /// <summary>The file with a trailer, or null when it holds no catalogue.</summary>
    public static byte[]? Append(byte[] file)
    {
        var catalogue = file.AsSpan().LastIndexOf("/Catalog"u8);
        if (catalogue < 0)
        {
            return null;
        }

        var keyword = file.AsSpan(0, catalogue).LastIndexOf(" obj"u8);
        if (keyword < 0)
        {
            return null;
        }

        var start = keyword;
        while (start > 0 && keyword - start < LongestHeader && (char.IsAsciiDigit((char)file[start - 1]) || file[start - 1] == ' '))
        {
            start--;
        }

        var lexer = new Lexer(file, start, keyword);
        var number = lexer.Next();
        var generation = lexer.Next();
        if (number.Kind != TokenKind.Number || generation.Kind != TokenKind.Number)
        {
            return null;
        }

        var trailer = $"\ntrailer\n<< /Root {number.Number:0} {generation.Number:0} R >>\nstartxref\n0\n%%EOF\n";
        return [.. file, .. Encoding.ASCII.GetBytes(trailer)];
    }
}
