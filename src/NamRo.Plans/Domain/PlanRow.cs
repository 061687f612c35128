using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Extraction;
using NamRo.Kernel.Events;
using NamRo.Kernel.Sources;
using NamRo.Kernel.Tenancy;
using NamRo.Reading;

namespace NamRo.Plans.Domain;

internal enum RowKind
{
    Task,
    Target,
}

/// <summary>What people have decided about a row.</summary>
internal enum RowState
{
    Pending,
    Accepted,
    Rejected,

    /// <summary>Split into or merged to other rows, which name it in <see cref="PlanRow.FromIds"/>.</summary>
    Replaced,
}

/// <summary>
/// A task or target of a plan as people have it. What the machine read stays beside it, so that reading again overwrites no edit. Its key
/// becomes that of the task or target when the plan is published.
/// </summary>
[NotLogged]
internal sealed class PlanRow : IWardOwned
{
    /// <summary>Room between neighbours for rows that come in later.</summary>
    public const int Gap = 1024;

    public const int LongestText = 20_000;

    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Id { get; init; }

    public Guid PlanId { get; init; }

    public RowKind Kind { get; init; }

    /// <summary>The task or target whose course it goes on, when its plan amends another; null: its own.</summary>
    public Guid? CommitmentId { get; private set; }

    /// <summary>Key of the task or target that it is when published.</summary>
    public Guid CommitmentKey => CommitmentId ?? Id;

    /// <summary>Its place among the rows of its kind.</summary>
    public int Position { get; private set; }

    /// <summary>Counts changes, so that two reviewers do not overwrite each other.</summary>
    public int Version { get; private set; } = 1;

