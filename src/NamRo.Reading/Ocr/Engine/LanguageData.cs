namespace NamRo.Reading.Ocr.Engine;

/// <summary>Where the engine's data for Vietnamese is installed.</summary>
internal static class LanguageData
{
    public const string Language = "vie";

    public const string Missing =
        "Máy chủ chưa có bộ nhận dạng chữ tiếng Việt để đọc bản quét; "
        + "hãy cài các gói tesseract-ocr và tesseract-ocr-vie (apt-get install tesseract-ocr tesseract-ocr-vie).";

    private static readonly string[] UsualPlaces =
    [
        "/usr/share/tesseract-ocr/5/tessdata",
        "/usr/share/tesseract-ocr/4.00/tessdata",
        "/usr/share/tessdata",
        "/usr/share/tesseract/tessdata",
        "/usr/local/share/tessdata",
    ];

    /// <summary>The folder that holds the data: the one that TESSDATA_PREFIX names, else the first usual one that has it.</summary>
    /// <exception cref="ReadingException">It is nowhere.</exception>
    public static string Find() => Find(Environment.GetEnvironmentVariable("TESSDATA_PREFIX"));

    public static string Find(string? prefix)
    {
        string[] places = string.IsNullOrEmpty(prefix) ? UsualPlaces : [prefix, Path.Combine(prefix, "tessdata")];
        return Array.Find(places, place => File.Exists(Path.Combine(place, $"{Language}.traineddata")))
            ?? throw new ReadingException(Missing);
    }
}
