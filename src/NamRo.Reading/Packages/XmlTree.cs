using System.Xml;
using System.Xml.Linq;

namespace NamRo.Reading.Packages;

/// <summary>
/// Loads XML from outside: no document types, no external entities, limited depth and size. ISO "strict" names become the usual ones.
/// </summary>
internal static class XmlTree
{
    private const int MostDepth = 400;
    private const int MostCharacters = 64 * 1024 * 1024;
    private const int MostElements = 2_000_000;
    private const string StrictPrefix = "http://purl.oclc.org/ooxml/";
    private const string UsualPrefix = "http://schemas.openxmlformats.org/";

    /// <exception cref="InvalidDataException">Nested too deep.</exception>
    /// <exception cref="XmlException">Not well-formed.</exception>
    public static XElement Load(Stream stream)
    {
        using var reader = Open(stream);
        var elements = 0;
        XElement? root = null;
        XElement? open = null;
        while (reader.Read())
        {
            if (reader.Depth > MostDepth || elements > MostElements)
            {
                throw new InvalidDataException("XML nested too deep or too large");
            }

            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    elements++;
                    var isEmpty = reader.IsEmptyElement;
                    var element = ReadElement(reader);
                    open?.Add(element);
                    root ??= element;
                    open = isEmpty ? open : element;
                    break;
                case XmlNodeType.EndElement:
                    open = open?.Parent;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    open?.Add(new XText(reader.Value));
                    break;
            }
        }

        return root ?? throw new XmlException("no root element");
    }

    /// <summary>A reader with the same limits, for parts that need no tree.</summary>
    public static XmlReader Open(Stream stream) => XmlReader.Create(stream, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostCharacters,
    });

    private static XElement ReadElement(XmlReader reader)
    {
        var element = new XElement(Namespace(reader.NamespaceURI) + reader.LocalName);
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix != "xmlns" && reader.Name != "xmlns")
            {
                element.SetAttributeValue(Namespace(reader.NamespaceURI) + reader.LocalName, reader.Value);
            }
        }

        return element;
    }

    private static XNamespace Namespace(string name) => name.StartsWith(StrictPrefix, StringComparison.Ordinal)
        ? UsualPrefix + name[StrictPrefix.Length..].Replace("/main", "/2006/main", StringComparison.Ordinal)
        : name;
}
