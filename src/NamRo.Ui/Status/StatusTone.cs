namespace NamRo.Ui.Status;

/// <summary>The only meanings a colour may carry. Each has its icon; the word is given by who knows the standing.</summary>
public enum StatusTone
{
    /// <summary>A plain remark without standing.</summary>
    Neutral,

    /// <summary>Done, reached, certain.</summary>
    Done,

    /// <summary>Under way and in time.</summary>
    InProgress,

    /// <summary>Past its deadline, or not reached.</summary>
    Late,

    /// <summary>Likely to be late, or in doubt.</summary>
    AtRisk,

    /// <summary>Not enough data to say.</summary>
    NoData,

    /// <summary>Waiting for somebody else's act.</summary>
    Waiting,
}

/// <summary>Class and icon of a tone.</summary>
internal static class StatusToneLook
{
    internal static string CssClass(this StatusTone tone) => tone switch
    {
        StatusTone.Done => "tone-done",
        StatusTone.InProgress => "tone-in-progress",
        StatusTone.Late => "tone-late",
        StatusTone.AtRisk => "tone-at-risk",
        StatusTone.NoData => "tone-no-data",
        StatusTone.Waiting => "tone-waiting",
        _ => "tone-neutral",
    };

    internal static string IconName(this StatusTone tone) => tone switch
    {
        StatusTone.Done => "circle-check",
        StatusTone.InProgress => "progress-check",
        StatusTone.Late => "clock-exclamation",
        StatusTone.AtRisk => "alert-triangle",
        StatusTone.NoData => "help-circle",
        StatusTone.Waiting => "hourglass",
        _ => "info-circle",
    };
}
