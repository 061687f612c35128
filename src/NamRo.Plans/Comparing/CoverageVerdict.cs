namespace NamRo.Plans.Comparing;

/// <summary>How an own row's promise stands to that of the row above.</summary>
internal enum CoverageVerdict
{
    /// <summary>Taken up; there is nothing to measure both by.</summary>
    TakenUp,

    Same,

    /// <summary>More is promised than asked for.</summary>
    Higher,

    /// <summary>Less is promised than asked for.</summary>
    Lower,

    /// <summary>The own deadline is behind the one asked for.</summary>
    Later,
}
