using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ClaimTracker.Core.Users;

/// <summary>A secret that stands in a link. We keep only its hash, so that reading the database opens nothing.</summary>
public static class SecretToken
{
    private const int Bytes = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
