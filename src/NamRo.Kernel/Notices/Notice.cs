namespace NamRo.Kernel.Notices;

/// <summary>Something one person should know. Post it with <see cref="NoticeBoard.Post"/>.</summary>
/// <param name="PersonId">A person of the current ward.</param>
/// <param name="Kind">Code of a <see cref="NoticeKind"/> that a module contributes.</param>
/// <param name="Title">One Vietnamese sentence; cut at <see cref="LongestTitle"/>.</param>
/// <param name="Href">Absolute path of the page where the person acts, such as <c>/nhiem-vu/...</c>.</param>
/// <param name="Body">A few more words, plain text; cut at <see cref="LongestBody"/>.</param>
/// <param name="OnceKey">Names the occasion, such as <c>overdue:ID:2026-06</c>: the person gets one notice of it, however often it is
/// posted.</param>
/// <param name="IsUrgent">Mailed at once where the person chose the daily digest (never outside working hours).</param>
public sealed record Notice(Guid PersonId, string Kind, string Title, string Href, string? Body = null, string? OnceKey = null,
    bool IsUrgent = false)
{
    public const int LongestTitle = 300;
    public const int LongestBody = 4000;
    public const int LongestHref = 500;
    public const int LongestOnceKey = 200;
}

/// <summary>When a notice is also mailed.</summary>
public enum MailTiming
{
    Never,

    /// <summary>Within minutes, in working hours.</summary>
    AtOnce,

    /// <summary>In the digest of the next working morning, unless read by then.</summary>
    Daily,
}

/// <summary>A kind of notice, for which a person chooses channels.</summary>
/// <param name="Code">Stable key, <c>module.what</c>, such as <c>work.task_assigned</c>.</param>
/// <param name="Title">Vietnamese words of the person's choices, such as "Được giao nhiệm vụ".</param>
/// <param name="MailTiming">What happens until the person chooses.</param>
public sealed record NoticeKind(string Code, string Title, MailTiming MailTiming = MailTiming.Daily)
{
    /// <summary>Whether it is shown under the bell until the person chooses.</summary>
    public bool IsShown { get; init; } = true;

    /// <summary>The same words in English; null shows the Vietnamese ones.</summary>
    public string? EnglishTitle { get; init; }
}

/// <summary>The person a notice goes to, as the mail needs them.</summary>
/// <param name="Address">Null: they have none on record.</param>
public sealed record Recipient(string Name, string? Address);

/// <summary>Knows the people of the current ward; Administration implements it.</summary>
public interface IRecipientDirectory
{
    /// <summary>Null: there is no such person in the ward's service (any more).</summary>
    Task<Recipient?> FindAsync(Guid personId, CancellationToken cancel);
}
