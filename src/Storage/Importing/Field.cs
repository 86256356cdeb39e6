namespace Plateau.Storage.Importing;

/// <summary>What Plateau knows to do with a column; everything else is kept as it stands.</summary>
internal enum Field
{
    Phone,
    Mobile,
    Office,
    Switchboard,
    Name,
    FirstName,
    Company,
    Email,
    Language,
    Postcode,
    City,
    Country,
    Territory,
    Zone,
    Audience,
    Reference,
    ConsentAt,
    ConsentProof,
    ConsentUntil,
    ConsentProducts,
    ConsentAct,
    ConsentStatements,
    ConsentChannels,
    ConsentCollector,
    ConsentWording,
    ConsentWithdrawn,
    ContractSince,
    ContractUntil,
    ContractProof,
    ContractProducts,
    RequestAt,
    RequestProof,
    RequestProducts,
    RequestWording,
    Product,
    Score,
}

/// <summary>The words by which people head a column, in French and English, folded to bare letters and digits.</summary>
internal static class HeaderWords
{
    private static readonly Dictionary<Field, string[]> Words = new()
    {
        [Field.Phone] = ["phone", "phonenumber", "telephone", "tel", "numero", "numerotelephone", "numerodetelephone", "notel", "numtel", "ntel", "telfixe", "telephonefixe", "fixe", "landline", "msisdn", "phone1", "tel1", "telephone1", "phone2", "tel2", "telephone2", "phone3", "tel3", "telephone3", "teldomicile", "telephonedomicile", "secondphone", "otherphone", "autretelephone", "autrenumero", "homephone"],
        [Field.Mobile] = ["mobile", "portable", "telmobile", "telephonemobile", "telephoneportable", "telportable", "mobilephone", "cellphone", "mobile2", "portable2"],
        [Field.Office] = ["telbureau", "telephonebureau", "telpro", "telephoneprofessionnel", "telephonepro", "workphone", "officephone", "teldirect", "directdial"],
        [Field.Switchboard] = ["telstandard", "telephonestandard", "numerostandard", "switchboard", "telaccueil"],
        [Field.Name] = ["name", "nom", "lastname", "surname", "familyname", "nomdefamille", "nomclient", "fullname", "nomcomplet", "nomprenom"],
        [Field.FirstName] = ["firstname", "prenom", "givenname", "forename"],
        [Field.Company] = ["company", "societe", "entreprise", "raisonsociale", "organisation", "organization", "companyname"],
        [Field.Email] = ["email", "mail", "courriel", "adressemail", "adresseemail", "emailaddress"],
        [Field.Language] = ["language", "langue", "lang", "languecontact", "languecourrier", "preferredlanguage", "languepreferee"],
        [Field.Postcode] = ["postcode", "postalcode", "zip", "zipcode", "codepostal", "cp"],
        [Field.City] = ["city", "town", "ville", "commune", "localite"],
        [Field.Country] = ["country", "pays", "countrycode", "codepays"],
        [Field.Territory] = ["territory", "territoire", "iso31662"],
        [Field.Zone] = ["timezone", "tz", "zone", "fuseau", "fuseauhoraire", "zonehoraire", "tzdb"],
        [Field.Audience] = ["audience", "cible", "b2bb2c", "typeclient", "customertype"],
        [Field.Reference] = ["reference", "ref", "id", "externalid", "identifiant", "idclient", "customerid", "numeroclient"],
        [Field.ConsentAt] = ["consent", "consentdate", "consentat", "consentement", "dateconsentement", "datedeconsentement", "consentementdate", "optin", "optindate", "dateoptin"],
        [Field.ConsentProof] = ["consentproof", "consentreference", "consentref", "consentementpreuve", "preuveconsentement", "preuve", "preuvedeconsentement", "proof", "optinsource", "sourceconsentement", "refconsentement"],
        [Field.ConsentUntil] = ["consentuntil", "consentend", "finconsentement", "consentementfin"],
        [Field.ConsentProducts] = ["consentproducts", "consentproduct", "produitsconsentement", "produitconsentement", "consentementproduits"],
        [Field.ConsentAct] = ["consentact", "act", "acte", "actepositif", "acteconsentement", "modeconsentement", "modederecueil", "moderecueil"],
        [Field.ConsentStatements] = ["consentstatements", "statements", "mentions", "mentionsconsentement", "mentionspresentees", "mentionsinformation"],
        [Field.ConsentChannels] = ["consentchannels", "channels", "canaux", "canauxconsentement", "canauxautorises"],
        [Field.ConsentCollector] = ["consentcollector", "collector", "collecteur", "collecteurconsentement", "recueillipar", "collectepar", "collectedby"],
        [Field.ConsentWording] = ["consentwording", "wording", "texteconsentement", "texteaffiche", "libelleconsentement", "consenttext"],
        [Field.ConsentWithdrawn] = ["consentwithdrawn", "consentwithdrawnat", "withdrawn", "withdrawnat", "retraitconsentement", "dateretrait", "dateretraitconsentement", "consentementretrait"],
        [Field.ContractUntil] = ["contractuntil", "contractend", "fincontrat", "contratfin", "datefincontrat"],
        [Field.ContractProducts] = ["contractproducts", "contractproduct", "produitscontrat", "produitcontrat", "contratproduits"],
        [Field.RequestAt] = ["requestat", "request", "requestdate", "callbackrequest", "demanderappel", "demandederappel", "datedemande", "datedemanderappel", "demandele"],
        [Field.RequestProof] = ["requestproof", "requestreference", "preuvedemande", "refdemande", "referencedemande"],
        [Field.RequestProducts] = ["requestproducts", "requestproduct", "produitsdemande", "produitdemande"],
        [Field.RequestWording] = ["requestwording", "requesttext", "textedemande", "objetdemande", "requestsubject"],
        [Field.ContractSince] = ["contractsince", "contractat", "contractdate", "contract", "contrat", "datecontrat", "contratdepuis", "debutcontrat"],
        [Field.ContractProof] = ["contractproof", "preuvecontrat", "contractreference", "contractref", "contractnumber", "refcontrat", "numerocontrat", "referencecontrat"],
        [Field.Score] = ["score", "scoring", "scoreappetence", "appetence", "scoreclient", "points", "propensity", "propensityscore"],
        [Field.Product] = ["product", "products", "produit", "produits", "offer", "offre", "service"],
    };

    private static readonly Dictionary<string, Field> ByWord = Words
        .SelectMany(pair => pair.Value.Select(word => (word, pair.Key)))
        .ToDictionary(pair => pair.word, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>Whether such a column holds numbers to be called; a person may have several.</summary>
    public static bool IsPhone(Field field) => field is Field.Phone or Field.Mobile or Field.Office or Field.Switchboard;

    public static Field? Meaning(string header) => ByWord.TryGetValue(Fold(header), out var field) ? field : null;

    /// <summary>Reads a field's name as people write it in a mapping: phone, first-name, firstName.</summary>
    public static Field? Named(string name)
    {
        var folded = Fold(name);
        foreach (var field in Enum.GetValues<Field>())
        {
            if (string.Equals(field.ToString(), folded, StringComparison.OrdinalIgnoreCase))
                return field;
        }

        return Meaning(name);
    }

    /// <summary>Bare letters and digits: "N° de téléphone" and "n de telephone" are the same words.</summary>
    public static string Fold(string text)
    {
        var bare = new System.Text.StringBuilder(text.Length);
        foreach (var letter in text.Normalize(System.Text.NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(letter))
                bare.Append(char.ToLowerInvariant(letter));
        }

        return bare.ToString();
    }
}
