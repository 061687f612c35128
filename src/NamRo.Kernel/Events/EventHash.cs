using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NamRo.Kernel.Events;

/// <summary>
/// The hash of a link: SHA-256 over the previous hash and every field, each preceded by its length so that no two different rows have the
/// same bytes. Anyone with an export can recompute it.
/// </summary>
public static class EventHash
{
    public const int Length = SHA256.HashSizeInBytes;

    /// <summary>What the first link of a chain points to.</summary>
    public static byte[] Beginning => new byte[Length];

    /// <summary>Computes the hash of a link from its fields and <see cref="LoggedEvent.PreviousHash"/>.</summary>
    public static byte[] Of(LoggedEvent link)
    {
        ArgumentNullException.ThrowIfNull(link);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(link.PreviousHash);
        string?[] fields =
        [
            link.WardId.ToString("D"), link.Sequence.ToString(CultureInfo.InvariantCulture), link.Id.ToString("D"),
            link.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture), link.ActorId?.ToString("D"),
            link.ActorName, link.Kind, link.SubjectKind, link.SubjectId.ToString("D"), link.SubjectTitle, link.Reason, link.Data,
            link.Changes, link.Address,
        ];
        var length = new byte[sizeof(int)];
        foreach (var field in fields)
        {
            var bytes = field is null ? [] : Encoding.UTF8.GetBytes(field);
            BinaryPrimitives.WriteInt32BigEndian(length, field is null ? -1 : bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return hash.GetHashAndReset();
    }
}
