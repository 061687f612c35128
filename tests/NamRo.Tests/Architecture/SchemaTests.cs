using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Kernel.Data;
using NamRo.Tests.Fixtures;
using Npgsql;

namespace NamRo.Tests.Architecture;

/// <summary>The rules of HOUSE 6 and STACK 6, read from the catalogue of the migrated database.</summary>
public sealed partial class SchemaTests(TestHost host)
{
    /// <summary>Tables that name a ward but are not the ward's own: the queue serves every ward, a session moves between them.</summary>
    private const string Exempt = "'kernel.job'";

    private const string Ours = "n.nspname not in ('pg_catalog', 'information_schema', 'public', 'pg_toast')";

    private const string WardTables = $"""
        select c.oid, n.nspname || '.' || c.relname as name, c.relrowsecurity, c.relforcerowsecurity
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and {Ours} and n.nspname || '.' || c.relname not in ({Exempt})
          and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'ward_id')
        """;

    [Fact]
    public async Task WardTables_AreProtectedByRowLevelSecurity() => Assert.Empty(await ReadAsync(
        $"select name from ({WardTables}) t where not (relrowsecurity and relforcerowsecurity) or not exists (select from pg_policy p where p.polrelid = t.oid)"));

    [Fact]
    public async Task WardTables_BeginEveryUniqueIndexWithTheWard() => Assert.Empty(await ReadAsync($"""
        select t.name || ' ' || i.indexrelid::regclass from ({WardTables}) t join pg_index i on i.indrelid = t.oid
        where (i.indisunique or i.indisprimary) and (select attname from pg_attribute where attrelid = t.oid and attnum = i.indkey[0]) <> 'ward_id'
        """));

    [Fact]
    public async Task WardTables_ReferenceEachOtherWithTheWard() => Assert.Empty(await ReadAsync($"""
        select t.name || ' ' || k.conname from ({WardTables}) t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
        join ({WardTables}) target on target.oid = k.confrelid
        where (select attname from pg_attribute where attrelid = t.oid and attnum = k.conkey[1]) <> 'ward_id'
        """));

    [Fact]
    public async Task ForeignKeys_NeverSetNullAndNeverPointFromGlobalToWard() => Assert.Empty(await ReadAsync($"""
        select k.conname from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
        where k.contype = 'f' and {Ours}
          and ((k.confdeltype in ('n', 'd') and k.conrelid in (select oid from ({WardTables}) t))
            or (k.confrelid in (select oid from ({WardTables}) t) and k.conrelid not in (select oid from ({WardTables}) t)))
        """));

    [Fact]
    public async Task Tables_HaveNoTriggers() => Assert.Empty(await ReadAsync($"""
        select t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
        where not t.tgisinternal and {Ours}
        """));

    [Fact]
    public async Task Views_RunAsTheReader() => Assert.Empty(await ReadAsync($"""
        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'v' and {Ours} and not coalesce(c.reloptions @> array['security_invoker=true'], false)
        """));

    [Fact]
    public async Task ApplicationRole_OwnsNothingAndBypassesNothing() => Assert.Empty(await ReadAsync("""
        select rolname from pg_roles where rolname = 'namro_app' and (rolsuper or rolbypassrls or rolcreaterole)
        union select relname from pg_class where relowner = 'namro_app'::regrole
        """));

    [Fact]
    public async Task Model_EqualsTheSchema()
    {
        var columns = (await ReadAsync("""
            select table_schema || '.' || table_name || '.' || column_name || ' ' || udt_name || case is_nullable when 'YES' then ' null' else '' end
            from information_schema.columns where table_schema not in ('pg_catalog', 'information_schema', 'public')
            """)).ToHashSet(StringComparer.Ordinal);
        await using var scope = host.Services.CreateAsyncScope();
        var model = scope.ServiceProvider.GetRequiredService<AppDb>().Model;

        var missing = model.GetEntityTypes().Where(entity => !entity.IsMappedToJson() && entity.GetTableName() is not null)
            .SelectMany(Columns).Where(column => !columns.Contains(column)).ToList();

        Assert.True(missing.Count == 0, "Not so in the database: " + string.Join("; ", missing));
    }

    [Fact]
    public void Migrations_AreNamedByTimeAndEndWithProtection()
    {
        var migrations = host.Services.GetRequiredService<Migrator>().Migrations;

        Assert.All(migrations, migration => Assert.Matches(MigrationName(), migration.Name));
        Assert.Equal(migrations.Count, migrations.Select(migration => migration.Name).Distinct(StringComparer.Ordinal).Count());
    }

    private static IEnumerable<string> Columns(IEntityType entity)
    {
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
        return entity.GetProperties().Select(property => $"{entity.GetSchema()}.{entity.GetTableName()}.{property.GetColumnName(table)} "
            + Internal(property.GetColumnType()) + (property.IsColumnNullable(table) ? " null" : ""));
    }

    /// <summary>PostgreSQL's internal name of a type, as <c>information_schema</c> gives it.</summary>
    private static string Internal(string type) => type switch
    {
        "boolean" => "bool",
        "smallint" => "int2",
        "integer" => "int4",
        "bigint" => "int8",
        "double precision" => "float8",
        "timestamp with time zone" => "timestamptz",
        "time without time zone" => "time",
        _ when type.StartsWith("numeric", StringComparison.Ordinal) => "numeric",
        _ when type.EndsWith("[]", StringComparison.Ordinal) => "_" + Internal(type[..^2]),
        _ => type,
    };

    private async Task<List<string>> ReadAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(host.Cluster.Connection("postgres"));
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    [GeneratedRegex("^[a-z_]+/[0-9]{8}_[0-9]{4}_[a-z0-9_]+$")]
    private static partial Regex MigrationName();
}
