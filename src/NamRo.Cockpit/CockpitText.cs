namespace NamRo.Cockpit;

/// <summary>Words of this module: Vietnamese in the views, English in <c>CockpitText.en.resx</c>.</summary>
public sealed class CockpitText;
