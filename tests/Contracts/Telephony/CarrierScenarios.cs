namespace Plateau.Contracts.Telephony;

/// <summary>How foreign carriers behave, as SIPp scenarios.</summary>
internal static class CarrierScenarios
{
    private const string Invite = """<recv request="INVITE" crlf="true"/>""";
    private const string Sdp = """

        Content-Type: application/sdp
        Content-Length: [len]

        v=0
        o=carrier 1 1 IN IP[local_ip_type] [local_ip]
        s=-
        c=IN IP[media_ip_type] [media_ip]
        t=0 0
        m=audio [media_port] RTP/AVP 8
        a=rtpmap:8 PCMA/8000

        """;

    private static readonly string Ringing = Send("180 Ringing", Empty());
    private static readonly string Answer = Send("200 OK", $"Contact: <sip:[local_ip]:[local_port]>{Sdp}");

    public static string Refuse(int code) => Invite + Send($"{code} No", Empty()) + Ack();

    /// <summary>Asks for the account's password, and is busy for whoever has it.</summary>
    public static string AskThenBusy(string user, string password) =>
        Invite + Send("401 Who are you", "WWW-Authenticate: Digest realm=\"carrier\", nonce=\"47ebe028cda119c35d4877b383027d28da013815\", algorithm=MD5\n" + Empty()) + Ack()
        + $"""<recv request="INVITE" crlf="true"><action><verifyauth assign_to="known" username="{user}" password="{password}"/></action></recv>"""
        + """<nop hide="true" test="known" next="busy"/>""" + Send("403 Never", Empty()) + Ack() + """<nop next="end"/><label id="busy"/>""" + Send("486 Busy", Empty()) + Ack() + """<label id="end"/>""";

    /// <summary>Takes a registration from whoever has the password.</summary>
    public static string TakeRegistration(string user, string password) =>
        """<recv request="REGISTER" crlf="true"/>""" + Send("401 Who are you", "WWW-Authenticate: Digest realm=\"carrier\", nonce=\"47ebe028cda119c35d4877b383027d28da013815\", algorithm=MD5\n" + Empty())
        + $"""<recv request="REGISTER" crlf="true"><action><verifyauth assign_to="known" username="{user}" password="{password}"/></action></recv>"""
        + """<nop hide="true" test="known" next="known"/>""" + Send("403 Never", Empty()) + """<nop next="end"/><label id="known"/>""" + Send("200 OK", "[last_Contact:];expires=3600\n" + Empty()) + """<label id="end"/>""";

    /// <summary>Rings until it is cancelled, and answers all the same: the two crossed on the wire.</summary>
    public static string AnswerAfterCancel =>
        """<recv request="INVITE" crlf="true"><action><ereg regexp=".*" search_in="hdr" header="CSeq:" assign_to="sequence"/></action></recv>"""
        + Ringing + """<recv request="CANCEL"/>""" + Send("200 OK", Empty())
        + Send("200 OK", $"Contact: <sip:[local_ip]:[local_port]>{Sdp}").Replace("[last_CSeq:]", "CSeq:[$sequence]", StringComparison.Ordinal)
        + Ack() + """<recv request="BYE"/>""" + Send("200 OK", Empty());

    /// <summary>Answers, then is never heard of again: no speech, no BYE, no answer to ours.</summary>
    public static string Vanish => Invite + Ringing + Answer + Ack();

    /// <summary>A telephone that answers and waits to be hung up on.</summary>
    public static string PickUp => Invite + Ringing + Answer + Ack() + """<recv request="BYE"/>""" + Send("200 OK", Empty());

    /// <summary>A telephone that registers with the password it was given; the switch must answer with that status.</summary>
    public static string Register(string user, int expected) => $"""
        <send retrans="500"><![CDATA[
        REGISTER sip:[remote_ip] SIP/2.0
        Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
        From: <sip:{user}@[remote_ip]>;tag=[call_number]
        To: <sip:{user}@[remote_ip]>
        Call-ID: [call_id]
        CSeq: 1 REGISTER
        Contact: <sip:{user}@[local_ip]:[local_port]>
        Max-Forwards: 70
        Expires: 300
        Content-Length: 0

        ]]></send>
        <recv response="401" auth="true"/>
        <send retrans="500"><![CDATA[
        REGISTER sip:[remote_ip] SIP/2.0
        Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
        From: <sip:{user}@[remote_ip]>;tag=[call_number]
        To: <sip:{user}@[remote_ip]>
        Call-ID: [call_id]
        CSeq: 2 REGISTER
        Contact: <sip:{user}@[local_ip]:[local_port]>
        [authentication]
        Max-Forwards: 70
        Expires: 300
        Content-Length: 0

        ]]></send>
        <recv response="{expected}"/>
        """;

    private static string Ack() => """<recv request="ACK" crlf="true"/>""";

    private static string Empty() => "Content-Length: 0\n\n";

    private static string Send(string status, string rest) => $"""
        <send><![CDATA[

        SIP/2.0 {status}
        [last_Via:]
        [last_From:]
        [last_To:];tag=[pid]carrier[call_number]
        [last_Call-ID:]
        [last_CSeq:]
        {rest}
        ]]></send>
        """;
}
