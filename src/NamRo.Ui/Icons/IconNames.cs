using System.Collections.Frozen;
using System.Text.Json;

namespace NamRo.Ui.Icons;

/// <summary>The names in the icon sprite, read from the same list the sprite is built from.</summary>
internal static class IconNames
{
    private static readonly FrozenSet<string> Names = Read();

    internal static IEnumerable<string> All => Names.Order(StringComparer.Ordinal);

    internal static string Checked(string name) => Names.Contains(name)
        ? name
        : throw new ArgumentException($"There is no icon '{name}': add its Tabler name to src/NamRo.Ui/assets/icons.json.", nameof(name));

    private static FrozenSet<string> Read()
    {
        using var list = typeof(IconNames).Assembly.GetManifestResourceStream("icons.json")!;
        return JsonSerializer.Deserialize<string[]>(list)!.ToFrozenSet(StringComparer.Ordinal);
    }
}
