using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace NamRo.Ui.Lists;

/// <summary>
/// What a list page was asked for, read from its address and written back to it: filters, sort column and place in the list. Sorting is
/// <c>sap=name</c> or <c>sap=-name</c>; the place is <c>sau=cursor</c> (rows after it) or <c>truoc=cursor</c> (rows before it).
/// </summary>
public sealed class ListQuery
{
    /// <summary>Longest value of a filter that is read; the rest is cut.</summary>
    public const int MaximumValueLength = 200;

    private const string SortName = "sap";
    private const string AfterName = "sau";
    private const string BeforeName = "truoc";

    private readonly string path;
    private readonly SortedDictionary<string, string> values = new(StringComparer.Ordinal);

    private ListQuery(string path) => this.path = path;

    /// <summary>Reads the address of a request; of a repeated name the first value counts.</summary>
    public static ListQuery From(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var query = new ListQuery(request.PathBase + request.Path);
        foreach (var (name, given) in request.Query)
            query.Set(name, given.FirstOrDefault());
        return query;
    }

    /// <summary>The same for a caller without the address of a page, such as a JSON endpoint.</summary>
    /// <param name="filters">By the names that the page gives them; null: not set.</param>
    /// <param name="after">Cursor to start after.</param>
    public static ListQuery Of(IEnumerable<KeyValuePair<string, string?>> filters, string? after)
    {
        ArgumentNullException.ThrowIfNull(filters);
        var query = new ListQuery("");
        foreach (var (name, value) in filters.Append(new(AfterName, after)))
            query.Set(name, value);
        return query;
    }

    /// <summary>The value of a filter; null when it is not set.</summary>
    public string? this[string name] => values.GetValueOrDefault(name);

    /// <summary>
    /// Column to sort by, as named in the address; null is the list's own order. Look it up in a fixed list, never pass it on.
    /// </summary>
    public string? Sort => values.GetValueOrDefault(SortName)?.TrimStart('-');

    public bool IsDescending => values.GetValueOrDefault(SortName)?.StartsWith('-') == true;

    /// <summary>Cursor to start after; null when reading from the start or backwards.</summary>
    public string? After => values.GetValueOrDefault(AfterName);

    /// <summary>Cursor to end before: the rows are then read in reverse order.</summary>
    public string? Before => values.GetValueOrDefault(BeforeName);

    public bool IsBackward => Before is not null;

    /// <summary>The filters that are set, without sorting and place.</summary>
    public IEnumerable<KeyValuePair<string, string>> Filters =>
        values.Where(pair => pair.Key is not (SortName or AfterName or BeforeName));

    /// <summary>The same list with one filter changed (null: without it), from the start.</summary>
    public string With(string name, string? value) => Address((AfterName, null), (BeforeName, null), (name, value));

    /// <summary>The same filters sorted by a column; a second time turns the order round.</summary>
    public string SortedBy(string column) => With(SortName, Sort == column && !IsDescending ? "-" + column : column);

    /// <summary>The same list without filters.</summary>
    public string WithoutFilters() => Sort is null ? path : QueryHelpers.AddQueryString(path, SortName, values[SortName]);

    /// <summary>Another address (such as an export) that is asked for the same rows.</summary>
    public string At(string otherPath, string name, string value) =>
        QueryHelpers.AddQueryString(otherPath, Filters.Concat(SortPair()).Append(new(name, value)).Select(pair =>
            new KeyValuePair<string, string?>(pair.Key, pair.Value)));

    private void Set(string name, string? given)
    {
        var value = given?.Trim();
        if (!string.IsNullOrEmpty(value))
            values[name] = value.Length <= MaximumValueLength ? value : value[..MaximumValueLength];
    }

    internal string FromCursor(string cursor) => Address((BeforeName, null), (AfterName, cursor));

    internal string UpToCursor(string cursor) => Address((AfterName, null), (BeforeName, cursor));

    internal IEnumerable<KeyValuePair<string, string>> SortPair() => values.Where(pair => pair.Key == SortName);

    private string Address(params (string Name, string? Value)[] changes)
    {
        var changed = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
            changed[name] = value;
        foreach (var (name, value) in changes)
        {
            if (string.IsNullOrEmpty(value))
                changed.Remove(name);
            else
                changed[name] = value;
        }
        return QueryHelpers.AddQueryString(path, changed);
    }
}
