using NamRo.Reading;

namespace NamRo.Extraction;

/// <summary>Turns a reading into a plan draft. Pure: the same reading gives the same draft.</summary>
public static class PlanExtractor
{
    /// <param name="reading">What was read from the file.</param>
    /// <param name="today">Used for findings about past deadlines; null leaves them out.</param>
    public static PlanDraft Extract(DocumentReading reading, DateOnly? today = null)
    {
        ArgumentNullException.ThrowIfNull(reading);
        _ = today;
        _ = OutlineBuilder.Build(reading);
        return new PlanDraft(new DocumentHeader(), [], [], []);
    }
}
