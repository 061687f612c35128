namespace NamRo.Administration.Access;

/// <summary>A typed code: six digits of the application, or a recovery code, with or without its hyphen and spaces.</summary>
internal readonly record struct SecondFactorCode(string Value, bool IsRecovery)
{
    public const int Longest = 20;

    private const int Digits = 6;
    private const int RecoveryHalf = 5;

    public static SecondFactorCode Parse(string typed)
    {
        var letters = string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        if (letters.Length == Digits && letters.All(char.IsAsciiDigit))
        {
            return new SecondFactorCode(letters, false);
        }

        var isWhole = letters.Length == 2 * RecoveryHalf;
        return new SecondFactorCode(isWhole ? $"{letters[..RecoveryHalf]}-{letters[RecoveryHalf..]}" : letters, true);
    }
}
