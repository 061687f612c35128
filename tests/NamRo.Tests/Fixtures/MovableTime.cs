namespace NamRo.Tests.Fixtures;

/// <summary>A clock that runs, and that a test may push forward.</summary>
public sealed class MovableTime : TimeProvider
{
    private TimeSpan shift;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + shift;

    public void Forward(TimeSpan by) => shift += by;
}
