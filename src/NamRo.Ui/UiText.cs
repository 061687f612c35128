namespace NamRo.Ui;

/// <summary>
/// Words of the shared interface. The key of a text is the Vietnamese sentence itself, so that a view can be read and a missing
/// translation shows Vietnamese; <c>UiText.en.resx</c> holds the English. Every module has such a pair, named after the module.
/// </summary>
public sealed class UiText;
