using NamRo.Ui.Status;
using NamRo.Work.Standing;

namespace NamRo.Work.Contracts;

/// <summary>How a task can stand.</summary>
/// <param name="Code">As in <see cref="TaskRow.State"/> and in the address of the list.</param>
/// <param name="Title">Vietnamese word.</param>
/// <param name="IsOver">Nothing more is owed.</param>
public sealed record TaskState(string Code, string Title, StatusTone Tone, bool IsOver);

/// <summary>All states, what needs an act first.</summary>
public static class TaskStates
{
    public const string Late = nameof(StandingState.Late);
    public const string AboutToBeLate = nameof(StandingState.AboutToBeLate);
    public const string InsufficientData = nameof(StandingState.InsufficientData);
    public const string WaitingForOthers = nameof(StandingState.WaitingForOthers);
    public const string WaitingForCondition = nameof(StandingState.WaitingForCondition);
    public const string NotBegun = nameof(StandingState.NotBegun);
    public const string DoneOnTime = nameof(StandingState.DoneOnTime);
    public const string DoneLate = nameof(StandingState.DoneLate);
    public const string Dropped = nameof(StandingState.Dropped);

    public static IReadOnlyList<TaskState> All { get; } =
        [.. StandingWords.Board.Select(state => new TaskState(state.ToString(), state.Title(), state.Tone(), state.IsOver()))];

    /// <summary>Before the first standing is worked out a task has none: shown as not begun.</summary>
    public static TaskState Of(string? code) =>
        All.FirstOrDefault(state => state.Code == code) ?? All.Single(state => state.Code == NotBegun);
}
