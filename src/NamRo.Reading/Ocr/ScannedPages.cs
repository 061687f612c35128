using NamRo.Reading.Layout;

namespace NamRo.Reading.Ocr;

/// <summary>Recognises many pages side by side.</summary>
internal static class ScannedPages
{
    /// <summary>
    /// What each page adds to <see cref="ReadingOptions.TimeLimit"/>. A page takes one or two seconds; the limit for the whole grows
    /// with the pages and shrinks with the threads, so that a long scan is not cut off and a hostile one ends.
    /// </summary>
    public static readonly TimeSpan TimePerPage = TimeSpan.FromSeconds(6);

    /// <summary>The pages in the order asked for.</summary>
    /// <exception cref="ReadingException">No engine on this machine, or it took too long.</exception>
    public static IReadOnlyList<PageContent> Recognize(
        IPageRecognizer recognizer, string pdfPath, IReadOnlyList<int> pages, ReadingOptions options, CancellationToken cancel = default)
    {
        var threads = Math.Max(1, options.RecognitionThreads);
        var limit = options.TimeLimit + (TimePerPage * pages.Count / threads);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(limit);
        var found = new PageContent[pages.Count];
        var done = 0;
        var reporting = new Lock();
        try
        {
            Parallel.For(0, pages.Count, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = deadline.Token }, i =>
            {
                found[i] = recognizer.Recognize(pdfPath, pages[i], deadline.Token);
                lock (reporting)
                {
                    options.Progress?.Invoke(++done, pages.Count);
                }
            });
        }
        catch (AggregateException failure) when (failure.InnerExceptions.OfType<ReadingException>().FirstOrDefault() is { } reason)
        {
            throw new ReadingException(reason.Message, reason);
        }
        catch (Exception failure) when (deadline.IsCancellationRequested && failure is OperationCanceledException or AggregateException)
        {
            cancel.ThrowIfCancellationRequested();
            throw new ReadingException(
                $"Nhận dạng bản quét \"{Path.GetFileName(pdfPath)}\" quá {limit.TotalSeconds:0} giây; hãy tách tệp thành nhiều phần.",
                failure);
        }

        return found;
    }
}
