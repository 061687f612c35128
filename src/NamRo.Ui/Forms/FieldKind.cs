namespace NamRo.Ui.Forms;

/// <summary>How a value is asked for. <see cref="Automatic"/> follows the property's type and attributes.</summary>
public enum FieldKind
{
    Automatic,
    Text,
    TextArea,
    Number,
    Date,
    DateTime,
    Email,
    Telephone,
    Password,
    Checkbox,
    Select,

    /// <summary>One of a few, all visible.</summary>
    Radios,

    /// <summary>Several of a few; the property is a collection of strings.</summary>
    Checkboxes,
}
