using NamRo.Administration.Domain;
using NamRo.Kernel.Events;

namespace NamRo.Administration;

/// <summary>How events name a person.</summary>
internal static class PersonSubject
{
    public static EventSubject Of(Person person) => new(nameof(Person), person.Id, person.FullName);
}
