using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace NamRo.Tests.Fixtures;

/// <summary>A mail server on a local port that keeps what it is given, and can be made to misbehave.</summary>
public sealed partial class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;

    public SmtpSink()
    {
        listener.Start();
        serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What it has accepted.</summary>
    public ConcurrentQueue<ReceivedMail> Received { get; } = new();

    /// <summary>Answer to a recipient, such as <c>550 no such user</c>.</summary>
    public string RecipientAnswer { get; set; } = "250 ok";

    /// <summary>Answer to the mail itself.</summary>
    public string DataAnswer { get; set; } = "250 ok";

    /// <summary>Takes the connection and says nothing.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Takes the mail and never says so.</summary>
    public bool HoldsAnswer { get; set; }

    /// <summary>Drops every connection at once.</summary>
    public bool IsDown { get; set; }

    /// <summary>Mails to an address whose local part is the given word.</summary>
    public IReadOnlyList<ReceivedMail> To(string name) => [.. Received.Where(mail => mail.Recipient.StartsWith(name, StringComparison.Ordinal))];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                _ = TalkAsync(client);
            }
            catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                if (!IsDown)
                {
                    await TalkAsync(client.GetStream());
                }
            }
            catch (Exception end) when (end is IOException or OperationCanceledException)
            {
                // The client went away, which is what some tests are about.
            }
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        if (IsSilent)
        {
            await Task.Delay(Timeout.Infinite, stop.Token);
        }

        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        var recipient = "";
        await writer.WriteLineAsync("220 sink");
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            var word = line.Split(' ')[0].ToUpperInvariant();
            recipient = word == "RCPT" ? Address().Match(line).Groups[1].Value : recipient;
            await writer.WriteLineAsync(word switch
            {
                "RCPT" => RecipientAnswer,
                "DATA" => "354 go on",
                "QUIT" => "221 bye",
                _ => "250 ok",
            });
            if (word == "DATA")
            {
                var text = await ReadDataAsync(reader);
                if (DataAnswer.StartsWith('2'))
                {
                    Received.Enqueue(new ReceivedMail(recipient, text));
                }

                if (HoldsAnswer)
                {
                    await Task.Delay(Timeout.Infinite, stop.Token);
                }

                await writer.WriteLineAsync(DataAnswer);
            }
        }
    }

    private async Task<string> ReadDataAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(stop.Token) is { } line && line != ".")
        {
            text.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append('\n');
        }

        return text.ToString();
    }

    [GeneratedRegex("<([^>]*)>")]
    private static partial Regex Address();
}

/// <summary>A mail as it came over the wire.</summary>
public sealed partial record ReceivedMail(string Recipient, string Text)
{
    private IReadOnlyList<string> HeaderLines => Folding().Replace(Text[..Text.IndexOf("\n\n", StringComparison.Ordinal)], " ").Split('\n');

    public string Subject =>
        EncodedWord().Replace(BetweenWords().Replace(Header("Subject") ?? "", "?==?"), word => Decode(word.Groups["content"].Value));

    /// <summary>The parts in order, decoded: plain text, then HTML.</summary>
    public IReadOnlyList<string> Parts => [.. Base64Block().Matches(Text).Select(match => Decode(match.Groups["content"].Value))];

    /// <summary>Names of the headers, as written.</summary>
    public IEnumerable<string> HeaderNames => HeaderLines.Select(line => line.Split(':')[0]);

    public string? Header(string name) => HeaderLines.FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
        ?[(name.Length + 1)..].Trim();

    private static string Decode(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64.Replace("\n", "", StringComparison.Ordinal)));

    [GeneratedRegex(@"\n[ \t]+")]
    private static partial Regex Folding();

    [GeneratedRegex(@"=\?utf-8\?B\?(?<content>[^?]*)\?=", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"\?=\s+=\?")]
    private static partial Regex BetweenWords();

    [GeneratedRegex(@"base64\n(?:[A-Za-z-]+:.*\n)*\n(?<content>(?:[A-Za-z0-9+/=]+\n)+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Base64Block();
}
