namespace NamRo.Targets.Forecasting;

/// <summary>What is expected on a later period, and how far it may be off.</summary>
/// <param name="Low">With <paramref name="High"/>: held at least four out of five figures that were held back.</param>
/// <param name="Method">How it was made, in Vietnamese.</param>
/// <param name="Error">Mean distance from the figures held back.</param>
/// <param name="NaiveError">The same for "as last period".</param>
/// <param name="Trials">How many figures were held back.</param>
internal sealed record Forecast(decimal Value, decimal Low, decimal High, string Method, decimal Error, decimal NaiveError, int Trials);
