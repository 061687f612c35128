namespace NamRo.Kernel.Contributions;

/// <summary>One find of the global search.</summary>
/// <param name="Title">What was found, in the ward's words.</param>
/// <param name="Href">Absolute path of its page.</param>
/// <param name="Summary">A grey second line, such as the unit or the number; may be empty.</param>
/// <param name="Icon">Name of a Tabler icon.</param>
public sealed record SearchHit(string Title, string Href, string Summary, string Icon);

/// <summary>A module that answers the global search (Ctrl+K) with what the current user may see in the current ward.</summary>
public interface ISearchSource
{
    /// <summary>Heading of its finds, such as "Đơn vị".</summary>
    string Title { get; }

    /// <summary>Ascending position among the sources.</summary>
    int Order { get; }

    /// <summary>Code the user must hold; null: everyone who is signed in.</summary>
    string? Permission { get; }

    /// <summary>Finds at most <paramref name="limit"/> hits, best first; accents in <paramref name="text"/> are optional.</summary>
    Task<IReadOnlyList<SearchHit>> SearchAsync(string text, int limit, CancellationToken cancel);
}
