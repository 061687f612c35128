using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using NamRo.Kernel.Mail;
using NamRo.Kernel.Notices;
using NamRo.Work.Desk;

namespace NamRo.Work;

/// <summary>What a link in a mail opens: the receipt of one task by one person, nothing else.</summary>
internal sealed record ReceiptGrant(Guid WardId, Guid PersonId, Guid TaskId);

/// <summary>Puts the link into the mail about an assigned task: signed and encrypted, and of no use after some days.</summary>
internal sealed class ReceiptLink(IDataProtectionProvider protection) : IMailLink
{
    public const string Address = "/nhan-viec/";

    private const string TaskPath = "/nhiem-vu/";
    private const int GuidBytes = 16;
    private const int LongestKey = 1000;

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("task-receipt").ToTimeLimitedDataProtector();

    public (string Words, string Path)? For(NoticeRow notice) => notice.Kind == TaskNotices.Assigned
        && notice.Href.StartsWith(TaskPath, StringComparison.Ordinal) && Guid.TryParse(notice.Href.AsSpan(TaskPath.Length), out var task)
            ? ("Xác nhận đã nhận việc, không cần đăng nhập", Address + Write(new ReceiptGrant(notice.WardId, notice.PersonId, task)))
            : null;

    public string Write(ReceiptGrant grant) => Base64Url.EncodeToString(protector.Protect(
        [.. grant.WardId.ToByteArray(), .. grant.PersonId.ToByteArray(), .. grant.TaskId.ToByteArray()], Lifetime));

    /// <summary>Null: not ours, changed, or too old.</summary>
    public ReceiptGrant? Read(string key)
    {
        if (key.Length > LongestKey || !Base64Url.IsValid(key))
        {
            return null;
        }

        try
        {
            var bytes = protector.Unprotect(Base64Url.DecodeFromChars(key)).AsSpan();
            return new ReceiptGrant(new Guid(bytes[..GuidBytes]), new Guid(bytes[GuidBytes..(2 * GuidBytes)]),
                new Guid(bytes[(2 * GuidBytes)..]));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
