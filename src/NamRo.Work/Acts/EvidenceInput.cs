using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using NamRo.Kernel.Files;
using NamRo.Kernel.Outcomes;
using NamRo.Work.Desk;
using NamRo.Work.Domain;

namespace NamRo.Work.Acts;

/// <summary>What a form takes as evidence: files, the number of a document, a link.</summary>
internal sealed class EvidenceInput
{
    public const int MostFiles = 10;

    public const long MostRequestBytes = 220L * 1024 * 1024;

    private const long MostFileBytes = 20L * 1024 * 1024;

    public static FileRules Rules { get; } = new(MostFileBytes, MediaTypes.Documents);

    public List<IFormFile> Files { get; set; } = [];

    [StringLength(WorkTask.LongestTitle)]
    [Display(Name = "Số văn bản")]
    public string? DocumentNumber { get; set; }

    [StringLength(Evidence.LongestAddress)]
    [Url(ErrorMessage = "Đường dẫn phải bắt đầu bằng http:// hoặc https://.")]
    [Display(Name = "Đường dẫn")]
    public string? Address { get; set; }

    public bool IsEmpty => Files.Count == 0 && string.IsNullOrWhiteSpace(DocumentNumber) && string.IsNullOrWhiteSpace(Address);
}

/// <summary>Keeps evidence with the update or product that it proves.</summary>
internal sealed class EvidenceBinder(TaskDesk desk, FileStore files)
{
    /// <summary>Adds the evidence to the unit of work; a refused file refuses all.</summary>
    /// <returns>How many were added.</returns>
    public async Task<Outcome<int>> BindAsync(TaskEntry proven, EvidenceInput given, CancellationToken cancel)
    {
        if (given.Files.Count > EvidenceInput.MostFiles)
        {
            return Refusal.With($"Mỗi lần chỉ đính kèm tối đa {EvidenceInput.MostFiles} tệp.", "Evidence.Files");
        }

        var added = new List<Evidence>();
        foreach (var file in given.Files)
        {
            await using var content = file.OpenReadStream();
            switch (await files.AddAsync(content, file.FileName, EvidenceInput.Rules, cancel))
            {
                case Outcome<StoredFile>.Done { Value: var stored }:
                    added.Add(New(proven, EvidenceKind.File, stored.Name, stored.Id, null, null));
                    break;
                case Outcome<StoredFile>.Refused { Refusal: var refusal }:
                    return refusal with
                    {
                        Message = $"“{FileStore.CleanName(file.FileName)}”: {refusal.Message}",
                        Field = "Evidence.Files"
                    };
            }
        }

        if (given.DocumentNumber?.Trim() is { Length: > 0 } number)
        {
            added.Add(New(proven, EvidenceKind.Document, number, null, number, null));
        }

        if (given.Address?.Trim() is { Length: > 0 } address)
        {
            added.Add(New(proven, EvidenceKind.Link, address, null, null, address));
        }

        added.ForEach(desk.Add);
        return added.Count;
    }

    private Evidence New(TaskEntry proven, EvidenceKind kind, string title, Guid? file, string? number, string? address) => new()
    {
        Id = Guid.CreateVersion7(desk.Author.Now),
        TaskId = proven.TaskId,
        UpdateId = proven is TaskUpdate ? proven.Id : null,
        SubmissionId = proven is ProductSubmission ? proven.Id : null,
        Kind = kind,
        Title = title.Length > Evidence.LongestTitle ? title[..Evidence.LongestTitle] : title,
        FileId = file,
        DocumentNumber = number,
        Address = address,
    };
}
