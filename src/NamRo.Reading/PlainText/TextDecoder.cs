using System.Text;

namespace NamRo.Reading.PlainText;

/// <summary>
/// Turns the bytes of a text file into NFC text: a byte order mark decides, then UTF-8, then UTF-16 by its zero bytes, then windows-1258.
/// </summary>
internal static class TextDecoder
{
    private const int VietnameseCodePage = 1258;
    private const double MostControlCharacters = 0.005;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text, or null when the bytes are not text in any of these encodings.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        var text = DecodeRaw(bytes);
        return text is null || HasTooManyControls(text) ? null : Clean(text);
    }

    private static string? DecodeRaw(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return Encoding.UTF8.GetString(bytes[3..]);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode.GetString(bytes[2..]);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        }

        return GuessUtf16(bytes)?.GetString(bytes) ?? DecodeWithoutMark(bytes);
    }

    private static UnicodeEncoding? GuessUtf16(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, 4096)];
        var zeros = new int[2];
        for (var i = 0; i < sample.Length; i++)
        {
            zeros[i & 1] += sample[i] == 0 ? 1 : 0;
        }

        var many = sample.Length / 6;
        return (zeros[0] > many, zeros[1] > many) switch
        {
            (false, true) => new UnicodeEncoding(bigEndian: false, byteOrderMark: false),
            (true, false) => new UnicodeEncoding(bigEndian: true, byteOrderMark: false),
            _ => null,
        };
    }

    private static string? DecodeWithoutMark(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(VietnameseCodePage)?.GetString(bytes);
        }
    }

    private static bool HasTooManyControls(string text)
    {
        var controls = text.Count(c => c == '\uFFFD' || (char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f' or '\v')));
        return controls > 8 + (text.Length * MostControlCharacters);
    }

    /// <summary>NFC, line ends as "\n", no zero-width or control characters; a form feed (page end) stays.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '\r':
                    clean.Append(i + 1 < text.Length && text[i + 1] == '\n' ? string.Empty : "\n");
                    break;
                case '\v' or '\u2028' or '\u2029' or '\u0085':
                    clean.Append('\n');
                    break;
                case '\u00A0' or '\u2007' or '\u202F' or '\u3000':
                    clean.Append(' ');
                    break;
                case '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF':
                    break;
                default:
                    clean.Append(IsUnusable(text, i) ? string.Empty : c);
                    break;
            }
        }

        return clean.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool IsUnusable(string text, int i)
    {
        var c = text[i];
        if (char.IsSurrogate(c))
        {
            return !(
                char.IsHighSurrogate(c) ? i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) : i > 0
                    && char.IsHighSurrogate(text[i - 1]));
        }

        return char.IsControl(c) && c is not ('\t' or '\n' or '\f');
    }
}
