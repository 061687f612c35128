using System.Runtime.InteropServices;

namespace NamRo.Reading.Ocr.Engine;

/// <summary>Owns one native engine; freed exactly once, also when a thread dies while holding it.</summary>
internal sealed class TesseractHandle : SafeHandle
{
    public TesseractHandle(nint engine)
        : base(0, ownsHandle: true) => SetHandle(engine);

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        NativeMethods.TessBaseAPIDelete(handle);
        return true;
    }
}
