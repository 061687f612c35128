using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Kernel;
using NamRo.Kernel.Data;
using NamRo.Kernel.Files;

namespace NamRo.Tests.Kernel;

/// <summary>The keys of cookies and second factors, where the installation has a key file.</summary>
public sealed class SealedKeysTests
{
    private static readonly string First = "a1:" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private static readonly string Second = "a2:" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    [Fact]
    public void Keys_OfAnInstallationWithAKeyFile_AreSealedAndOpenAfterRotation()
    {
        var stored = new Shelf();

        var text = Protector(stored, First).Protect("bí mật");

        Assert.DoesNotContain(stored.Elements, element => element.ToString().Contains("masterKey", StringComparison.Ordinal));
        Assert.Equal("bí mật", Protector(stored, First).Unprotect(text));
        Assert.Equal("bí mật", Protector(stored, $"{Second}\n{First}").Unprotect(text));
        Assert.ThrowsAny<Exception>(() => Protector(stored, Second).Unprotect(text));
    }

    [Fact]
    public void Connection_WithoutItsOwnWord_HasOurPoolAndPreparesStatements()
    {
        var ours = KernelModule.WithOurDefaults("Host=x;Database=y");
        var theirs = KernelModule.WithOurDefaults("Host=x;Database=y;MaxPoolSize=7;Max Auto Prepare=0;No Reset On Close=false");

        Assert.Equal(KernelModule.MaximumPoolSize, ours.MaxPoolSize);
        Assert.True(ours.MaxAutoPrepare > 0 && ours.NoResetOnClose);
        Assert.Equal((7, 0, false), (theirs.MaxPoolSize, theirs.MaxAutoPrepare, theirs.NoResetOnClose));
    }

    private static IDataProtector Protector(Shelf stored, string keys)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Files:Keys", keys)]).Build());
        services.AddSingleton<FileKeys>().AddDataProtection();
        services.AddOptions<KeyManagementOptions>().Configure<FileKeys>((options, files) =>
            (options.XmlRepository, options.XmlEncryptor) = (stored, new SealedKeys(files)));
        return services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
    }

    private sealed class Shelf : IXmlRepository
    {
        private readonly ConcurrentQueue<string> rows = new();

        public IEnumerable<XElement> Elements => rows.Select(XElement.Parse);

        public IReadOnlyCollection<XElement> GetAllElements() => [.. Elements];

        public void StoreElement(XElement element, string friendlyName) => rows.Enqueue(element.ToString());
    }
}
