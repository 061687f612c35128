using System.Collections.ObjectModel;
using Microsoft.Extensions.Configuration;

namespace NamRo.Kernel.Files;

/// <summary>
/// The keys with which files are sealed on disk: the lines <c>id:key</c> of <c>Files:KeyFile</c> (or of <c>Files:Keys</c>, as from the
/// environment), 32 bytes in Base64 each. The first seals new files; the others only open older ones.
/// </summary>
public sealed class FileKeys
{
    /// <summary>Bytes of a key's name, so that it fits the head of a file.</summary>
    public const int LongestName = 16;

    private const int KeySize = 32;

    private readonly ReadOnlyDictionary<string, byte[]> byName;

    public FileKeys(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var text = configuration["Files:KeyFile"] is { Length: > 0 } file ? File.ReadAllText(file) : configuration["Files:Keys"] ?? "";
        var keys = text.Split(['\n', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Parse).ToList();
        byName = keys.ToDictionary(StringComparer.Ordinal).AsReadOnly();
        CurrentName = keys.Count == 0 ? null : keys[0].Key;
    }

    /// <summary>Name of the key that seals; null: files are kept as they are.</summary>
    public string? CurrentName { get; }

    internal byte[] Current => byName[CurrentName!];

    internal byte[] Find(string name) => byName.GetValueOrDefault(name)
        ?? throw new InvalidOperationException($"A file is sealed with the key '{name}', which Files:KeyFile does not hold.");

    private static KeyValuePair<string, byte[]> Parse(string line)
    {
        var parts = line.Split(':', 2);
        var key = new byte[KeySize];
        return parts is [{ Length: > 0 and <= LongestName } name, var text] && name.All(char.IsAsciiLetterOrDigit)
            && Convert.TryFromBase64String(text, key, out var size) && size == KeySize
            ? new(name, key)
            : throw new InvalidOperationException(
                "Files:KeyFile holds lines 'name:key': a name of letters and digits, 32 bytes in Base64.");
    }
}
