using NamRo.Language;
using NamRo.Reading;

namespace NamRo.Extraction;

/// <summary>
/// Targets from the items of objective sections: one for each measured clause, one without a figure for an item that measures nothing.
/// </summary>
internal sealed class ObjectiveTargets(DocumentReading reading)
{
    // An objective without a figure shorter than this is a fragment of the layout, not a sentence.
    private const int ShortestStatement = 20;

    public IEnumerable<TargetDraft> Read(ObjectiveItem item)
    {
        var clauses = ClauseReader.Read(item.Node.Text);
        if (clauses.Count == 0)
        {
            return IsStatement(item) ? [Statement(item)] : [];
        }

        var shared = PeriodReader.Opens(item.Node.Text) ? PeriodReader.Read(item.Node.Text, withStage: false) : null;
        return clauses.Select(clause => Measured(item, clause, shared));
    }

    private static bool IsStatement(ObjectiveItem item)
    {
        var text = item.Node.Text.Trim();
        var isSentence = item.Node.Label.Kind != LabelKind.None || text.EndsWith('.') || text.EndsWith(';');
        return item.Context.Kind == HeadingKind.Objectives && isSentence && text.Length >= ShortestStatement && !text.StartsWith('(');
    }

    private TargetDraft Measured(ObjectiveItem item, MeasuredClause clause, TargetPeriod? shared)
    {
        var text = item.Node.Text;
        var words = clause.Range.Of(text);
        var quantity = clause.Quantity;
        var own = clause.Standing is null ? clause.Own.Of(text) : text[clause.Own.From..clause.Quantity.Range.To];
        return new TargetDraft(Quotes.Fold(words), TargetOrigin.Objective, Source(item, clause.Range))
        {
            Section = item.Node.SectionPath(),
            Comparator = quantity.Comparator,
            Value = quantity.Value,
            UpperValue = quantity.Upper,
            Unit = quantity.Unit,
            Baseline = quantity.Baseline ?? clause.Standing?.Value,
            BaselineText = (quantity.BaselineRange ?? clause.Standing?.NumberRange)?.Of(text),
            Period = PeriodReader.Read(own, withStage: false) ?? shared ?? item.Context.Period ?? PeriodReader.Read(own, withStage: true),
            Confidence = item.Node.Block?.Confidence ?? 1,
        };
    }

    private TargetDraft Statement(ObjectiveItem item)
    {
        var text = item.Node.Text;
        return new TargetDraft(Quotes.Fold(text), TargetOrigin.Objective, Source(item, new TextRange(0, text.Length)))
        {
            Section = item.Node.SectionPath(),
            Period = PeriodReader.Read(text, withStage: false) ?? item.Context.Period,
            Confidence = item.Node.Block?.Confidence ?? 1,
        };
    }

    private SourceQuote Source(ObjectiveItem item, TextRange range)
    {
        var start = item.Node.Span.From;
        var span = new Span(Math.Min(start + range.From, reading.Text.Length), Math.Min(start + range.To, reading.Text.Length));
        return Quotes.Of(reading, span, item.Node.Block?.Page ?? 1);
    }
}
