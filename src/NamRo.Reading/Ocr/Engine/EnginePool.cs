using System.Collections.Concurrent;

namespace NamRo.Reading.Ocr.Engine;

/// <summary>
/// Engines kept for the next page, because loading one takes as long as reading a few cells. One pair is in use per thread, never
/// shared.
/// </summary>
internal static class EnginePool
{
    /// <summary>Idle pairs kept (about 60 MB each).</summary>
    private const int MostIdle = 16;

    private static readonly ConcurrentBag<EnginePair> Idle = [];

    /// <summary>Lends a pair; it comes back when the work is done, and is thrown away if the work failed.</summary>
    public static T Use<T>(Func<EnginePair, T> work)
    {
        var pair = Idle.TryTake(out var idle) ? idle : EnginePair.Create();
        var isSound = false;
        try
        {
            var result = work(pair);
            isSound = true;
            return result;
        }
        finally
        {
            if (isSound && Idle.Count < MostIdle)
            {
                Idle.Add(pair);
            }
            else
            {
                pair.Dispose();
            }
        }
    }
}

/// <summary>
/// The engine for words, and one that knows only the characters of list numbers (a restriction leaks from one reading to the next on a
/// single engine).
/// </summary>
internal sealed record EnginePair(TesseractEngine Words, TesseractEngine Numbers) : IDisposable
{
    private const string NumberCharacters = "0123456789IVX.";

    public static EnginePair Create() => new(TesseractEngine.Create(), TesseractEngine.Create(NumberCharacters));

    public void Dispose()
    {
        Words.Dispose();
        Numbers.Dispose();
    }
}
