using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using NamRo.Language;
using NamRo.Reading;

namespace NamRo.Extraction;

/// <summary>Writes a draft as the JSON object that other programs rely on: document, targets, tasks, findings.</summary>
public static class PlanJson
{
    private static readonly JsonWriterOptions Options =
        new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), NewLine = "\n" };

    public static void Write(PlanDraft plan, Stream output)
    {
        ArgumentNullException.ThrowIfNull(plan);
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WritePropertyName("document");
        Write(json, plan.Document);
        WriteArray(json, "targets", plan.Targets, Write);
        WriteArray(json, "tasks", plan.Tasks, Write);
        WriteArray(json, "findings", plan.Findings, Write);
        json.WriteEndObject();
    }

    /// <summary>The words of a deadline kind in the contract.</summary>
    public static string Word(DeadlineKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>The word of a rhythm in the contract; null for none.</summary>
    public static string? Word(Rhythm rhythm) => rhythm switch
    {
        Rhythm.None => null,
        Rhythm.HalfYear => "half-year",
        _ => rhythm.ToString().ToLowerInvariant(),
    };

    /// <summary>The sign of a comparator in the contract.</summary>
    public static string Word(Comparator comparator) => comparator switch
    {
        Comparator.AtLeast => ">=",
        Comparator.Equal => "=",
        Comparator.MoreThan => ">",
        Comparator.LessThan => "<",
        Comparator.AtMost => "<=",
        Comparator.Range => "range",
        _ => "none",
    };

    private static void Write(Utf8JsonWriter json, DocumentHeader header)
    {
        json.WriteStartObject();
        json.WriteString("number", header.Number);
        json.WriteString("issued_on", Day(header.IssuedOn));
        json.WriteString("place", header.Place);
        json.WriteString("authority", header.Authority);
        json.WriteString("kind", header.Kind);
        json.WriteString("subject", header.Subject);
        json.WriteString("signer", header.Signer);
        json.WriteString("signer_title", header.SignerTitle);
        WriteStrings(json, "legal_bases", header.LegalBases);
        WriteStrings(json, "legal_bases_nested", header.NestedLegalBases);
        WriteStrings(json, "amends", header.Amends);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TargetDraft target)
    {
        json.WriteStartObject();
        json.WriteString("text", target.Text);
        json.WriteString("section", target.Section);
        json.WriteString("origin", target.Origin.ToString().ToLowerInvariant());
        json.WriteString("comparator", Word(target.Comparator));
        WriteValue(json, target);
        json.WriteString("unit", target.Unit);
        WriteNumber(json, "baseline", target.Baseline);
        json.WriteString("baseline_text", target.BaselineText);
        if (target.Period is { } period)
        {
            json.WriteStartObject("period");
            json.WriteString("from", period.From);
            json.WriteString("to", period.To);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("period");
        }

        Write(json, target.Source);
        json.WriteNumber("confidence", Math.Round(target.Confidence, 2));
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, TargetDraft target)
    {
        if (target is { Comparator: Comparator.Range, Value: { } low, UpperValue: { } high })
        {
            json.WriteStartArray("value");
            json.WriteNumberValue(low);
            json.WriteNumberValue(high);
            json.WriteEndArray();
            return;
        }

        WriteNumber(json, "value", target.Value);
    }

    private static void Write(Utf8JsonWriter json, TaskDraft task)
    {
        json.WriteStartObject();
        json.WriteString("text", task.Text);
        json.WriteString("origin", task.Origin.ToString().ToLowerInvariant());
        json.WriteString("number", task.Number);
        json.WriteString("group", task.Group);
        json.WriteString("section", task.Section);
        json.WriteString("leader", task.Leader);
        WriteStrings(json, "lead_units", task.LeadUnits);
        WriteStrings(json, "co_units", task.CoUnits);
        json.WriteString("output", task.Output);
        json.WriteString("deadline_text", task.DeadlineText);
        json.WriteStartObject("deadline");
        json.WriteString("kind", Word(task.Deadline.Kind));
        json.WriteString("due", Day(task.Deadline.Due));
        json.WriteString("every", Word(task.Deadline.Every));
        json.WriteString("from", Day(task.Deadline.From));
        json.WriteString("condition", task.Deadline.Condition);
        json.WriteEndObject();
        WriteArray(json, "parts", task.Parts, static (j, part) =>
        {
            j.WriteStartObject();
            j.WriteString("number", part.Number);
            j.WriteString("text", part.Text);
            j.WriteEndObject();
        });
        json.WriteBoolean("is_target", task.IsTarget);
        Write(json, task.Source);
        json.WriteNumber("confidence", Math.Round(task.Confidence, 2));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule);
        json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
        json.WriteString("message", finding.Message);
        if (finding.Source is { } source)
        {
            Write(json, source);
        }
        else
        {
            json.WriteNull("source");
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SourceQuote source)
    {
        json.WriteStartObject("source");
        json.WriteNumber("page", source.Page);
        json.WriteNumber("from", source.Span.From);
        json.WriteNumber("to", source.Span.To);
        json.WriteString("quote", source.Quote);
        if (source.Cells.Count > 0)
        {
            json.WriteStartObject("cells");
            foreach (var (name, span) in source.Cells.OrderBy(c => c.Key, StringComparer.Ordinal))
            {
                Write(json, name, span);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, Span span)
    {
        json.WriteStartArray(name);
        json.WriteNumberValue(span.From);
        json.WriteNumberValue(span.To);
        json.WriteEndArray();
    }

    private static void WriteArray<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IReadOnlyList<string> items) =>
        WriteArray(json, name, items, static (j, item) => j.WriteStringValue(item));

    private static void WriteNumber(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
