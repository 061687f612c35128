using NamRo.Language;

namespace NamRo.Extraction;

/// <summary>What a deadline's words are understood against: the day of issue, the plan's year, what the ward has told.</summary>
internal sealed record DeadlineContext(DateOnly? IssuedOn, int? PlanYear, ExtractionHints Hints)
{
    public Deadline Parse(string? words) =>
        string.IsNullOrWhiteSpace(words)
            ? Deadline.None
            : Hints.DeadlineOf(words) ?? Deadline.Parse(Quotes.Fold(words), IssuedOn, PlanYear);
}
