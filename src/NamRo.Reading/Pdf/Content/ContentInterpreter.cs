using System.Text;
using NamRo.Reading.Pdf.Fonts;
using NamRo.Reading.Pdf.Syntax;

namespace NamRo.Reading.Pdf.Content;

/// <summary>Carries out a page's content as far as words, ruling lines and images are concerned (ISO 32000-1, annex A).</summary>
internal sealed class ContentInterpreter
{
    private const int MaximumFormDepth = 12;
    private const int MostStampedWords = 4;
    private const int OutlinedText = 100;
    private const int MaximumSavedStates = 500;
    private const int MaximumOperands = 20_000;
    private const int MaximumOperators = 3_000_000;
    private const int OperatorsBetweenChecks = 4_096;

    private readonly PdfFile file;
    private readonly FontLoader fonts;
    private readonly CancellationToken cancel;
    private readonly (double Width, double Height) size;
    private readonly List<PlacedWord> words = [];
    private readonly List<PlacedWord> stampWords = [];
    private readonly Stack<GraphicsState> saved = new();
    private readonly Stack<bool> markedReplacements = new();
    private readonly List<Token> operands = [];
    private GraphicsState state;
    private PdfDictionary resources;
    private Lexer lexer = new([], 0, 0);
    private byte[] codes = new byte[256];
    private int operators;
    private int formDepth;
    private double imageArea;
    private TextShower text;
    private RulingCollector path = new();

    private ContentInterpreter(PdfFile file, FontLoader fonts, PdfPage page, CancellationToken cancel)
    {
        this.file = file;
        this.fonts = fonts;
        this.cancel = cancel;
        size = PageSheet.Size(page);
        text = new TextShower(size.Width, size.Height);
        state = GraphicsState.Initial(PageSheet.ToDisplay(page));
        resources = page.Resources;
    }

    public static PageMarks Interpret(PdfFile file, FontLoader fonts, PdfPage page, CancellationToken cancel)
    {
        var interpreter = new ContentInterpreter(file, fonts, page, cancel);
        return interpreter.Interpret(page);
    }

    private PageMarks Interpret(PdfPage page)
    {
        Run(PageStreams.Read(file, page));
        words.AddRange(text.Words());
        var rulings = path.Rulings;
        var isHidden = text.HasOnlyHiddenWords;
        var isDrawn = text.UnreadGlyphs > 0 || path.PaintedPaths > OutlinedText;
        foreach (var (appearance, transform) in Annotations.Shown(file, page))
        {
            DrawAnnotation(page, appearance, transform);
        }

        var share = imageArea / (size.Width * size.Height);
        return new PageMarks(size.Width, size.Height, words, stampWords, rulings, Math.Min(1, share), isHidden, isDrawn);
    }

    /// <summary>
    /// A number or date that was stamped on the page belongs to its text; the long text of a signature stamp and its frame lie over it.
    /// </summary>
    private void DrawAnnotation(PdfPage page, PdfStream appearance, Matrix transform)
    {
        saved.Clear();
        state = GraphicsState.Initial(transform.Then(PageSheet.ToDisplay(page)));
        text = new TextShower(size.Width, size.Height);
        path = new RulingCollector();
        DrawForm(appearance);
        var shown = text.Words();
        (shown.Count > MostStampedWords ? stampWords : words).AddRange(shown);
    }

    private void Run(byte[] content)
    {
        var outerLexer = lexer;
        lexer = new Lexer(content, 0, content.Length);
        operands.Clear();
        Span<char> name = stackalloc char[3];
        for (var token = lexer.Next(); token.Kind != TokenKind.End && operators < MaximumOperators; token = lexer.Next())
        {
            if (token.Kind != TokenKind.Keyword)
            {
                if (operands.Count < MaximumOperands)
                {
                    operands.Add(token);
                }

                continue;
            }

            if (++operators % OperatorsBetweenChecks == 0)
            {
                cancel.ThrowIfCancellationRequested();
            }

            if (token.Length <= name.Length)
            {
                Encoding.Latin1.GetChars(lexer.Bytes(token), name);
                Execute(name[..token.Length]);
            }

            operands.Clear();
        }

        lexer = outerLexer;
    }

