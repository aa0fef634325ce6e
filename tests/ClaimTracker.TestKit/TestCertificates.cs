using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ClaimTracker.TestKit;

/// <summary>Certificates of servers on this machine, made by themselves. Nobody trusts one, but for those that this process was told to.</summary>
public static class TestCertificates
{
    private static readonly ConcurrentDictionary<string, bool> trusted = new();

#pragma warning disable SYSLIB0014, MA0039 // The one place where System.Net.Mail asks whom to trust; it holds in this process of tests, for certificates made here.
    static TestCertificates() => ServicePointManager.ServerCertificateValidationCallback = (_, certificate, _, errors) =>
        errors is SslPolicyErrors.None
        || (errors is SslPolicyErrors.RemoteCertificateChainErrors && certificate is not null && trusted.ContainsKey(certificate.GetCertHashString(HashAlgorithmName.SHA256)));
#pragma warning restore SYSLIB0014, MA0039

    /// <summary>As if an authority had signed it. Its name is looked at as in any other.</summary>
    public static X509Certificate2 MakeTrusted(string host)
    {
        var certificate = Make(host);
        trusted[certificate.GetCertHashString(HashAlgorithmName.SHA256)] = true;
        return certificate;
    }

    public static X509Certificate2 Make(string host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
