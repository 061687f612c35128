using System.Xml.Linq;

namespace NamRo.Reading.WordProcessing;

/// <summary>The names of WordprocessingML (ECMA-376 part 1, chapter 17) and small ways to look at its elements.</summary>
internal static class WordNames
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public static readonly XNamespace Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    public static readonly XNamespace Mathematics = "http://schemas.openxmlformats.org/officeDocument/2006/math";
    public static readonly XName Val = W + "val";

    public static XElement? Child(this XElement? element, string name) => element?.Element(W + name);

    /// <summary>The w:val of a child; null when child or value is missing.</summary>
    public static string? Value(this XElement? element, string child) => element.Child(child)?.Attribute(Val)?.Value;

    /// <summary>A whole number in the w:val of a child.</summary>
    public static int? Number(this XElement? element, string child) => ToNumber(element.Value(child));

    /// <summary>A whole number in an attribute.</summary>
    public static int? NumberOf(this XElement? element, string attribute) => ToNumber(element?.Attribute(W + attribute)?.Value);

    /// <summary>A switch: null when the child is missing, false for w:val "0", "false", "off" or "none".</summary>
    public static bool? Switch(this XElement? element, string child) =>
        element.Child(child) is { } found ? found.Attribute(Val)?.Value is not ("0" or "false" or "off" or "none") : null;

    private static int? ToNumber(string? text) =>
        int.TryParse(
            text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number)
        && Math.Abs((long)number) < 10_000_000 ? number : null;
}
