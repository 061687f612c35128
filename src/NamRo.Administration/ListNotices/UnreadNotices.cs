using NamRo.Kernel.Notices;
using NamRo.Ui.Layout;

namespace NamRo.Administration;

/// <summary>The figure on the bell.</summary>
internal sealed class UnreadNotices(NoticeReader notices) : IMenuCounter
{
    public string Href => ListNoticesPage.Address;

    public Task<int> CountAsync(CancellationToken cancel) => notices.CountUnreadAsync(cancel);
}
