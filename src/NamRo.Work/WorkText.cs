namespace NamRo.Work;

/// <summary>Words of this module: Vietnamese in the views, English in <c>WorkText.en.resx</c>.</summary>
public sealed class WorkText;
