using Plateau.Server.Web.Words;

namespace Plateau.Server.People.Door;

/// <summary>The words at the door: signing in, second factor, links, and why it stays shut.</summary>
public static class DoorWords
{
    public static readonly Word SignIn = new("Se connecter", "Sign in", "تسجيل الدخول");
    public static readonly Word Password = new("Mot de passe", "Password", "كلمة المرور");
    public static readonly Word NewPassword = new("Nouveau mot de passe", "New password", "كلمة مرور جديدة");
    public static readonly Word Again = new("Encore une fois", "Once more", "مرة أخرى");
    public static readonly Word PasswordHint = new("12 signes au moins. Une phrase se retient mieux qu’un mot.", "12 signs at least. A sentence is easier to keep than a word.", "12 رمزا على الأقل. الجملة أسهل حفظا من الكلمة.");
    public static readonly Word ChoosePassword = new("Choisir un mot de passe", "Choose a password", "اختيار كلمة مرور");
    public static readonly Word ChooseWhy = new("Le mot de passe donné au départ ne sert qu’une fois. Choisissez le vôtre.", "The password you were given serves once. Choose your own.", "كلمة المرور الأولى تُستعمل مرة واحدة. اختر كلمتك.");
    public static readonly Word Continue = new("Continuer", "Continue", "متابعة");
    public static readonly Word Code = new("Code à six chiffres", "Six-digit code", "رمز من ستة أرقام");
    public static readonly Word CodeTitle = new("Second facteur", "Second factor", "العامل الثاني");
    public static readonly Word CodeHint = new("Celui que montre votre application d’authentification.", "The one that your authenticator shows.", "الرمز الذي يعرضه تطبيق المصادقة.");
    public static readonly Word Join = new("Rejoindre le plateau", "Join the floor", "الانضمام إلى القاعة");
    public static readonly Word JoinWhy = new("Ce lien sert une fois. Choisissez un mot de passe pour entrer.", "This link works once. Choose a password to enter.", "هذا الرابط يُستعمل مرة واحدة. اختر كلمة مرور للدخول.");
    public static readonly Word SignOut = new("Se déconnecter", "Sign out", "تسجيل الخروج");
    public static readonly Word Elsewhere = new("Continuer avec {0}", "Continue with {0}", "المتابعة عبر {0}");
    public static readonly Word Wrong = new("Identifiant ou mot de passe inexact.", "Name or password is wrong.", "الاسم أو كلمة المرور غير صحيحة.");
    public static readonly Word Locked = new("Trop d’essais inexacts. Réessayez dans quelques minutes, ou demandez un lien à un directeur.", "Too many wrong tries. Try again in some minutes, or ask a director for a link.", "محاولات خاطئة كثيرة. أعد المحاولة بعد دقائق أو اطلب رابطا من المدير.");
    public static readonly Word WrongCode = new("Ce code n’est pas le bon, ou il a déjà servi. Attendez le suivant.", "This code is wrong or was used already. Wait for the next one.", "الرمز غير صحيح أو استُعمل من قبل. انتظر الرمز التالي.");
    public static readonly Word Short = new("Il faut 12 signes au moins.", "It takes 12 signs at least.", "يلزم 12 رمزا على الأقل.");
    public static readonly Word Differs = new("Les deux saisies diffèrent.", "The two differ.", "الإدخالان مختلفان.");
    public static readonly Word Easy = new("Trop facile à deviner : évitez votre identifiant et les répétitions.", "Too easy to guess: avoid your sign-in name and repetitions.", "سهلة التخمين: تجنب اسم الدخول والتكرار.");
    public static readonly Word Same = new("C’est le mot de passe à remplacer : choisissez-en un autre.", "This is the password to be replaced: choose another.", "هذه هي الكلمة المطلوب تغييرها: اختر غيرها.");
    public static readonly Word Link = new("Ce lien a servi, a expiré ou n’est pas complet. Demandez-en un autre à un directeur.", "This link was used, has expired or is not whole. Ask a director for another.", "الرابط استُعمل أو انتهى أو غير كامل. اطلب رابطا آخر من المدير.");
    public static readonly Word Unknown = new("Cette identité n’est reliée à aucune personne d’ici. Demandez à un directeur une invitation sous votre adresse vérifiée, puis revenez.", "This identity belongs to nobody here. Ask a director for an invitation under your verified address, then come back.", "هذه الهوية غير مرتبطة بأي شخص هنا. اطلب من المدير دعوة بعنوانك المؤكد ثم عد.");
    public static readonly Word NotDone = new("La connexion par {0} n’a pas abouti. Réessayez, ou entrez par identifiant et mot de passe.", "Signing in with {0} did not come to its end. Try again, or enter by name and password.", "لم يكتمل الدخول عبر {0}. أعد المحاولة أو ادخل باسم الدخول وكلمة المرور.");
    public static readonly Word Forbidden = new("Cette page n’est pas pour votre rôle", "This page is not for your role", "هذه الصفحة ليست لدورك");
    public static readonly Word ForbiddenWhy = new("La demande est inscrite au journal d’audit. Un directeur peut étendre vos droits.", "The request is in the audit log. A director can widen your rights.", "سُجّل الطلب في سجل التدقيق. يمكن للمدير توسيع صلاحياتك.");
    public static readonly Word OwnTitle = new("Ma sécurité", "My security", "أماني");
    public static readonly Word FactorOn = new("Le second facteur est actif.", "The second factor is on.", "العامل الثاني مفعّل.");
    public static readonly Word FactorOff = new("Le second facteur n’est pas encore actif.", "The second factor is not on yet.", "العامل الثاني غير مفعّل بعد.");
    public static readonly Word FactorHow = new("Photographiez ce carré avec une application d’authentification, ou saisissez-y le secret, puis donnez le code qu’elle montre.", "Scan this square with an authenticator, or type the secret into it, then give the code that it shows.", "صوّر هذا المربع بتطبيق المصادقة أو أدخل السر فيه، ثم اكتب الرمز الذي يعرضه.");
    public static readonly Word FactorSecret = new("Secret", "Secret", "السر");
    public static readonly Word FactorSquare = new("Carré à photographier", "Square to scan", "مربع للتصوير");
    public static readonly Word FactorStart = new("Configurer le second facteur", "Set up the second factor", "إعداد العامل الثاني");
    public static readonly Word FactorAgain = new("Changer d’appareil", "Change device", "تغيير الجهاز");
    public static readonly Word Confirm = new("Confirmer", "Confirm", "تأكيد");

    internal static Word Of(Refused why) => why switch
    {
        Refused.Locked => Locked,
        Refused.Code => WrongCode,
        Refused.Short => Short,
        Refused.Differs => Differs,
        Refused.Easy => Easy,
        Refused.Same => Same,
        Refused.Link => Link,
        _ => Wrong,
    };
}
