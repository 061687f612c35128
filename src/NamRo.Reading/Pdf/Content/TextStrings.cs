using System.Text;

namespace NamRo.Reading.Pdf.Content;

/// <summary>Text strings outside of content (ISO 32000-1, 7.9.2.2): UTF-16 or UTF-8 with a mark at the start, else near Latin-1.</summary>
internal static class TextStrings
{
    public static string Decode(byte[] bytes) => bytes switch
    {
        [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
        [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
        [0xEF, 0xBB, 0xBF, .. var rest] => Encoding.UTF8.GetString(rest),
        _ => Encoding.Latin1.GetString(bytes),
    };
}
