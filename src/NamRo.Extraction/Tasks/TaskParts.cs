using System.Globalization;

namespace NamRo.Extraction;

/// <summary>The numbered parts of a compound task: "(1) ...; (2) ...".</summary>
internal static class TaskParts
{
    /// <summary>Parts in order; empty unless at least two numbers follow each other from 1.</summary>
    public static IReadOnlyList<TaskPart> Read(string text)
    {
        var starts = new List<(int At, string Number, int After)>();
        for (var i = 0; i < text.Length; i++)
        {
            var label = text[i] == '(' ? ItemLabel.Read(text[i..Math.Min(text.Length, i + 8)]) : ItemLabel.None;
            if (label.Kind == LabelKind.Bracketed && label.Ordinal == starts.Count + 1
                && (char.IsDigit(text[i + 1]) || text[i + 1] == 'i' || text[i + 1] == 'v'))
            {
                starts.Add((i, string.Create(CultureInfo.InvariantCulture, $"{label.Text}"), i + label.Length));
            }
        }

        if (starts.Count < 2)
        {
            return [];
        }

        var parts = new List<TaskPart>(starts.Count);
        for (var i = 0; i < starts.Count; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1].At : text.Length;
            parts.Add(new TaskPart(starts[i].Number, text[starts[i].After..end].Trim(' ', ';', '.', ',')));
        }

        return parts;
    }
}
