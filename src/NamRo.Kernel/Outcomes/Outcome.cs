using System.Globalization;

namespace NamRo.Kernel.Outcomes;

/// <summary>
/// A rule said no. The message is Vietnamese, tells what is safe and what to do, and stands beside <see cref="Field"/> if given.
/// </summary>
/// <param name="Message">One or two sentences for the person at the screen.</param>
/// <param name="Field">Name of the input it is about, such as <c>Input.Name</c>; null: the whole form.</param>
public sealed record Refusal(string Message, string? Field = null)
{
    /// <summary>The message with gaps for its values, as other languages have it; null: there are none.</summary>
    public FormattableString? Pattern { get; private init; }

    /// <summary>A message with values in it, which can be said in another language too.</summary>
    public static Refusal With(FormattableString message, string? field = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new Refusal(message.ToString(CultureInfo.GetCultureInfo("vi-VN")), field) { Pattern = message };
    }
}

/// <summary>
/// How a handler ended: done, not found (which includes "not yours"), or refused by a rule. Never used for bugs: those throw.
/// </summary>
public abstract record Outcome
{
    private protected Outcome()
    {
    }

    /// <summary>It was carried out.</summary>
    public sealed record Done : Outcome;

    /// <summary>There is no such thing, or the user may not see it.</summary>
    public sealed record NotFound : Outcome;

    /// <summary>A rule forbids it now.</summary>
    public sealed record Refused(Refusal Refusal) : Outcome;

    public static Outcome Success { get; } = new Done();

    public static Outcome Missing { get; } = new NotFound();

    public static implicit operator Outcome(Refusal refusal) => new Refused(refusal);
}

/// <summary>As <see cref="Outcome"/>, with what the handler made.</summary>
public abstract record Outcome<T>
{
    private protected Outcome()
    {
    }

    public sealed record Done(T Value) : Outcome<T>;

    public sealed record NotFound : Outcome<T>;

    public sealed record Refused(Refusal Refusal) : Outcome<T>;

    public static implicit operator Outcome<T>(Refusal refusal) => new Refused(refusal);

    public static implicit operator Outcome<T>(T value) => new Done(value);
}