    private void Execute(ReadOnlySpan<char> name)
    {
        switch (name)
        {
            case "Tj" or "TJ" or "'" or "\"" or "Td" or "TD" or "Tm" or "T*" or "BT":
                ExecuteText(name);
                break;
            case "Tf" or "Tc" or "Tw" or "Tz" or "TL" or "Ts" or "Tr":
                SetTextState(name);
                break;
            case "m" or "l" or "c" or "v" or "y" or "h" or "re":
                BuildPath(name);
                break;
            case "S" or "s" or "f" or "F" or "f*" or "B" or "B*" or "b" or "b*" or "n":
                PaintPath(name);
                break;
            case "g" or "rg" or "k" or "sc" or "scn":
                state.FillLightness = Lightness();
                break;
            case "G" or "RG" or "K" or "SC" or "SCN":
                state.StrokeLightness = Lightness();
                break;
            case "cs":
                state.FillLightness = 0;
                break;
            case "CS":
                state.StrokeLightness = 0;
                break;
            case "w":
                state.LineWidth = Number(0);
                break;
            case "q" when saved.Count < MaximumSavedStates:
                saved.Push(state);
                break;
            case "Q" when saved.Count > 0:
                state = saved.Pop();
                break;
            case "cm":
                state.Transform = OperandMatrix().Then(state.Transform);
                break;
            case "Do":
                DrawObject();
                break;
            case "BDC" or "BMC":
                BeginMarked();
                break;
            case "EMC":
                EndMarked();
                break;
            case "BI":
                InlineImage.Skip(lexer);
                CountImage();
                break;
        }
    }

    private void ExecuteText(ReadOnlySpan<char> name)
    {
        switch (name)
        {
            case "BT":
                text.Begin();
                break;
            case "Tj" or "TJ":
                ShowOperands();
                break;
            case "'" or "\"":
                if (name[0] == '"')
                {
                    state.WordSpacing = Number(0);
                    state.CharacterSpacing = Number(1);
                    operands.RemoveRange(0, Math.Min(2, operands.Count));
                }

                text.MoveLine(0, -state.Leading);
                ShowOperands();
                break;
            case "TD":
                state.Leading = -Number(1);
                text.MoveLine(Number(0), Number(1));
                break;
            case "Td":
                text.MoveLine(Number(0), Number(1));
                break;
            case "T*":
                text.MoveLine(0, -state.Leading);
                break;
            case "Tm":
                text.SetMatrix(OperandMatrix());
                break;
        }
    }

    private void SetTextState(ReadOnlySpan<char> name)
    {
        switch (name)
        {
            case "Tf" when operands.Count >= 2 && operands[0].Kind == TokenKind.Name:
                state.FontSize = Number(1);
                var dictionary = file.Dictionary(file.Dictionary(resources, "Font"), lexer.Name(operands[0]));
                state.Font = dictionary is null ? null : fonts.Load(dictionary);
                break;
            case "Tc":
                state.CharacterSpacing = Number(0);
                break;
            case "Tw":
                state.WordSpacing = Number(0);
                break;
            case "Tz":
                state.HorizontalScale = Number(0) / 100;
                break;
            case "TL":
                state.Leading = Number(0);
                break;
            case "Ts":
                state.Rise = Number(0);
                break;
            case "Tr":
                state.RenderingMode = (int)Number(0);
                break;
        }
    }

    private void BuildPath(ReadOnlySpan<char> name)
    {
        switch (name)
        {
            case "h":
                path.Close();
                return;
            case "re":
                path.Rectangle(state.Transform, Number(0), Number(1), Number(2), Number(3));
                return;
        }

        var last = operands.Count - 2;
        var (x, y) = state.Transform.Apply(Number(last), Number(last + 1));
        switch (name)
        {
            case "m":
                path.MoveTo(x, y);
                break;
            case "l":
                path.LineTo(x, y);
                break;
            default:
                path.CurveTo(x, y);
                break;
        }
    }

