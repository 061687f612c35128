using System.Diagnostics;
using System.Net.Http.Json;
using System.Security.Cryptography;

namespace NamRo.Tests.Fixtures;

/// <summary>A real OpenID Connect provider (Debian's glewlwyd) on a database of its own.</summary>
public sealed class Glewlwyd : IAsyncDisposable
{
    public const string ClientId = "namro";
    public const string Secret = "s3cret-for-tests";
    public const string UserPassword = "An-password-1";

    private const string Program = "/usr/bin/glewlwyd";
    private const string Schema = "/usr/share/dbconfig-common/data/glewlwyd/install/sqlite3";

    private readonly string folder = Directory.CreateTempSubdirectory("namro-glewlwyd-").FullName;
    private readonly int port = FreePort();

    private Process? process;

    public static bool IsInstalled => File.Exists(Program) && File.Exists(Schema);

    public string Address => $"http://localhost:{port}";

    public string Issuer => Address + "/api/oidc";

    public async Task StartAsync(string userName)
    {
        var database = Path.Combine(folder, "glewlwyd.db");
        await RunAsync("sqlite3", $"\"{database}\" \".read {Schema}\"");
        var settings = Path.Combine(folder, "glewlwyd.conf");
        await File.WriteAllTextAsync(settings, $$"""
            port={{port}}
            bind_address="127.0.0.1"
            external_url="{{Address}}"
            login_url="login.html"
            api_prefix="api"
            log_mode="console"
            log_level="ERROR"
            session_key="GLEWLWYD2_SESSION_ID"
            session_expiration=3600
            admin_scope="g_admin"
            profile_scope="g_profile"
            user_module_path="/usr/lib/glewlwyd/user"
            client_module_path="/usr/lib/glewlwyd/client"
            user_auth_scheme_module_path="/usr/lib/glewlwyd/scheme"
            plugin_module_path="/usr/lib/glewlwyd/plugin"
            hash_algorithm="SHA512"
            database={ type="sqlite3" path="{{database}}" }
            """);
        process = Process.Start(new ProcessStartInfo(Program, $"--config-file={settings}")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        using var admin = await SignInAsync("admin", "password");
        await ConfigureAsync(admin, userName);
    }

    /// <summary>What the person's browser does at the provider: signs in, agrees, and is sent back. Gives the way back.</summary>
    public async Task<Uri> AgreeAsync(string authorizationAddress, string userName)
    {
        using var person = await SignInAsync(userName, UserPassword);
        (await person.PutAsJsonAsync($"{Address}/api/auth/grant/{ClientId}", new { scope = "openid" })).EnsureSuccessStatusCode();
        var answer = await person.GetAsync(new Uri(authorizationAddress + "&g_continue"));
        return answer.Headers.Location ?? throw new InvalidOperationException($"The provider answered {answer.StatusCode}.");
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    public async Task AllowAsync(string returnAddress)
    {
        using var admin = await SignInAsync("admin", "password");
        (await admin.PostAsJsonAsync($"{Address}/api/client/", new
        {
            client_id = ClientId,
            name = "Năm Rõ",
            enabled = true,
            confidential = true,
            password = Secret,
            redirect_uri = new[] { returnAddress },
            authorization_type = new[] { "code" },
            token_endpoint_auth_method = new[] { "client_secret_basic" },
            scope = Array.Empty<string>(),
        })).EnsureSuccessStatusCode();
    }

    private async Task ConfigureAsync(HttpClient admin, string userName)
    {
        using var key = RSA.Create(2048);
        (await admin.PostAsJsonAsync($"{Address}/api/mod/plugin/", new
        {
            module = "oidc",
            name = "oidc",
            display_name = "OIDC",
            order_rank = 0,
            parameters = new Dictionary<string, object>
            {
                ["iss"] = Issuer,
                ["jwt-type"] = "rsa",
                ["jwt-key-size"] = "256",
                ["key"] = key.ExportRSAPrivateKeyPem(),
                ["cert"] = key.ExportSubjectPublicKeyInfoPem(),
                ["access-token-duration"] = 3600,
                ["refresh-token-duration"] = 3600,
                ["code-duration"] = 600,
                ["refresh-token-rolling"] = false,
                ["allow-non-oidc"] = false,
                ["auth-type-code-enabled"] = true,
                ["auth-type-token-enabled"] = false,
                ["auth-type-id-token-enabled"] = true,
                ["auth-type-none-enabled"] = false,
                ["auth-type-password-enabled"] = false,
                ["auth-type-client-enabled"] = false,
                ["auth-type-refresh-enabled"] = false,
                ["pkce-allowed"] = true,
                ["pkce-required"] = true,
                ["jwks-show"] = true,
                ["subject-type"] = "public",
                ["scope"] = Array.Empty<string>(),
                ["additional-parameters"] = Array.Empty<string>(),
                ["claims"] = new[] { new Dictionary<string, object> { ["name"] = "preferred_username", ["user-property"] = "username", ["type"] = "string", ["mandatory"] = true } },
            },
        })).EnsureSuccessStatusCode();
        (await admin.PostAsJsonAsync($"{Address}/api/user/", new
        {
            username = userName,
            name = "An",
            password = UserPassword,
            scope = new[] { "openid", "g_profile" },
            enabled = true,
        })).EnsureSuccessStatusCode();
    }

    private async Task<HttpClient> SignInAsync(string userName, string password)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        await Wait.UntilAsync(async () =>
        {
            try
            {
                return (await client.PostAsJsonAsync($"{Address}/api/auth/", new { username = userName, password })).IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });
        return client;
    }

    private static async Task RunAsync(string program, string arguments)
    {
        using var run = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        await run.WaitForExitAsync();
        Assert.Equal(0, run.ExitCode);
    }

    private static int FreePort()
    {
        using var socket = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        socket.Start();
        return ((System.Net.IPEndPoint)socket.LocalEndpoint).Port;
    }
}
