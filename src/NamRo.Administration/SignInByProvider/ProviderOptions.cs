namespace NamRo.Administration;

/// <summary>What an account is found by.</summary>
internal enum ProviderMatch
{
    UserName,
    Email,
}

/// <summary>
/// A sign-in service of the city or the province that speaks OpenID Connect; section <c>Oidc</c> of the configuration. Off until an
/// authority and a client are given. It opens accounts that exist and never makes one.
/// </summary>
internal sealed class ProviderOptions
{
    public const string Section = "Oidc";

    /// <summary>Issuer, such as <c>https://sso.example.gov.vn/realms/city</c>.</summary>
    public string Authority { get; set; } = "";

    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    /// <summary>Words on the button.</summary>
    public string Title { get; set; } = "Đăng nhập bằng tài khoản dùng chung";

    public string Scopes { get; set; } = "openid profile email";

    /// <summary>The claim that names the person, in the id_token or at the userinfo endpoint.</summary>
    public string Claim { get; set; } = "preferred_username";

    public ProviderMatch Match { get; set; }

    /// <summary>Where the provider sends the person back to, when the address of a request does not tell (behind some proxies).</summary>
    public string? ReturnAddress { get; set; }

    /// <summary>Whether signing out here also signs out there.</summary>
    public bool SignsOut { get; set; } = true;

    public bool IsEnabled => Authority.Length > 0 && ClientId.Length > 0;
}
