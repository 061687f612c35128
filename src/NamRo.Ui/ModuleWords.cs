using System.Globalization;
using Microsoft.Extensions.Localization;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Outcomes;

namespace NamRo.Ui;

/// <summary>
/// Words that modules contribute in Vietnamese (names of settings, permissions, events), in the person's language: looked up in the
/// resources of every module, by the convention that <c>NamRo.Work</c> has <c>WorkText</c>, and of Ui itself.
/// </summary>
public sealed class ModuleWords(ModuleCatalogue modules, IStringLocalizerFactory factory)
{
    private readonly List<IStringLocalizer> localizers = [.. modules.Modules
        .Select(module => module.Assembly.GetName().Name!)
        .Select(assembly => factory.Create($"{assembly[(assembly.LastIndexOf('.') + 1)..]}Text", assembly)),
        factory.Create(typeof(UiText))];

    /// <summary>Why not, in the person's language.</summary>
    public string this[Refusal refusal] => refusal.Pattern is { } pattern ? this[pattern] : this[refusal.Message];

    /// <summary>A sentence with values, in the person's language.</summary>
    public string this[FormattableString pattern] =>
        string.Format(CultureInfo.CurrentCulture, this[pattern.Format], pattern.GetArguments());

    /// <summary>The text in the person's language; as it is, when no module has it.</summary>
    public string this[string text] => text.Length == 0 ? "" : localizers.Select(words => words[text]).FirstOrDefault(found =>
        !found.ResourceNotFound)?.Value ?? text;
}
