namespace NamRo.Plans.Comparing;

/// <summary>What of a row an amendment may change.</summary>
internal enum RowField
{
    Text,
    Number,
    Group,
    Leader,
    LeadUnits,
    CoUnits,
    Output,
    Deadline,
    Value,
    Period,
    Baseline,
}
