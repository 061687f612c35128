using NamRo.Language;

namespace NamRo.Extraction;

/// <summary>What a deadline's words are understood against: the day of issue and the plan's year.</summary>
internal sealed record DeadlineContext(DateOnly? IssuedOn, int? PlanYear)
{
    public Deadline Parse(string? words) =>
        string.IsNullOrWhiteSpace(words) ? Deadline.None : Deadline.Parse(Quotes.Fold(words), IssuedOn, PlanYear);
}
