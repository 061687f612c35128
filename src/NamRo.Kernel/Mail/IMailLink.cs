using NamRo.Kernel.Notices;

namespace NamRo.Kernel.Mail;

/// <summary>A module that puts a link under some notices in mails, by which the person acts without signing in.</summary>
public interface IMailLink
{
    /// <summary>The words of the link and its absolute path; null: none for this notice.</summary>
    (string Words, string Path)? For(NoticeRow notice);
}