    public RowState State { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public string? DecidedByName { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>The rows it was split from or merged of.</summary>
    public List<Guid> FromIds { get; init; } = [];

    /// <summary>0 to 1; 1 for rows that a person entered.</summary>
    public double Confidence { get; private set; } = 1;

    /// <summary>Assigned in running text rather than in a table or block: a candidate, looked at apart from the others.</summary>
    public bool IsNarrative { get; private init; }

    /// <summary>It had doubts when it was read: such rows come first, also after they are mended.</summary>
    public bool IsDoubtful { get; private set; }

    /// <summary>Open doubts; a row without any is certain.</summary>
    public int DoubtCount { get; private set; }

    /// <summary>What the machine read; null for rows that a person made.</summary>
    public RowContent? Read { get; private set; }

    /// <summary>What a newer reading says of a row that a person had touched; null when there is nothing new.</summary>
    public RowContent? NewerRead { get; private set; }

    public RowContent Content { get; private set; } = new TaskContent();

    public int SourcePage { get; private set; }

    public int SourceFrom { get; private set; }

    public int SourceTo { get; private set; }

    public string Quote { get; private set; } = "";

    /// <summary>Ranges of single fields inside the plan's text.</summary>
    public IReadOnlyDictionary<string, Span> Cells { get; private set; } = new Dictionary<string, Span>(StringComparer.Ordinal);

    /// <summary>Where it stands on the pages; empty where the file has no geometry.</summary>
    public IReadOnlyList<Place> Places { get; private set; } = [];

    public TaskContent Task => (TaskContent)Content;

    public TargetContent Target => (TargetContent)Content;

    public bool IsEdited => !RowContent.AreSame(Read, Content);

    public bool IsOpen => State is RowState.Pending;

    public SourceLink Source => SourcePage == 0 ? SourceLink.None : new SourceLink(SourcePage, SourceFrom, SourceTo, Quote);

    /// <summary>A row that the machine read.</summary>
    public static PlanRow Draft(Guid id, DraftRow draft, RowContent content, double confidence)
    {
        var row = new PlanRow
        {
            Id = id,
            PlanId = draft.PlanId,
            Kind = content is TaskContent ? RowKind.Task : RowKind.Target,
            Position = draft.Ordinal * Gap,
            IsNarrative = content is TaskContent { Origin: TaskOrigin.Narrative },
        };
        row.TakeReading(draft, content, confidence);
        row.Version = 1;
        row.IsDoubtful = row.DoubtCount > 0;
        return row;
    }

    /// <summary>A row that a person made, alone or out of others whose source it keeps.</summary>
    public static PlanRow Make(Guid id, Guid plan, RowContent content, int position, IReadOnlyList<PlanRow> from)
    {
        var row = new PlanRow
        {
            Id = id,
            PlanId = plan,
            Kind = content is TaskContent ? RowKind.Task : RowKind.Target,
            Position = position,
            FromIds = [.. from.Select(parent => parent.Id)],
            Content = content,
            IsNarrative = from.Count > 0 && from.All(parent => parent.IsNarrative),
        };
        row.StandWhere(from);
        row.DoubtCount = RowDoubts.Of(content, row.Confidence).Count;
        row.IsDoubtful = from.Any(parent => parent.IsDoubtful);
        return row;
    }

    /// <summary>Takes what a newer reading says; for rows that no person has touched.</summary>
    public void TakeReading(DraftRow draft, RowContent content, double confidence)
    {
        (Read, Content, Confidence) = (content, content, confidence);
        (SourcePage, SourceFrom, SourceTo, Quote) = (draft.SourcePage, draft.SourceFrom, draft.SourceTo, draft.Quote);
        (Cells, Places) = (draft.Cells, draft.Places);
        DoubtCount = RowDoubts.Of(content, confidence).Count;
        Version++;
    }

    /// <summary>Keeps what a newer reading says beside what a person has made of the row.</summary>
    public void NoteReading(DraftRow draft, RowContent content)
    {
        if (RowContent.AreSame(Read, content))
        {
            return;
        }

        NewerRead = content;
        (SourcePage, SourceFrom, SourceTo, Quote) = (draft.SourcePage, draft.SourceFrom, draft.SourceTo, draft.Quote);
        (Cells, Places) = (draft.Cells, draft.Places);
        Version++;
    }

    /// <summary>Lets a person's version stand against the newer reading, or takes the newer one.</summary>
    public void SettleReading(bool takes)
    {
        if (NewerRead is { } newer)
        {
            (Read, NewerRead) = (newer, null);
            Edit(takes ? newer : Content);
        }
    }

    public void Edit(RowContent content)
    {
        Content = content;
        DoubtCount = RowDoubts.Of(content, Confidence).Count;
        Version++;
    }

    public void Accept(CurrentUser user, DateTimeOffset now) => Decide(RowState.Accepted, user, now);

    public void Reject(CurrentUser user, DateTimeOffset now) => Decide(RowState.Rejected, user, now);

    public void Replace() => (State, DecidedBy, DecidedByName, DecidedAt, Version) = (RowState.Replaced, null, null, null, Version + 1);

    /// <summary>Goes on under the key of the task or target that it amends.</summary>
    public void GoOn(Guid commitment) => (CommitmentId, Version) = (commitment, Version + 1);

    /// <summary>Puts the row back to what it was before a step.</summary>
    public void Restore(RowSnapshot before)
    {
        (State, DecidedBy, DecidedByName, DecidedAt) = (before.State, before.DecidedBy, before.DecidedByName, before.DecidedAt);
        if (before.Content is not null)
        {
            Content = before.Content;
            DoubtCount = RowDoubts.Of(Content, Confidence).Count;
        }

        Version++;
    }

    private void Decide(RowState state, CurrentUser user, DateTimeOffset now)
    {
        (State, DecidedBy, DecidedByName, DecidedAt) = (state, user.Id, user.DisplayName, now);
        Version++;
    }

    private void StandWhere(IReadOnlyList<PlanRow> from)
    {
        if (from.Count == 0)
        {
            return;
        }

        Confidence = from.Min(parent => parent.Confidence);
        SourcePage = from.Min(parent => parent.SourcePage);
        (SourceFrom, SourceTo) = (from.Min(parent => parent.SourceFrom), from.Max(parent => parent.SourceTo));
        Quote = string.Join(" … ", from.Select(parent => parent.Quote).Distinct(StringComparer.Ordinal));
        Places = [.. from.SelectMany(parent => parent.Places).Distinct()];
        Cells = from[0].Cells;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<PlanRow>
    {
        public void Configure(EntityTypeBuilder<PlanRow> builder)
        {
            builder.ToTable("plan_row", PlansModule.SchemaName).HasKey(row => new { row.WardId, row.Id });
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.Property(row => row.Version).IsConcurrencyToken();
            builder.Property(row => row.Kind).HasConversion<string>();
            builder.Property(row => row.State).HasConversion<string>();
            builder.Property(row => row.Read).AsJson();
            builder.Property(row => row.NewerRead).AsJson();
            builder.Property(row => row.Content).AsJson();
            builder.Property(row => row.Cells).AsJson();
            builder.Property(row => row.Places).AsJson();
            builder.Ignore(row => row.Task).Ignore(row => row.Target).Ignore(row => row.IsEdited).Ignore(row => row.IsOpen)
                .Ignore(row => row.Source).Ignore(row => row.CommitmentKey);
        }
    }
}
