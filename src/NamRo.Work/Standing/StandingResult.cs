using NamRo.Ui.Status;

namespace NamRo.Work.Standing;

/// <summary>How a task stands. docs/states.md explains each.</summary>
internal enum StandingState
{
    NotBegun,
    InProgress,
    AboutToBeLate,
    Late,
    InsufficientData,
    WaitingForOthers,
    WaitingForCondition,
    DoneOnTime,
    DoneLate,
    Dropped,
}

/// <summary>Where the ball is; all empty when the task is over.</summary>
/// <param name="Outside">A body that is not of the ward.</param>
internal sealed record StandingHolder(Guid? UnitId, Guid? PersonId, string? Outside = null);

/// <summary>How a task stands, and why.</summary>
/// <param name="Reason">One Vietnamese sentence: which rule, which data.</param>
/// <param name="Since">First day of the state.</param>
/// <param name="NextDue">The earliest day on which something owed is or was due.</param>
/// <param name="NextChangeOn">Until the day before, time alone changes nothing; null: only an act can.</param>
internal sealed record StandingResult(StandingState State, string Reason, DateOnly Since, StandingHolder Holder, DateOnly? NextDue,
    DateOnly? NextChangeOn);

/// <summary>Words and tones of the states.</summary>
internal static class StandingWords
{
    /// <summary>In the order of a board: what needs an act first.</summary>
    public static IReadOnlyList<StandingState> Board { get; } =
    [
        StandingState.Late, StandingState.AboutToBeLate, StandingState.InsufficientData, StandingState.WaitingForOthers,
        StandingState.WaitingForCondition, StandingState.InProgress, StandingState.NotBegun, StandingState.DoneOnTime,
        StandingState.DoneLate, StandingState.Dropped,
    ];

    public static bool IsOver(this StandingState state) =>
        state is StandingState.DoneOnTime or StandingState.DoneLate or StandingState.Dropped;

    public static string Title(this StandingState state) => state switch
    {
        StandingState.NotBegun => "Chưa đến kỳ",
        StandingState.InProgress => "Đang thực hiện",
        StandingState.AboutToBeLate => "Sắp đến hạn",
        StandingState.Late => "Quá hạn",
        StandingState.InsufficientData => "Chưa đủ dữ liệu",
        StandingState.WaitingForOthers => "Chờ bên khác",
        StandingState.WaitingForCondition => "Chờ điều kiện",
        StandingState.DoneOnTime => "Xong đúng hạn",
        StandingState.DoneLate => "Xong muộn",
        _ => "Không thực hiện nữa",
    };

    public static StatusTone Tone(this StandingState state) => state switch
    {
        StandingState.InProgress => StatusTone.InProgress,
        StandingState.AboutToBeLate => StatusTone.AtRisk,
        StandingState.Late => StatusTone.Late,
        StandingState.InsufficientData => StatusTone.NoData,
        StandingState.WaitingForOthers or StandingState.WaitingForCondition => StatusTone.Waiting,
        StandingState.DoneOnTime or StandingState.DoneLate => StatusTone.Done,
        _ => StatusTone.Neutral,
    };

    /// <summary>The state of that name; null: none, as before the first standing is worked out.</summary>
    public static StandingState? Parse(string? name) =>
        Enum.TryParse<StandingState>(name, out var state) && Enum.IsDefined(state) ? state : null;
}