    private void PaintPath(ReadOnlySpan<char> name)
    {
        if (name[0] is 's' or 'b')
        {
            path.Close();
        }

        if (name[0] is 'f' or 'F' or 'B' or 'b')
        {
            path.Fill(state.FillLightness);
        }

        if (name[0] is 'S' or 's' or 'B' or 'b')
        {
            var transform = state.Transform;
            var scale = Math.Sqrt(Math.Abs(transform.A * transform.D - transform.B * transform.C));
            path.Stroke(state.LineWidth * scale, state.StrokeLightness);
        }

        path.EndPath(isPainted: name[0] != 'n');
    }

    private void ShowOperands()
    {
        foreach (var operand in operands)
        {
            if (operand.Kind == TokenKind.Number)
            {
                text.Advance(state, operand.Number);
            }
            else if (operand.Kind is TokenKind.LiteralString or TokenKind.HexString)
            {
                if (codes.Length <= operand.Length)
                {
                    codes = new byte[operand.Length * 2];
                }

                text.Show(state, codes.AsSpan(0, lexer.Decode(operand, codes)));
            }
        }
    }

    private void DrawObject()
    {
        if (operands.Count == 0 || file.Resolve(file.Dictionary(resources, "XObject")?[lexer.Name(operands[0])]) is not PdfStream stream)
        {
            return;
        }

        if (file.Name(stream.Dictionary, "Subtype") == "Image")
        {
            CountImage();
        }
        else if (file.Name(stream.Dictionary, "Subtype") == "Form" && formDepth < MaximumFormDepth)
        {
            DrawForm(stream);
        }
    }

    private void DrawForm(PdfStream form)
    {
        var outerResources = resources;
        var outerState = state;
        var outerSaved = saved.Count;
        var matrix = file.Numbers(form.Dictionary["Matrix"]);
        if (matrix.Length == 6)
        {
            state.Transform = new Matrix(matrix[0], matrix[1], matrix[2], matrix[3], matrix[4], matrix[5]).Then(state.Transform);
        }

        resources = file.Dictionary(form.Dictionary, "Resources") ?? resources;
        formDepth++;
        Run(file.Streams.Decode(form));
        formDepth--;
        while (saved.Count > outerSaved)
        {
            saved.Pop();
        }

        (resources, state) = (outerResources, outerState);
    }

    private void CountImage()
    {
        var transform = state.Transform;
        var width = Math.Abs(transform.A) + Math.Abs(transform.C);
        var height = Math.Abs(transform.B) + Math.Abs(transform.D);
        imageArea += Math.Min(width, size.Width) * Math.Min(height, size.Height);
    }

    private void BeginMarked()
    {
        var actual = operands.FindIndex(token => token.Kind == TokenKind.Name && lexer.Bytes(token).SequenceEqual("ActualText"u8));
        var isReplacing = actual >= 0 && actual + 1 < operands.Count
            && operands[actual + 1].Kind is TokenKind.LiteralString or TokenKind.HexString;
        if (isReplacing)
        {
            text.Replace(TextStrings.Decode(lexer.Decode(operands[actual + 1])));
        }

        if (markedReplacements.Count < MaximumSavedStates)
        {
            markedReplacements.Push(isReplacing);
        }
    }

    private void EndMarked()
    {
        if (markedReplacements.Count > 0 && markedReplacements.Pop())
        {
            text.Replace(null);
        }
    }

    private double Number(int index) => index >= 0 && index < operands.Count ? operands[index].Number : 0;

    private Matrix OperandMatrix() => new(Number(0), Number(1), Number(2), Number(3), Number(4), Number(5));

    /// <summary>How near the colour is to white paper; a tint or a pattern of unknown colour counts as dark.</summary>
    private double Lightness() => operands.Count(token => token.Kind == TokenKind.Number) switch
    {
        1 => Number(0),
        3 => Math.Min(Number(0), Math.Min(Number(1), Number(2))),
        4 => 1 - Number(3) - Math.Max(Number(0), Math.Max(Number(1), Number(2))),
        _ => 0,
    };
}
