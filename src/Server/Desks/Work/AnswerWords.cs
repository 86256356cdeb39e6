using Plateau.Server.Web.Words;
using Plateau.Storage.Centre;

namespace Plateau.Server.Desks.Work;

/// <summary>The words of what people answered to scripts: at the desk, on the person's page, on the call sheet.</summary>
public static class AnswerWords
{
    public static readonly Word Title = new("Réponses au script", "Script answers", "أجوبة على السيناريو");
    public static readonly Word Question = new("Question", "Question", "السؤال");
    public static readonly Word Answer = new("Réponse", "Answer", "الجواب");

    /// <summary>Question and answer in a line, in the script's own words.</summary>
    internal static string Of(AnswerKept answer) => $"{answer.Question} : {answer.Answer}";
}
