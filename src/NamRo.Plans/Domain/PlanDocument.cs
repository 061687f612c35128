using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Extraction;
using NamRo.Kernel.Events;
using NamRo.Kernel.Files;
using NamRo.Kernel.Tenancy;

namespace NamRo.Plans.Domain;

/// <summary>How far the reading of a plan's file is.</summary>
internal enum PlanState
{
    /// <summary>The reading job waits or runs.</summary>
    Reading,

    /// <summary>The draft is there and people review it.</summary>
    Read,

    /// <summary>The file cannot be read as a document.</summary>
    Failed,

    /// <summary>Its tasks and targets have come to life.</summary>
    Published,
}

/// <summary>A plan (kế hoạch) as a document: its file, how far it is read, and what its head says. Null = not stated.</summary>
internal sealed class PlanDocument : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Id { get; init; }

    /// <summary>Null for a plan that exists only on paper and is entered by hand.</summary>
    public Guid? FileId { get; init; }

    public string FileName { get; init; } = "";

    /// <summary>SHA-256 of the bytes: the same file is one plan.</summary>
    public byte[]? ContentHash { get; init; }

    public PlanState State { get; private set; } = PlanState.Reading;

    /// <summary>The reading job.</summary>
    public Guid? JobId { get; private set; }

    public Guid? UploadedBy { get; init; }

    public DateTimeOffset UploadedAt { get; init; }

    /// <summary>Counts changes of the head and of the state, so that two people do not overwrite each other.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>A person has put the head right: reading again leaves it alone.</summary>
    public bool IsHeaderEdited { get; private set; }

    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>Why the file cannot be read and what to do, in Vietnamese.</summary>
    public string? Failure { get; private set; }

    public string? Number { get; private set; }

    public DateOnly? IssuedOn { get; private set; }

    public string? Place { get; private set; }

    public string? Authority { get; private set; }

    public string? Kind { get; private set; }

    public string? Subject { get; private set; }

    public string? Signer { get; private set; }

    public string? SignerTitle { get; private set; }

    public List<string> LegalBases { get; private set; } = [];

    public List<string> NestedLegalBases { get; private set; } = [];

    public List<string> Amends { get; private set; } = [];

    public int TaskCount { get; private set; }

    public int TargetCount { get; private set; }

    public int FindingCount { get; private set; }

    /// <summary>What people call it: its subject once known, else its file.</summary>
    public string Title => Subject is null ? FileName : string.Join(' ', new[] { Kind, Number, Subject }.Where(part => part is not null));

    public EventSubject AsSubject => new(nameof(PlanDocument), Id, Title);

    public static PlanDocument Upload(Guid id, StoredFile file, Guid job) => new()
    {
        Id = id,
        FileId = file.Id,
        FileName = file.Name,
        ContentHash = file.Sha256,
        JobId = job,
        UploadedBy = file.CreatedBy,
        UploadedAt = file.CreatedAt,
    };

    /// <summary>A plan that exists only on paper: it is under review at once, without rows.</summary>
    public static PlanDocument Enter(Guid id, DocumentHeader header, Guid? by, DateTimeOffset now)
    {
        var plan = new PlanDocument { Id = id, FileName = "", UploadedBy = by, UploadedAt = now, State = PlanState.Read };
        plan.EditHeader(header);
        return plan;
    }

    /// <summary>Reads the file once more, as after the reading was stopped or the reader has learned.</summary>
    public void ReadAgain(Guid job) => (State, JobId, Version) = (PlanState.Reading, job, Version + 1);

    public void TakeDraft(PlanDraft draft, DateTimeOffset now)
    {
        (State, Failure, ReadAt) = (PlanState.Read, null, now);
        (TaskCount, TargetCount, FindingCount) = (draft.Tasks.Count, draft.Targets.Count, draft.Findings.Count);
        Version++;
        if (!IsHeaderEdited)
        {
            TakeHeader(draft.Document);
        }
    }

    /// <summary>Takes the head as a person entered it.</summary>
    public void EditHeader(DocumentHeader header)
    {
        IsHeaderEdited = true;
        Version++;
        TakeHeader(header);
    }

    public void Publish() => (State, Version) = (PlanState.Published, Version + 1);

    public void Unpublish() => (State, Version) = (PlanState.Read, Version + 1);

    public void FailReading(string message, DateTimeOffset now) => (State, Failure, ReadAt) = (PlanState.Failed, message, now);

    private void TakeHeader(DocumentHeader header)
    {
        (Number, IssuedOn, Place, Authority) = (header.Number, header.IssuedOn, header.Place, header.Authority);
        (Kind, Subject, Signer, SignerTitle) = (header.Kind, header.Subject, header.Signer, header.SignerTitle);
        (LegalBases, NestedLegalBases, Amends) = ([.. header.LegalBases], [.. header.NestedLegalBases], [.. header.Amends]);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<PlanDocument>
    {
        public void Configure(EntityTypeBuilder<PlanDocument> builder)
        {
            builder.ToTable("plan_document", PlansModule.SchemaName);
            builder.HasKey(row => new { row.WardId, row.Id });
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.Property(row => row.Version).IsConcurrencyToken();
            builder.Property(row => row.State).HasConversion<string>();
            builder.HasOne<StoredFile>().WithMany().HasForeignKey(row => new { row.WardId, row.FileId });
            builder.Ignore(row => row.Title).Ignore(row => row.AsSubject);
        }
    }
}

/// <summary>The text that was read; the spans of the draft's rows count its UTF-16 units.</summary>
[NotLogged]
internal sealed class PlanText : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid PlanId { get; init; }

    public string Content { get; init; } = "";

    internal sealed class Mapping : IEntityTypeConfiguration<PlanText>
    {
        public void Configure(EntityTypeBuilder<PlanText> builder) =>
            builder.ToTable("plan_text", PlansModule.SchemaName).HasKey(row => new { row.WardId, row.PlanId });
    }
}
