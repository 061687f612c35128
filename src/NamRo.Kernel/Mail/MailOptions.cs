namespace NamRo.Kernel.Mail;

/// <summary>How mail leaves, section <c>Mail</c> of the configuration. Without host, sender and site none is sent.</summary>
public sealed class MailOptions
{
    /// <summary>Name or address of the SMTP server.</summary>
    public string? Host { get; set; }

    public int Port { get; set; } = 25;

    /// <summary>Upgrades the connection by STARTTLS before anything is said.</summary>
    public bool UseTls { get; set; }

    public string? UserName { get; set; }

    /// <summary>A file that holds the password, so that it stands in no command line and no log.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>Address the mail comes from.</summary>
    public string? From { get; set; }

    /// <summary>Where people reach this installation, such as <c>https://namro.phuong.example</c>; links in mails begin with it.</summary>
    public string? Site { get; set; }

    /// <summary>A server that has not answered by then is tried again later.</summary>
    public int TimeoutSeconds { get; set; } = 30;

    public bool IsOn => Host is { Length: > 0 } && From is { Length: > 0 } && Site is { Length: > 0 };
}
