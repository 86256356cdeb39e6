using Plateau.Core.Appointments;
using Plateau.Server.Web.Words;

namespace Plateau.Server.Notices;

/// <summary>What customers and consultants read in letters about appointments.</summary>
public static class NoticeWords
{
    public static readonly Word ConfirmationSubject = new("Rendez-vous confirmé : {0} à {1}", "Appointment confirmed: {0} at {1}", "تأكيد الموعد: {0} على الساعة {1}");
    public static readonly Word ReminderSubject = new("Rappel de votre rendez-vous : {0} à {1}", "Reminder of your appointment: {0} at {1}", "تذكير بموعدكم: {0} على الساعة {1}");
    public static readonly Word ChangeSubject = new("Rendez-vous modifié : {0} à {1}", "Appointment changed: {0} at {1}", "تعديل الموعد: {0} على الساعة {1}");
    public static readonly Word CancellationSubject = new("Rendez-vous annulé : {0} à {1}", "Appointment cancelled: {0} at {1}", "إلغاء الموعد: {0} على الساعة {1}");
    public static readonly Word ConsultantSubject = new("Nouveau rendez-vous : {0} à {1}", "New appointment: {0} at {1}", "موعد جديد: {0} على الساعة {1}");
    public static readonly Word Greeting = new("Bonjour {0},", "Dear {0},", "مرحبا {0}،");
    public static readonly Word GreetingBare = new("Bonjour,", "Good day,", "مرحبا،");
    public static readonly Word Confirmation = new("Votre rendez-vous avec {0}, {1}, est confirmé.", "Your appointment with {0}, {1}, is confirmed.", "تم تأكيد موعدكم مع {0}، {1}.");
    public static readonly Word Reminder = new("Nous vous rappelons votre rendez-vous avec {0}, {1}.", "This is a reminder of your appointment with {0}, {1}.", "نذكركم بموعدكم مع {0}، {1}.");
    public static readonly Word Change = new("Votre rendez-vous avec {0}, {1}, a été modifié. Voici ce qui vaut désormais.", "Your appointment with {0}, {1}, was changed. This is what holds now.", "تم تعديل موعدكم مع {0}، {1}. هذا هو الساري الآن.");
    public static readonly Word Cancellation = new("Votre rendez-vous avec {0}, {1}, est annulé.", "Your appointment with {0}, {1}, is cancelled.", "أُلغي موعدكم مع {0}، {1}.");
    public static readonly Word AnswerHow = new("Acceptez ou refusez l’invitation depuis votre agenda. Pour un autre horaire, répondez à ce message.", "Accept or decline the invitation from your calendar. For another time, answer this message.", "اقبلوا الدعوة أو ارفضوها من تقويمكم. ولوقت آخر، أجيبوا على هذه الرسالة.");
    public static readonly Word CancelledHow = new("L’invitation jointe le retire de votre agenda. Vous n’avez rien d’autre à faire.", "The invitation enclosed removes it from your calendar. There is nothing else to do.", "الدعوة المرفقة تحذفه من تقويمكم. لا حاجة لأي شيء آخر.");
    public static readonly Word ConsultantNew = new("Un rendez-vous a été pris pour vous avec {0}.", "An appointment was made for you with {0}.", "حُدد لكم موعد مع {0}.");
    public static readonly Word ConsultantChange = new("Votre rendez-vous avec {0} a été modifié.", "Your appointment with {0} was changed.", "تم تعديل موعدكم مع {0}.");
    public static readonly Word ConsultantCancellation = new("Votre rendez-vous avec {0} est annulé.", "Your appointment with {0} is cancelled.", "أُلغي موعدكم مع {0}.");
    public static readonly Word ConsultantHow = new("Déplacez ou supprimez-le dans votre agenda relié, ou refusez l’invitation : le client final en est averti.", "Move or delete it in your linked calendar, or decline the invitation: the customer is told.", "انقلوه أو احذفوه من تقويمكم المرتبط، أو ارفضوا الدعوة: يُخبر الزبون بذلك.");
    public static readonly Word SummaryOfConsultant = new("{0} : rendez-vous avec {1}", "{0}: appointment with {1}", "{0}: موعد مع {1}");
    public static readonly Word SummaryOfCustomer = new("Rendez-vous : {0}", "Appointment: {0}", "موعد: {0}");
    public static readonly Word When = new("Quand", "When", "الوقت");
    public static readonly Word With = new("Avec", "With", "مع");
    public static readonly Word How = new("Comment", "How", "الطريقة");
    public static readonly Word Where = new("Où", "Where", "المكان");
    public static readonly Word CalledOn = new("Nous vous appelons au", "We call you on", "نتصل بكم على");
    public static readonly Word Reached = new("En cas d’empêchement", "If something comes up", "عند تعذر الحضور");
    public static readonly Word Customer = new("Client final", "Customer", "الزبون");
    public static readonly Word Telephone = new("Téléphone", "Telephone", "الهاتف");
    public static readonly Word Email = new("Courriel", "E-mail", "البريد الإلكتروني");
    public static readonly Word Note = new("À savoir", "To know", "للعلم");
    private static readonly Word OnSite = new("sur place", "in person", "حضوريا"), ByTelephone = new("par téléphone", "by telephone", "عبر الهاتف"), ByVideo = new("en visioconférence", "by video", "عبر الفيديو");

    public static Word Of(MeetingKind kind) => kind switch { MeetingKind.Telephone => ByTelephone, MeetingKind.Video => ByVideo, _ => OnSite };
}
