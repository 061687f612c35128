namespace NamRo.Reading.Layout;

/// <summary>Reads a page that has no usable text layer. Implementations are called from several threads at once.</summary>
internal interface IPageRecognizer
{
    /// <summary>Recognises one page (from 1) of a PDF.</summary>
    /// <exception cref="ReadingException">Recognition is impossible on this machine (no engine, no language data).</exception>
    PageContent Recognize(string pdfPath, int page, CancellationToken cancel);
}
