namespace NamRo.Targets.Contracts;

/// <summary>Says which canonical indicators the ward's targets are, in the name of the current person.</summary>
public interface ITargetMatching
{
    /// <summary>Confirms the proposals that leave no doubt; gives their number.</summary>
    Task<int> MatchCertainAsync(CancellationToken cancel);
}
