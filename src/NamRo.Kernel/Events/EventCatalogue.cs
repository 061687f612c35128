using System.Reflection;
using NamRo.Kernel.Contributions;

namespace NamRo.Kernel.Events;

/// <summary>Every event type of the installed modules, by the name it has in the log.</summary>
public sealed class EventCatalogue(ModuleCatalogue modules)
{
    private readonly Dictionary<string, Type> byKind = modules.Modules.Select(module => module.Assembly).Distinct()
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => !type.IsAbstract && typeof(WardEvent).IsAssignableFrom(type))
        .ToDictionary(type => type.Name, StringComparer.Ordinal);

    /// <summary>Names of all event types.</summary>
    public IReadOnlyCollection<string> Kinds => byKind.Keys;

    /// <summary>The record type, or null when the module that logged it is no longer installed.</summary>
    public Type? TypeOf(string kind) => byKind.GetValueOrDefault(kind);

    /// <summary>Vietnamese words for people; the name itself if none were given.</summary>
    public string TitleOf(string kind) => TypeOf(kind)?.GetCustomAttribute<EventTitleAttribute>()?.Title ?? kind;
}
