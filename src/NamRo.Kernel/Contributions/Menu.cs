namespace NamRo.Kernel.Contributions;

/// <summary>One line of the side bar.</summary>
/// <param name="Title">Vietnamese words of the ward.</param>
/// <param name="Href">Absolute path, such as <c>/quan-tri/don-vi</c>.</param>
/// <param name="Icon">Name of a Tabler icon, such as <c>building</c>.</param>
/// <param name="Order">Ascending within its group.</param>
/// <param name="Permission">Code the user must hold to see the line; null: everyone who is signed in.</param>
/// <param name="Group">Heading above the line; null: the first, unnamed group.</param>
public sealed record MenuEntry(string Title, string Href, string Icon, int Order, string? Permission = null, string? Group = null)
{
    /// <summary>The same words in English; null shows the Vietnamese ones.</summary>
    public string? EnglishTitle { get; init; }
}

/// <summary>A module that adds lines to the side bar.</summary>
public interface IMenuContributor
{
    /// <summary>The lines, in any order.</summary>
    IEnumerable<MenuEntry> Menu { get; }
}
