namespace NamRo.Language;

/// <summary>A deadline said in running text.</summary>
/// <param name="Range">Its words, with the one that introduces them ("trước ngày 30/6/2026").</param>
/// <param name="Words">The same, verbatim.</param>
/// <param name="IsFirm">
/// Introduced as the time by which work is done ("hoàn thành", "trước", "chậm nhất"), not as a mere mention of a time.
/// </param>
public sealed record DeadlinePhrase(TextRange Range, string Words, Deadline Deadline, bool IsFirm);

/// <summary>Deadlines inside sentences.</summary>
public static class Deadlines
{
    private const int IntroductionLexemes = 4;
    private const int JoinLexemes = 3;

    private static readonly PhraseTable Introductions = PhraseTable.Of("""
        trước | chậm nhất | muộn nhất | hoàn thành | xong | trong | đến | đến hết | hết | vào | từ | thời gian | thời hạn | định kỳ | hằng
        hàng | bắt đầu từ | kể từ | cuối | ngay trong | tiến độ
        """);

    private static readonly PhraseTable Firm = PhraseTable.Of("""
        hoàn thành | hoàn thiện xong | xong | trước | chậm nhất | muộn nhất | thời gian | thời hạn | tiến độ
        """);

    private static readonly PhraseTable Rhythms = PhraseTable.Of("""
        tháng cuối quý | định kỳ hằng tuần | định kỳ hằng tháng | định kỳ hằng quý | định kỳ hằng năm | định kỳ hàng tuần
        định kỳ hàng tháng
        định kỳ hàng quý | định kỳ hàng năm
        hằng tuần | hằng tháng | hằng quý | hằng năm | hàng tuần | hàng tháng | hàng quý | hàng năm | định kỳ 6 tháng | định kỳ 06 tháng
        định kỳ tháng | định kỳ quý
        """);

    /// <summary>Every deadline in the text that a preposition or verb introduces; dates of cited documents are left out.</summary>
    public static IReadOnlyList<DeadlinePhrase> FindIn(string prose, DateOnly? issuedOn = null, int? planYear = null)
    {
        ArgumentNullException.ThrowIfNull(prose);
        var lexemes = Lexer.Read(prose);
        var cited = DocumentNumber.FindAll(prose);
        var pieces = new List<Piece>();
        foreach (var atom in TimeAtomReader.Read(prose, lexemes, planYear ?? issuedOn?.Year))
        {
            var range = new TextRange(lexemes[atom.At].From, lexemes[atom.Next - 1].To);
            if (!cited.Any(d => d.Range.Overlaps(range)))
            {
                pieces.Add(new Piece(Introduced(lexemes, atom.At), atom.At, atom.Next));
            }
        }

        AddRhythms(lexemes, pieces);
        return [.. Join(pieces, lexemes).Select(p => Phrase(prose, lexemes, p, issuedOn, planYear)).OfType<DeadlinePhrase>()];
    }

    private static void AddRhythms(List<Lexeme> lexemes, List<Piece> pieces)
    {
        for (var i = 0; i < lexemes.Count; i++)
        {
            if (Rhythms.LengthAt(lexemes, i) is var length and > 0)
            {
                pieces.Add(new Piece(i, i, i + length));
                i += length - 1;
            }
        }

        pieces.Sort((a, b) => a.At.CompareTo(b.At));
    }

    /// <summary>The first of the introducing words right before a lexeme; the lexeme itself when there are none.</summary>
    private static int Introduced(List<Lexeme> lexemes, int at)
    {
        var first = at;
        for (var step = 0; step < IntroductionLexemes && first > 0; step++)
        {
            var length = Introductions.LengthBefore(lexemes, first);
            var isFiller = lexemes[first - 1].Bare is "ngay" or "thuc" or "hien" or "la" or "nam" or "thang" || lexemes[first - 1].Is(':');
            if (length == 0 && !(isFiller && Introductions.LengthBefore(lexemes, first - 1) > 0))
            {
                break;
            }

            first -= length > 0 ? length : 1;
        }

        return first;
    }

    /// <summary>Pieces that stand together ("từ tháng 3 đến tháng 6/2026", "trước ngày 05 hằng tháng") are one phrase.</summary>
    private static List<Piece> Join(List<Piece> pieces, List<Lexeme> lexemes)
    {
        var joined = new List<Piece>();
        foreach (var piece in pieces)
        {
            var touches = joined.Count > 0 && piece.First - joined[^1].Next <= JoinLexemes
                && !Divided(lexemes, joined[^1].Next, piece.First);
            if (touches)
            {
                joined[^1] = joined[^1] with { Next = Math.Max(piece.Next, joined[^1].Next) };
            }
            else
            {
                joined.Add(piece);
            }
        }

        return joined;
    }

    private static bool Divided(List<Lexeme> lexemes, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (lexemes[i].IsWord && lexemes[i].Bare is not ("va" or "den" or "tu" or "ngay"))
            {
                return true;
            }

            if (lexemes[i].Is('.') || lexemes[i].Is(';') || lexemes[i].Kind == LexemeKind.LineEnd)
            {
                return true;
            }
        }

        return false;
    }

    private static DeadlinePhrase? Phrase(string prose, List<Lexeme> lexemes, Piece piece, DateOnly? issuedOn, int? planYear)
    {
        // "trước ngày 05 hằng tháng": the day stands before the rhythm and is no atom of its own.
        var first = piece.First;
        if (first == piece.At && first >= 2 && DateReader.IsDay(lexemes[first - 1].Value) && lexemes[first - 2].IsBare("ngay"))
        {
            first = Introduced(lexemes, first - 2);
        }

        if (first == piece.At && Rhythms.LengthAt(lexemes, first) == 0)
        {
            return null;
        }

        var range = new TextRange(lexemes[first].From, lexemes[piece.Next - 1].To);
        var words = range.Of(prose);
        var deadline = Deadline.Parse(words, issuedOn, planYear);
        return deadline.Kind == DeadlineKind.None ? null : new DeadlinePhrase(range, words, deadline, Firm.LengthAt(lexemes, first) > 0);
    }

    /// <param name="First">Its first lexeme, the introducing words included.</param>
    /// <param name="At">Where the time itself begins.</param>
    /// <param name="Next">The lexeme after it.</param>
    private readonly record struct Piece(int First, int At, int Next);
}
