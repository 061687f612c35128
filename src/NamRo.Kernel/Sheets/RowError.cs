namespace NamRo.Kernel.Sheets;

/// <summary>Why a row cannot be imported.</summary>
/// <param name="Row">Its number in the margin of the spreadsheet.</param>
/// <param name="Column">Heading of the cell; null: the whole row.</param>
/// <param name="Message">A Vietnamese sentence: what is wrong and what to do.</param>
public sealed record RowError(int Row, string? Column, string Message)
{
    /// <summary>"Dòng 7, cột “Ngày sinh”: ...".</summary>
    public override string ToString() => Column is null ? $"Dòng {Row}: {Message}" : $"Dòng {Row}, cột “{Column}”: {Message}";
}
