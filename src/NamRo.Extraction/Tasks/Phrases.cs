namespace NamRo.Extraction;

/// <summary>Small signs of the administrative sentence.</summary>
internal static class Phrases
{
    private static readonly string[] Verbs =
        [" chủ trì", " phối hợp", " triển khai", " thực hiện", " tham mưu", " xây dựng", " tổ chức", " hướng dẫn", " căn cứ", " chịu trách nhiệm", " rà soát", " đẩy mạnh", " tăng cường", " có trách nhiệm"];

    private static readonly string[] Completion =
        ["hoàn thành", "trước ngày", "chậm nhất", "trong quý", "trong tháng", "trong năm", "thời gian", "thời hạn", "định kỳ", "xong trước"];

    /// <summary>A title, not a sentence: none of the verbs by which duties are told.</summary>
    public static bool HasNoVerb(string text) => !Array.Exists(Verbs, v => text.Contains(v, StringComparison.OrdinalIgnoreCase));

    /// <summary>The sentence says when something must be done (a year alone inside a name does not).</summary>
    public static bool SpeaksOfCompletion(string text) => Array.Exists(Completion, c => text.Contains(c, StringComparison.OrdinalIgnoreCase));
}
