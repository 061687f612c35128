using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Time;
using NamRo.Language;
using NamRo.Plans.Contracts;
using NamRo.Plans.Domain;
using NamRo.Plans.Matching;

namespace NamRo.Plans.Learning;

/// <summary>
/// Once a plan is published, remembers how people put the reading right: the unit they chose for a name, what they meant by the words of
/// a deadline. A date is not remembered: the same words mean another day next year.
/// </summary>
internal sealed class LearnFromReview(AppDb database, EventLog events, WardClock clock)
    : ISubscriber<PlanPublished>, ISubscriber<PlanAmended>
{
    public Task ReceiveAsync(PlanPublished happened, Guid eventId, CancellationToken cancel) => LearnAsync(happened.Subject, cancel);

    public Task ReceiveAsync(PlanAmended happened, Guid eventId, CancellationToken cancel) => LearnAsync(happened.Subject, cancel);

    private async Task LearnAsync(EventSubject plan, CancellationToken cancel)
    {
        var rows = await database.Set<PlanRow>().AsNoTracking().Where(row => row.PlanId == plan.Id && row.Kind == RowKind.Task
            && row.State == RowState.Accepted && row.Read != null).OrderBy(row => row.Position).ToListAsync(cancel);
        var directory = await WardDirectory.LoadAsync(database, clock, cancel);
        var found = rows.SelectMany(row => Corrections(row, directory)).GroupBy(word => (word.Kind, word.WrittenKey))
            .Select(group => group.Last()).ToList();
        var keys = found.Select(word => word.WrittenKey).ToList();
        var known = await database.Set<LearnedWord>().Where(word => keys.Contains(word.WrittenKey)).ToListAsync(cancel);
        foreach (var word in found)
        {
            word.From(plan.Id, rows.Find(row => row.DecidedByName is not null)?.DecidedByName ?? "", clock.Now);
            database.RemoveRange(known.Where(earlier => earlier.Kind == word.Kind && earlier.WrittenKey == word.WrittenKey));
            database.Add(word);
            var subject = new EventSubject(nameof(LearnedWord), word.Id, word.Written);
            events.Record(new PlanWordLearned(subject, LearnedWords.Meaning(word, directory)));
        }

        await database.SaveChangesAsync(cancel);
    }

    private IEnumerable<LearnedWord> Corrections(PlanRow row, WardDirectory directory)
    {
        var (read, now) = ((TaskContent)row.Read!, row.Task);
        if (now.LeadUnitId is { } unit && read.LeadUnits is [var written, ..] && written.Length <= LearnedWord.LongestWritten
            && read.LeadUnitId != unit && directory.FindUnit(written) != unit)
        {
            var word = LearnedWord.Of(Guid.CreateVersion7(clock.Now), LearnedKind.Unit, written);
            word.Mean(unit);
            yield return word;
        }

        if (now.Deadline != read.Deadline && read.DeadlineText is { Length: <= LearnedWord.LongestWritten } words
            && now.DeadlineText is not null && VietnameseText.AreSame(words, now.DeadlineText) && HasNoDate(now.Deadline))
        {
            var word = LearnedWord.Of(Guid.CreateVersion7(clock.Now), LearnedKind.Deadline, words);
            word.Mean(now.Deadline);
            yield return word;
        }
    }

    private static bool HasNoDate(Deadline deadline) => deadline is { Due: null, From: null }
        && deadline.Kind is DeadlineKind.Continuous or DeadlineKind.Recurring or DeadlineKind.Conditional;
}
