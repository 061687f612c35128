namespace NamRo.Ui.Layout;

/// <summary>Addresses of the pages that the layout leads to; the module that owns a page sets it. Null hides the entry.</summary>
public sealed class ShellOptions
{
    /// <summary>Name of the system, at the top of the side bar.</summary>
    public string ProductName { get; set; } = "Năm Rõ";

    /// <summary>Ends the sign-in by POST.</summary>
    public string? SignOutPath { get; set; }

    public string? SignInPath { get; set; }

    /// <summary>The person's own account: password, second factor, sessions, notices.</summary>
    public string? AccountPath { get; set; }

    /// <summary>Where another ward is chosen; shown to people who have several.</summary>
    public string? WardSwitchPath { get; set; }

    public string? NotificationsPath { get; set; }

    public string? HelpPath { get; set; }
}

/// <summary>
/// A figure beside a line of the menu, or on the bell: how much waits for the current person. Modules register any number.
/// </summary>
public interface IMenuCounter
{
    /// <summary>The line it stands beside, as in its menu entry.</summary>
    string Href { get; }

    /// <summary>Cheap: it runs for every page. 0 shows nothing.</summary>
    Task<int> CountAsync(CancellationToken cancel);
}
