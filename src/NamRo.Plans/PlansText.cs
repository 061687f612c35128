namespace NamRo.Plans;

/// <summary>Words of this module: Vietnamese in the views, English in <c>PlansText.en.resx</c>.</summary>
public sealed class PlansText;
