namespace NamRo.Reading;

/// <summary>
/// The file cannot be read as a document. The message is one Vietnamese line for a person: what is wrong, where, and what to do.
/// </summary>
public sealed class ReadingException : Exception
{
    public ReadingException(string message)
        : base(message)
    {
    }

    public ReadingException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
