namespace NamRo.Reading.PlainText.Flattened;

/// <summary>What a column of a plan's table holds.</summary>
internal enum ColumnKind
{
    Number,
    Text,
    Leader,
    LeadUnit,
    SupportUnit,
    Output,
    Deadline,
    Value,
    Measure,
    Budget,
    Note,
}

/// <summary>One column as its heading names it.</summary>
internal sealed record TableColumn(ColumnKind Kind, string Title);
