namespace NamRo.Reading.Pdf.Syntax;

/// <summary>The bytes are not the PDF they claim to be. Never leaves <see cref="PdfReader"/>.</summary>
internal sealed class PdfSyntaxException(string message) : Exception(message);
