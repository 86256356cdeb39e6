namespace Plateau.Contracts.Messaging;

/// <summary>What Exim and Dovecot are told for the tests; words between @ are filled in.</summary>
internal static class MailConfiguration
{
    /// <summary>Refuses one address for now, until a file says that it is back.</summary>
    public static string Later(int number) => $$$"""
        defer local_parts = later-{{{number}}}
                condition = ${if !exists{@folder@/later-{{{number}}}-is-back}}
                message = 451 4.3.0 come again
        """;

    public const string Exim = """
        exim_user = Debian-exim
        exim_group = Debian-exim
        spool_directory = @folder@/spool
        log_file_path = @folder@/log/exim-%slog
        pid_file_path = @folder@/exim.pid
        primary_hostname = mail.test
        qualify_domain = mail.test
        local_interfaces = 127.0.0.1
        daemon_smtp_ports = @smtp@
        deliver_drop_privilege = true
        tls_advertise_hosts = *
        tls_certificate = @folder@/cert.pem
        tls_privatekey = @folder@/key.pem
        auth_advertise_hosts = ${if eq{$tls_in_cipher}{}{}{*}}
        acl_smtp_rcpt = recipients
        acl_smtp_data = accept
        received_header_text = Received: from $sender_helo_name by mail.test id $message_exim_id\nX-Taken: $tod_epoch_l
        host_lookup =
        rfc1413_hosts =
        keep_environment =
        begin acl
        recipients:
          deny !authenticated = *
               message = 550 5.7.1 sign in first
          deny local_parts = nosuch
               message = 550 5.1.1 nobody of that name
          @later@
          accept
        begin authenticators
        plain:
          driver = plaintext
          public_name = PLAIN
          server_prompts = :
          server_condition = ${if and{{eq{$auth2}{@user@}}{eq{$auth3}{@password@}}}}
          server_set_id = $auth2
        begin routers
        bounce:
          driver = redirect
          local_parts = bounce
          allow_fail
          data = :fail: 5.1.1 the box was closed
        all:
          driver = accept
          transport = boxes
        begin transports
        boxes:
          driver = lmtp
          socket = @folder@/run/lmtp

        """;

    private const string Services = """

        base_dir = @folder@/run
        state_dir = @folder@/run
        log_path = @folder@/log/dovecot.log
        listen = 127.0.0.1
        protocols = imap lmtp
        default_login_user = plateau
        default_internal_user = plateau
        default_internal_group = plateau
        ssl = yes
        service imap-login {
          chroot =
          inet_listener imap {
            port = @imap@
          }
          inet_listener imaps {
            port = 0
          }
        }
        service anvil {
          chroot =
        }
        service stats {
          chroot =
        }
        service lmtp {
          unix_listener lmtp {
            mode = 0666
          }
        }

        """;

    private const string Until23 = """
        mail_location = maildir:@folder@/mail/%u
        ssl_cert = <@folder@/cert.pem
        ssl_key = <@folder@/key.pem
        auth_username_format = %Lu
        passdb {
          driver = static
          args = password=@password@
        }
        userdb {
          driver = static
          args = uid=plateau gid=plateau home=@folder@/mail/%u allow_all_users=yes
        }
        """;

    private const string Since24 = """
        dovecot_config_version = 2.4.0
        dovecot_storage_version = 2.4.0
        mail_driver = maildir
        mail_path = @folder@/mail/%{user}
        ssl_server_cert_file = @folder@/cert.pem
        ssl_server_key_file = @folder@/key.pem
        auth_username_format = %{user | lower}
        passdb static {
          password = @password@
        }
        userdb static {
          allow_all_users = yes
          fields {
            uid = plateau
            gid = plateau
            home = @folder@/mail/%{user}
          }
        }
        """;

    /// <summary>Dovecot's words changed with 2.4.</summary>
    public static string Dovecot(bool isNew) => (isNew ? Since24 : Until23) + Services;
}
