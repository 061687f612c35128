using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using NamRo.Kernel.Jobs;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Tenancy;
using NamRo.Plans.Domain;
using NamRo.Plans.Jobs;
using NamRo.Plans.Review;
using NamRo.Targets.Contracts;
using Npgsql;

namespace NamRo.Plans.Demo;

/// <summary>
/// Brings the real plans of five wards to life in a demonstration, through the same steps as people take: upload, reading, review by one
/// person, publishing by another.
/// </summary>
internal sealed class DemoPlans(AppDb database, CurrentUser user, NpgsqlDataSource source, UploadPlanHandler upload, ReadPlanJob reading,
    AcceptRowHandler accept, RejectRowHandler reject, DecideFindingHandler findings, PublishPlanHandler publish,
    ITargetMatching matching) : IDemoContent
{
    private const string Prefix = "plan-";
    private const string Secretary = "Chánh Văn phòng";
    private const string Reason = "Dữ liệu trình diễn: giữ nguyên như văn bản.";

    public async Task<InstallationReport> AddAsync(CancellationToken cancel)
    {
        var lines = new List<string>();
        foreach (var ward in await WardsAsync(cancel))
        {
            database.ChangeTracker.Clear();
            await using var transaction = await database.Database.BeginTransactionAsync(cancel);
            await database.EnterWardAsync(ward.Id, ward.Name, cancel);
            if (await AddToWardAsync(ward, cancel) is { } title)
            {
                lines.Add($"{ward.Name}: {title}");
            }

            await transaction.CommitAsync(cancel);
        }

        return new InstallationReport(lines);
    }

    private static Stream Open(string code) => typeof(DemoPlans).Assembly.GetManifestResourceStream($"NamRo.Plans.Data.{Prefix}{code}.txt")
        ?? throw new InvalidOperationException($"The plan of {code} is missing from the assembly.");

    private static IEnumerable<string> Codes() => typeof(DemoPlans).Assembly.GetManifestResourceNames()
        .Where(name => name.Contains(".Data." + Prefix, StringComparison.Ordinal)).Select(name => name.Split('.')[^2][Prefix.Length..]);

    private async Task<List<DemoWard>> WardsAsync(CancellationToken cancel)
    {
        var codes = Codes().ToArray();
        return await database.Database.SqlQuery<DemoWard>(
            $"select id, code, name from administration.ward where code = any({codes}) order by code").ToListAsync(cancel);
    }

    private async Task<string?> AddToWardAsync(DemoWard ward, CancellationToken cancel)
    {
        if (await database.Set<PlanDocument>().AnyAsync(cancel))
        {
            return null;
        }

        await ActAsync(Secretary, cancel);
        await using var content = Open(ward.Code);
        var uploaded = await upload.HandleAsync(new UploadPlan(content, $"Kế hoạch {ward.Name}.txt"), cancel);
        if (uploaded is not Outcome<UploadedPlan>.Done { Value.Id: var plan })
        {
            throw new InvalidOperationException($"The plan of {ward.Name} was not taken.");
        }

        await reading.RunAsync(new ReadPlan(plan), new JobRun(Guid.Empty, 1, source), cancel);
        await ReviewAsync(plan, cancel);
        await ActAsync("Chủ tịch", cancel);
        Require(await publish.HandleAsync(new PublishPlan(plan, Guid.CreateVersion7()), cancel));
        await ActAsync(Secretary, cancel);
        await matching.MatchCertainAsync(cancel);
        return await database.Set<PlanDocument>().Where(row => row.Id == plan).Select(row => row.Subject).SingleAsync(cancel);
    }

    /// <summary>What the tables and blocks say is accepted; what running text assigns once more is not.</summary>
    private async Task ReviewAsync(Guid plan, CancellationToken cancel)
    {
        var narrative = new RowList(RowKind.Task, IsNarrative: true);
        Require(await reject.HandleAsync(new RejectOpenRows(plan, narrative, Guid.CreateVersion7()), cancel));
        var open = await database.Set<PlanRow>().Where(row => row.PlanId == plan && row.State == RowState.Pending).ToListAsync(cancel);
        foreach (var row in open)
        {
            Require(await accept.HandleAsync(new AcceptRow(new RowAct(plan, row.Id, row.Version, Guid.CreateVersion7())), cancel));
        }

        var found = await database.Set<DraftFinding>().Where(row => row.PlanId == plan).Select(row => row.Key).ToListAsync(cancel);
        foreach (var key in found.Distinct(StringComparer.Ordinal))
        {
            Require(await findings.HandleAsync(new DecideFinding(plan, key, IsWaived: true, Reason), cancel));
        }
    }

    private async Task ActAsync(string title, CancellationToken cancel)
    {
        var person = await database.Set<PersonRow>().FirstOrDefaultAsync(row => row.Title == title && row.AccountId != null, cancel);
        if (person is not null)
        {
            var nothingMore = new HashSet<string>(StringComparer.Ordinal);
            user.Become(new UserAccess(person.AccountId!.Value, null, person.FullName, [], [], nothingMore));
        }
    }

    private static void Require(Outcome outcome)
    {
        if (outcome is Outcome.Refused refused)
        {
            throw new InvalidOperationException(refused.Refusal.Message);
        }
    }

    private sealed record DemoWard(Guid Id, string Code, string Name);
}
