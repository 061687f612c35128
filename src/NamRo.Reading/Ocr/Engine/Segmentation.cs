namespace NamRo.Reading.Ocr.Engine;

/// <summary>What the engine may assume of a picture (its page segmentation modes, with its own numbers).</summary>
internal enum Segmentation
{
    /// <summary>Columns and blocks are looked for.</summary>
    Page = 3,

    /// <summary>One column of text of several sizes.</summary>
    Column = 4,

    /// <summary>One even block of lines.</summary>
    Block = 6,

    /// <summary>One line.</summary>
    Line = 7,

    /// <summary>Pieces of text anywhere.</summary>
    Sparse = 11,
}
