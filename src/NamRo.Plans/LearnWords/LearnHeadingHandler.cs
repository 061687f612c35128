using Microsoft.EntityFrameworkCore;
using NamRo.Extraction;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Plans.Contracts;
using NamRo.Plans.Domain;
using NamRo.Plans.Learning;

namespace NamRo.Plans;

/// <param name="Id">Made when the form is shown.</param>
internal sealed record LearnHeading(Guid Id, string Written, FieldRole Field);

internal sealed record ForgetWord(Guid Id);

/// <summary>Keeps and forgets what the ward's people say its words mean; the last word on a spelling stands.</summary>
internal sealed class LearnHeadingHandler(AppDb database, EventLog events, CurrentUser user, WardClock clock)
{
    private static readonly Refusal Full =
        new($"Đã ghi nhớ {WardWords.MostWords} từ ngữ, nhiều nhất có thể. Hãy bỏ những từ không còn dùng.", "Input.Written");

    public async Task<Outcome> HandleAsync(LearnHeading command, CancellationToken cancel)
    {
        var word = LearnedWord.Of(command.Id, LearnedKind.Heading, command.Written);
        var earlier = await database.Set<LearnedWord>()
            .Where(row => row.Id == word.Id || (row.Kind == word.Kind && row.WrittenKey == word.WrittenKey)).ToListAsync(cancel);
        if (earlier.Exists(row => row.Id == word.Id))
        {
            return Outcome.Success;
        }

        if (await database.Set<LearnedWord>().Take(WardWords.MostWords).CountAsync(cancel) >= WardWords.MostWords)
        {
            return Full;
        }

        if (earlier.Count > 0)
        {
            database.RemoveRange(earlier);
            events.Record(new PlanWordForgotten(new EventSubject(nameof(LearnedWord), earlier[0].Id, earlier[0].Written)));
            await database.SaveChangesAsync(cancel);
        }

        word.Mean(command.Field);
        word.From(null, user.DisplayName, clock.Now);
        database.Add(word);
        events.Record(new PlanWordLearned(new EventSubject(nameof(LearnedWord), word.Id, word.Written), LearnedWords.Words(command.Field)));
        await database.SaveChangesAsync(cancel);
        return Outcome.Success;
    }

    public async Task<Outcome> HandleAsync(ForgetWord command, CancellationToken cancel)
    {
        var word = await database.Set<LearnedWord>().SingleOrDefaultAsync(row => row.Id == command.Id, cancel);
        if (word is null)
        {
            return Outcome.Missing;
        }

        database.Remove(word);
        events.Record(new PlanWordForgotten(new EventSubject(nameof(LearnedWord), word.Id, word.Written)));
        await database.SaveChangesAsync(cancel);
        return Outcome.Success;
    }
}
