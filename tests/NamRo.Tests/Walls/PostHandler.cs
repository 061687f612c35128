using System.Reflection;

namespace NamRo.Tests.Walls;

/// <summary>A handler of a page and the fields it reads.</summary>
/// <param name="Name">As in <c>?handler=Name</c>; null: the page's own.</param>
internal sealed record PostHandler(string? Name, IReadOnlyList<(string Name, Type Type)> Fields)
{
    private const int Deepest = 3;

    /// <summary>Every field, filled with something that could be right; wherever a key is asked for, the given one.</summary>
    /// <param name="isOfAThing">False: the page makes a new thing, whose own key (<c>Input.Id</c>) the form has chosen.</param>
    public IEnumerable<KeyValuePair<string, string>> Fill(Guid key, bool isOfAThing) => Fields
        .SelectMany(field => Fill(field.Name, field.Type, key, 0))
        .Select(pair => !isOfAThing && Name is null && pair.Key == "Input.Id" ? new(pair.Key, Guid.CreateVersion7().ToString()) : pair);

    /// <summary>Every field with the given text, whatever it asks for.</summary>
    public IEnumerable<KeyValuePair<string, string>> FillWith(string text) => Fill(Guid.Empty, true).Select(pair => new KeyValuePair<string, string>(pair.Key, text));

    /// <summary>Every text field with the given text, the others with something that could be right.</summary>
    public IEnumerable<KeyValuePair<string, string>> FillTexts(Guid key, bool isOfAThing, string text) => Fill(key, isOfAThing)
        .Select(pair => pair.Value is "Thử" ? new KeyValuePair<string, string>(pair.Key, text) : pair);

    private static IEnumerable<KeyValuePair<string, string>> Fill(string name, Type declared, Guid key, int depth)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (Simple(name, type, key) is { } text)
        {
            return [new(name, text)];
        }

        if (depth >= Deepest || type == typeof(CancellationToken) || type.Namespace?.StartsWith("Microsoft.", StringComparison.Ordinal) == true)
        {
            return [];
        }

        if (type.IsGenericType && type.GenericTypeArguments is [var element])
        {
            return Fill(name + "[0]", element, key, depth + 1);
        }

        return type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is { IsPublic: true })
            .SelectMany(property => Fill($"{name}.{property.Name}", property.PropertyType, key, depth + 1));
    }

    private static string? Simple(string name, Type type, Guid key) => type switch
    {
        _ when type == typeof(string) && name.EndsWith("Email", StringComparison.Ordinal) => "thu@phuong.example",
        _ when type == typeof(Guid) => key.ToString(),
        _ when type == typeof(string) => "Thử",
        _ when type == typeof(bool) => "true",
        _ when type == typeof(DateOnly) => "2026-12-01",
        _ when type == typeof(DateTimeOffset) => "2026-12-01T00:00:00Z",
        _ when type.IsEnum => Enum.GetNames(type)[0],
        _ when type.IsPrimitive || type == typeof(decimal) => "1",
        _ => null,
    };
}
