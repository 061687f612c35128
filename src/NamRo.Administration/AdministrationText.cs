namespace NamRo.Administration;

/// <summary>Words of this module: Vietnamese in the views, English in <c>AdministrationText.en.resx</c>.</summary>
public sealed class AdministrationText;
