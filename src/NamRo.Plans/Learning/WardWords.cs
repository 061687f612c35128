using Microsoft.EntityFrameworkCore;
using NamRo.Extraction;
using NamRo.Kernel.Data;
using NamRo.Plans.Domain;

namespace NamRo.Plans.Learning;

/// <summary>What this ward's people have told about the words of their plans, as the reading takes it.</summary>
internal sealed class WardWords(AppDb database)
{
    /// <summary>More than any ward corrects by hand.</summary>
    public const int MostWords = 2000;

    public async Task<ExtractionHints> HintsAsync(CancellationToken cancel)
    {
        var words = await database.Set<LearnedWord>().AsNoTracking().Where(word => word.Kind != LearnedKind.Unit)
            .OrderByDescending(word => word.LearnedAt).Take(MostWords).ToListAsync(cancel);
        return new ExtractionHints(
            words.Where(word => word.Field is not null).Select(word => KeyValuePair.Create(word.Written, word.Field!.Value)),
            words.Where(word => word.Deadline is not null).Select(word => KeyValuePair.Create(word.Written, word.Deadline!)));
    }
}
