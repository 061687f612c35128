using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using NamRo.Kernel.Contributions;
using Npgsql;

namespace NamRo.Kernel.Data;

/// <summary>A plain SQL migration embedded in its module.</summary>
/// <param name="Name"><c>schema/YYYYMMDD_HHMM_what</c>.</param>
public sealed record Migration(string Name, string Sql)
{
    /// <summary>Upper-case hexadecimal SHA-256 of the text, line ends normalised.</summary>
    public string Checksum { get; } = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));
}

/// <summary>
/// Applies the modules' migrations as the owner role, oldest first, each in its own transaction, under an advisory lock: of several
/// processes
/// started together one migrates and the others wait. A migration that was edited after it was applied stops the start.
/// </summary>
public sealed class Migrator(ModuleCatalogue modules)
{
    /// <summary>An arbitrary number that names our lock in the database.</summary>
    private const long AdvisoryLock = 5_757_202_611;

    private const string Journal = """
        create schema if not exists kernel;
        create table if not exists kernel.migration (
          name text not null constraint migration_pk primary key, checksum text not null, applied_at timestamptz not null default now(),
          duration_ms bigint not null);
        """;

    /// <summary>All migrations in the order in which they apply: by time, then by module.</summary>
    public IReadOnlyList<Migration> Migrations { get; } =
        [.. modules.Modules.SelectMany(ReadOf).OrderBy(migration => migration.Name.Split('/')[1], StringComparer.Ordinal)];

    /// <summary>One name for the whole schema, such as for a template database.</summary>
    public string Fingerprint =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(Migrations.Select(one => one.Name + one.Checksum)))))[..16]
        .ToLowerInvariant();

    /// <summary>Applies what is missing.</summary>
    /// <param name="ownerConnection">Connection string of the owner role, direct (no transaction pooler: the lock is the
    /// session's).</param>
    /// <param name="applicationRole">The role the web and worker processes use; gets plain grants.</param>
    /// <returns>Names of the migrations applied.</returns>
    public async Task<IReadOnlyList<string>> MigrateAsync(string ownerConnection, string applicationRole, CancellationToken cancel)
    {
        // Not a pooled one: its end gives the lock back.
        await using var connection =
            new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ownerConnection) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancel);
        await ExecuteAsync(connection, string.Create(CultureInfo.InvariantCulture, $"select pg_advisory_lock({AdvisoryLock})"), cancel);
        await ExecuteAsync(connection, Journal, cancel);
        var applied = await ReadJournalAsync(connection, cancel);
        var names = new List<string>();
        foreach (var migration in Migrations)
        {
            if (!applied.TryGetValue(migration.Name, out var checksum))
            {
                await ApplyAsync(connection, migration, applicationRole, cancel);
                names.Add(migration.Name);
            }
            else if (checksum != migration.Checksum)
            {
                throw new InvalidOperationException($"Migration {migration.Name} was changed after it was applied; add a new one instead.");
            }
        }

        return names;
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, Migration migration, string applicationRole, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await ExecuteAsync(connection,
            $"set local namro.application_role = '{applicationRole.Replace("'", "''", StringComparison.Ordinal)}'", cancel);
        await ExecuteAsync(connection, "set local citus.multi_shard_modify_mode to 'sequential'", cancel);
        try
        {
            await ExecuteAsync(connection, migration.Sql, cancel);
        }
        catch (PostgresException failure)
        {
            throw new InvalidOperationException($"Migration {migration.Name} failed: {failure.MessageText} (at {failure.Position})",
                failure);
        }

        await using var note =
            new NpgsqlCommand("insert into kernel.migration (name, checksum, duration_ms) values ($1, $2, $3)", connection);
        note.Parameters.Add(new() { Value = migration.Name });
        note.Parameters.Add(new() { Value = migration.Checksum });
        note.Parameters.Add(new() { Value = watch.ElapsedMilliseconds });
        await note.ExecuteNonQueryAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private static async Task<Dictionary<string, string>> ReadJournalAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select name, checksum from kernel.migration", connection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var applied = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancel))
        {
            applied.Add(reader.GetString(0), reader.GetString(1));
        }

        return applied;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static IEnumerable<Migration> ReadOf(Contributions.Module module)
    {
        var prefix = module.Assembly.GetName().Name + ".Migrations.";
        return module.Assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(name => new Migration(module.Schema + "/" + Path.GetFileNameWithoutExtension(name[prefix.Length..]),
                ReadText(module.Assembly, name)));
    }

    private static string ReadText(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
