namespace NamRo.Targets;

/// <summary>Words of this module: Vietnamese in the views, English in <c>TargetsText.en.resx</c>.</summary>
public sealed class TargetsText;
