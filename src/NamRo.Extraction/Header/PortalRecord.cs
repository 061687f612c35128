using NamRo.Language;

namespace NamRo.Extraction;

/// <summary>
/// The record that law portals print above a document (Số hiệu, Ngày ban hành, Loại văn bản, Người ký): used only for what the document's
/// own head lost.
/// </summary>
internal sealed record PortalRecord(string? Number, DateOnly? IssuedOn, string? Kind, string? Signer)
{
    private static readonly string[] Labels = ["số hiệu", "ngày ban hành", "loại văn bản", "người ký", "cơ quan ban hành",
        "ngày có hiệu lực", "ngày hiệu lực", "lĩnh vực", "tình trạng", "nơi ban hành"];

    public static PortalRecord Of(IReadOnlyList<HeadLine> lines)
    {
        var number = Value(lines, "số hiệu");
        var date = Value(lines, "ngày ban hành");
        var kind = Value(lines, "loại văn bản");
        var signer = Value(lines, "người ký");
        return new PortalRecord(
            number is null ? null : DocumentNumber.FindFirst(number)?.Number,
            date is null ? null : VietnameseDate.FindFirst(date)?.Value,
            kind is not null && DocumentKinds.IsKind(kind) ? kind : null,
            signer is not null && signer.Split(' ').Length is >= 2 and <= 6 ? signer : null);
    }

    public static bool IsLabel(string folded) => Array.Exists(Labels, l => folded.StartsWith(l, StringComparison.Ordinal));

    private static string? Value(IReadOnlyList<HeadLine> lines, string label)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines[i].Folded.StartsWith(label, StringComparison.Ordinal) || lines[i].Text.Length > 120)
            {
                continue;
            }

            var words = label.Split(' ').Length;
            var own = string.Join(' ', lines[i].Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(words)).Trim(':', ' ');
            return own.Length > 0 ? own : i + 1 < lines.Count && !IsLabel(lines[i + 1].Folded) ? lines[i + 1].Text : null;
        }

        return null;
    }
}
