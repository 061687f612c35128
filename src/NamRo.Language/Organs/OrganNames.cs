// Provisional until the grammar of organ names lands; replace this file whole.
namespace NamRo.Language;

public static class OrganNames
{
    private static readonly string[] Heads = ["phòng", "ban", "sở", "văn phòng", "trung tâm", "công an", "ubnd", "ủy ban", "các", "hội", "đoàn", "trạm", "trường", "tổ", "bộ", "đơn vị"];
    public static IReadOnlyList<string> Split(string cell) => [.. cell.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(x => x.TrimEnd('.', ' '))];
    public static bool StartsWithOrgan(string text) => Heads.Any(h => text.StartsWith(h, StringComparison.OrdinalIgnoreCase));
    public static IReadOnlyList<TextRange> FindIn(string text) => [];
}

public static class Deadlines
{
    public static IReadOnlyList<TextRange> FindIn(string text) => [];
}
