using NamRo.Language;
using NamRo.Reading;

namespace NamRo.Extraction;

/// <summary>What a section is about, as far as its heading says.</summary>
internal static class Sections
{
    private const int LongestUnitHeading = 260;
    private const int LongestHeading = 200;
    private const int MostOtherWords = 12;
    private static readonly string[] Openers = [
        "giao ", "đề nghị ", "yêu cầu ", "trách nhiệm của ", "nhiệm vụ của ", "đối với ", "phân công "];
    private static readonly string[] Persons = [
        "lãnh đạo ", "thủ trưởng ", "tổ đảng ", "người đứng đầu ", "chủ tịch ", "giám đốc ", "thường trực ", "các thành viên ", "trưởng "];
    private static readonly string[] Aims = [
        "mục tiêu", "mục đích", "yêu cầu", "quan điểm", "chỉ tiêu", "căn cứ", "sự cần thiết", "phạm vi", "kinh phí",
            "nguồn lực thực hiện", "kết quả đạt được", "tình hình", "thực trạng", "đánh giá"];

    /// <summary>Units (or persons) that a heading names and nothing else; empty for any other text.</summary>
    public static IReadOnlyList<string> UnitsOf(OutlineNode node)
    {
        var text = WithoutOpener(Quotes.Fold(node.Text)).TrimEnd(':', '.', ' ', '*');
        if (text.Length is 0 or > LongestUnitHeading || node.Children.All(c => c.Block is not Paragraph))
        {
            return [];
        }

        var besides = WithoutOrgans(text);
        if (besides.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > MostOtherWords
            || Assignment.SaysDuty(besides))
        {
            return [];
        }

        if (OrganNames.StartsWithOrgan(text))
        {
            var units = OrganNames.Split(text);
            return units.All(OrganNames.StartsWithOrgan) ? units : [text];
        }

        return Array.Exists(Persons, p => text.StartsWith(p, StringComparison.OrdinalIgnoreCase)) && OrganNames.FindIn(text).Count > 0
            ? [text] : [];
    }

    /// <summary>A section of aims, bases or means: it assigns nothing.</summary>
    public static bool StatesAims(OutlineNode node) =>
        node.Text.Length < LongestHeading
            && node.Label.Kind is LabelKind.Roman or LabelKind.Arabic or LabelKind.UpperLetter or LabelKind.Named
        && Array.Exists(Aims, a => Headings.Key(node.Text.TrimStart('*', ' ')).StartsWith(a, StringComparison.Ordinal))
        && Assignment.Read(Quotes.Fold(node.Text)).Leads.Count == 0;

    /// <summary>"tổ chức" and "xây dựng" are words of names too: "các tổ chức chính trị", "Ban Quản lý dự án xây dựng".</summary>
    private static string WithoutOrgans(string text)
    {
        foreach (var organ in OrganNames.FindIn(text).Reverse())
        {
            text = text[..organ.From] + text[organ.To..];
        }

        return text;
    }

    private static string WithoutOpener(string text)
    {
        foreach (var opener in Openers)
        {
            if (text.StartsWith(opener, StringComparison.OrdinalIgnoreCase))
            {
                return text[opener.Length..];
            }
        }

        return text;
    }
}
