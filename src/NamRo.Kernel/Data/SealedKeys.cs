using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Kernel.Files;

namespace NamRo.Kernel.Data;

/// <summary>
/// Seals the keys of cookies, forms and second factors with the first key of <c>Files:KeyFile</c>, so that whoever reads the database alone
/// (or a copy of it) can neither make a cookie nor read an authenticator's secret.
/// </summary>
internal sealed class SealedKeys(FileKeys keys) : IXmlEncryptor
{
    internal const int TagSize = 16;
    internal const int NonceSize = 12;
    internal static readonly XName Name = "sealed";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var (nonce, tag, text) = (RandomNumberGenerator.GetBytes(NonceSize), new byte[TagSize], new byte[plain.Length]);
        using var cipher = new AesGcm(keys.Current, TagSize);
        cipher.Encrypt(nonce, plain, text, tag);
        return new EncryptedXmlInfo(new XElement(Name, new XAttribute("key", keys.CurrentName!),
            Convert.ToBase64String([.. nonce, .. tag, .. text])), typeof(UnsealedKeys));
    }
}

/// <summary>
/// Opens what <see cref="SealedKeys"/> has sealed, also with an older line of the key file. Named in the database: never rename.
/// </summary>
internal sealed class UnsealedKeys(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var keys = services.GetRequiredService<FileKeys>();
        var bytes = Convert.FromBase64String(encryptedElement.Value).AsSpan();
        var text = bytes[(SealedKeys.NonceSize + SealedKeys.TagSize)..];
        var plain = new byte[text.Length];
        using var cipher = new AesGcm(keys.Find((string)encryptedElement.Attribute("key")!), SealedKeys.TagSize);
        cipher.Decrypt(bytes[..SealedKeys.NonceSize], text, bytes.Slice(SealedKeys.NonceSize, SealedKeys.TagSize), plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}
