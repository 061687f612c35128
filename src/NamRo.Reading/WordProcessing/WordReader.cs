using System.Xml.Linq;
using NamRo.Reading.Packages;

namespace NamRo.Reading.WordProcessing;

/// <summary>
/// Reads DOCX straight from the XML of its parts. Headers, footers, footnotes and comments are left out; automatic numbers are written
/// before the text they number; open tracked changes are read as accepted.
/// </summary>
internal static class WordReader
{
    /// <exception cref="InvalidDataException">The package is broken or beyond the limits.</exception>
    public static DocumentReading Read(OfficePackage package, CancellationToken cancel)
    {
        var part = package.Related(string.Empty, "officeDocument") ?? "word/document.xml";
        var body = package.Load(part).Child("body") ?? throw new InvalidDataException("no document body");
        var styles = new WordStyles(LoadRelated(package, part, "styles"));
        var changes = new WordChanges();
        var paragraphs = new WordParagraphs(styles, new WordNumbering(LoadRelated(package, part, "numbering"), styles), changes);
        var tables = new WordTables(paragraphs, changes);

        var builder = new ReadingBuilder();
        foreach (var element in WordBody.Blocks(body, changes))
        {
            cancel.ThrowIfCancellationRequested();
            IEnumerable<Block> blocks = element.Name.LocalName == "p" ? paragraphs.Read(element, keepNumber: false) : tables.Read(element);
            foreach (var block in blocks)
            {
                builder.Add(block);
            }
        }

        foreach (var notice in changes.Notices())
        {
            builder.Add(notice);
        }

        return builder.Build(SourceKind.Word);
    }

    private static XElement? LoadRelated(OfficePackage package, string part, string type) =>
        package.Related(part, type) is { } related ? package.Load(related) : null;
}
