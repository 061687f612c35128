using System.Xml.Linq;

namespace NamRo.Reading.WordProcessing;

/// <summary>
/// Walks the elements that may stand between a container and what it holds: content controls, custom XML, tracked changes, alternatives.
/// </summary>
internal static class WordBody
{
    /// <summary>The paragraphs and tables of a body or cell, in order.</summary>
    public static IEnumerable<XElement> Blocks(XElement container, WordChanges changes) =>
        Walk(container, changes, name => name is "p" or "tbl");

    /// <summary>The rows of a table or the cells of a row, in order; deleted rows left out.</summary>
    public static IEnumerable<XElement> Children(XElement container, string name, WordChanges changes) =>
        Walk(container, changes, found => found == name);

    private static IEnumerable<XElement> Walk(XElement container, WordChanges changes, Func<string, bool> wanted)
    {
        foreach (var element in container.Elements())
        {
            var name = element.Name.LocalName;
            if (wanted(name) && element.Name.Namespace == WordNames.W)
            {
                if (element.Child("trPr").Child("del") is { } deleted)
                {
                    changes.Count(deleted);
                    continue;
                }

                yield return element;
            }
            else if (name is "del" or "moveFrom")
            {
                changes.Count(element);
            }
            else if (name is "sdt" or "sdtContent" or "customXml" or "smartTag" or "ins" or "moveTo" or "AlternateContent" or "Choice")
            {
                foreach (var inner in Walk(element, changes, wanted))
                {
                    yield return inner;
                }
            }
        }
    }
}
