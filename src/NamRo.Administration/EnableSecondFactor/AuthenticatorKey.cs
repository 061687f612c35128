using System.Text;
using QRCoder;

namespace NamRo.Administration;

/// <summary>A secret shared with the person's authenticator application, and the two ways of carrying it over.</summary>
/// <param name="AccountName">What the application lists it under.</param>
/// <param name="Secret">Base32 (RFC 4648).</param>
internal sealed record AuthenticatorKey(string AccountName, string Secret)
{
    private const string Issuer = "Năm Rõ";
    private const int GroupLength = 4;

    /// <summary>In groups of four, for typing.</summary>
    public string Groups => string.Join(' ', Secret.Chunk(GroupLength).Select(group => new string(group)));

    public string Address
    {
        get
        {
            var issuer = Uri.EscapeDataString(Issuer);
            return $"otpauth://totp/{issuer}:{Uri.EscapeDataString(AccountName)}?secret={Secret}&issuer={issuer}&digits=6";
        }
    }

    /// <summary>The QR symbol of <see cref="Address"/>: the side in modules with its quiet zone, and an SVG path of dark modules.</summary>
    public (int Side, string Path) DrawSymbol()
    {
        using var data = QRCodeGenerator.GenerateQrCode(Address, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var row = 0; row < data.ModuleMatrix.Count; row++)
        {
            for (var column = 0; column < data.ModuleMatrix[row].Count; column++)
            {
                if (data.ModuleMatrix[row][column])
                {
                    path.Append('M').Append(column).Append(' ').Append(row).Append("h1v1h-1z");
                }
            }
        }

        return (data.ModuleMatrix.Count, path.ToString());
    }
}
