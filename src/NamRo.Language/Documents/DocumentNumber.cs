namespace NamRo.Language;

/// <summary>A document named in a text by its số, ký hiệu: "Kế hoạch số 110/KH-UBND ngày 25/3/2026 của UBND phường".</summary>
/// <param name="Kind">Tên loại as written ("Kế hoạch"); null when not named.</param>
/// <param name="Number">In full without white space ("110/KH-UBND"); null when the running number was left blank.</param>
/// <param name="Symbol">What follows the running number, with its first separator ("/KH-UBND").</param>
/// <param name="IssuedOn">Null when not given or incomplete.</param>
/// <param name="Organ">The issuing organ as written; null when not named.</param>
/// <param name="Range">Where the whole citation stands in the text, with kind, date and organ.</param>
public sealed record DocumentNumber(string? Kind, string? Number, string Symbol, DateOnly? IssuedOn, string? Organ, TextRange Range)
{
    /// <summary>Where the number itself stands.</summary>
    public TextRange NumberRange { get; init; }

    /// <summary>"Số:   /KH-UBND": the running number is still to be given.</summary>
    public bool IsBlank => Number is null;

    /// <summary>Every document named in the text by a number, in order.</summary>
    public static IReadOnlyList<DocumentNumber> FindAll(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return DocumentNumberReader.Read(text, Lexer.Read(text));
    }

    /// <summary>The first document named in the text by a number; null when there is none.</summary>
    public static DocumentNumber? FindFirst(string text)
    {
        var all = FindAll(text);
        return all.Count > 0 ? all[0] : null;
    }
}
