package eu.guichet.real;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.tls.HeldCertificate;

/**
 * Debian's Postfix and Dovecot in a folder that they take for the whole machine, on ports of their own. They let nobody in before
 * STARTTLS, and take e-mail from {@code guichet} alone: for {@code annelise@pensioners.example}, who is there, and for anybody else of that
 * domain, who is not. What comes back lies in the mailbox {@code bounces@pmo.example}. Needs Linux and root.
 */
final class Postfix implements AutoCloseable {
    static final String USER = "guichet@pmo.example";
    static final String PASSWORD = "only-in-this-test";
    private static final String ANNELISE = "annelise";
    private static final int LONGEST_SECONDS = 60;

    private final Process process;
    private final Path root;
    private final int smtp;
    private final int imap;

    private Postfix(Process process, Path root, int smtp, int imap) {
        this.process = process;
        this.root = root;
        this.smtp = smtp;
        this.imap = imap;
    }

    /**
     * Returns once both answer.
     *
     * @param certificate for localhost
     */
    static Postfix start(HeldCertificate certificate) throws IOException, InterruptedException {
        assumeThat(System.getProperty("user.name").equals("root") && Debian.onThePath("unshare"))
                .as("root on a Linux, without whom there is no Postfix")
                .isTrue();
        Path root = Debian.unpack(
                "mail",
                "postfix",
                "sasl2-bin",
                "libsasl2-modules",
                "dovecot-imapd",
                // what its own scripts call
                "coreutils",
                "dash",
                "diffutils",
                "findutils",
                "grep",
                "mawk",
                "sed");
        int smtp = freePort();
        int imap = freePort();
        furnish(root);
        Path etc = root.resolve("etc");
        Files.writeString(etc.resolve("certificate.pem"), certificate.certificatePem());
        Files.writeString(etc.resolve("key.pem"), certificate.privateKeyPkcs8Pem());
        postfixSettings(etc, smtp);
        dovecotSettings(etc, imap);
        start(root);
        Process process = new ProcessBuilder(
                        "unshare",
                        "--mount",
                        "--pid",
                        "--fork",
                        "--kill-child",
                        "sh",
                        "-c",
                        // With its mounts it ends when its first process does.
                        """
                        set -e
                        for device in null random urandom; do mount --bind /dev/$device "$0/dev/$device"; done
                        mount -t proc proc "$0/proc"
                        exec chroot "$0" /bin/sh /start
                        """,
                        root.toString())
                .redirectErrorStream(true)
                .redirectOutput(root.resolve("output.txt").toFile())
                .start();
        Postfix postfix = new Postfix(process, root, smtp, imap);
        postfix.awaitAnswer(smtp);
        postfix.awaitAnswer(imap);
        return postfix;
    }

    int smtp() {
        return smtp;
    }

    int imap() {
        return imap;
    }

    /** What it says of itself and of each message, for a test that fails. */
    String log() throws IOException {
        StringBuilder all = new StringBuilder(Files.readString(root.resolve("output.txt")));
        for (String log : List.of("postfix.log", "dovecot.log")) {
            Path file = root.resolve("var/log").resolve(log);
            all.append(Files.exists(file) ? Files.readString(file) : "");
        }
        return all.toString();
    }

    /** As they lie in her mailbox, one after the other. */
    String mailbox() throws IOException {
        return Files.readString(root.resolve("var/mail").resolve(ANNELISE));
    }

    /** What the scripts of the packages do when they are installed. */
    private static void furnish(Path root) throws IOException {
        for (String folder : List.of(
                "dev",
                "proc",
                "tmp",
                "root",
                "run",
                "var/run",
                "var/log",
                "var/mail",
                "var/lib/postfix",
                "etc/postfix/sasl")) {
            Files.createDirectories(root.resolve(folder));
        }
        for (String device : List.of("null", "random", "urandom")) {
            Files.createFile(root.resolve("dev").resolve(device));
        }
        if (Files.notExists(root.resolve("usr/bin/awk"))) {
            Files.createSymbolicLink(root.resolve("usr/bin/awk"), Path.of("mawk"));
        }
        Files.copy(root.resolve("usr/share/postfix/dynamicmaps.cf"), root.resolve("etc/postfix/dynamicmaps.cf"));
        Files.writeString(root.resolve("etc/passwd"), """
                root:x:0:0::/root:/bin/sh
                postfix:x:101:101::/var/spool/postfix:/bin/false
                nobody:x:65534:65534::/nonexistent:/bin/false
                dovecot:x:103:103::/nonexistent:/bin/false
                dovenull:x:104:104::/nonexistent:/bin/false
                annelise:x:1001:1001::/nonexistent:/bin/false
                bounces:x:1002:1002::/nonexistent:/bin/false
                """);
        Files.writeString(root.resolve("etc/group"), """
                root:x:0:
                mail:x:8:
                sasl:x:45:postfix
                postfix:x:101:
                postdrop:x:102:
                dovecot:x:103:
                dovenull:x:104:
                nogroup:x:65534:
                annelise:x:1001:
                bounces:x:1002:
                """);
        Files.writeString(root.resolve("etc/nsswitch.conf"), "passwd: files\ngroup: files\nhosts: files\n");
        Files.writeString(root.resolve("etc/hosts"), "127.0.0.1 localhost\n");
    }

    private static void postfixSettings(Path etc, int port) throws IOException {
        Files.writeString(
                etc.resolve("postfix/sasl/smtpd.conf"),
                "pwcheck_method: auxprop\nauxprop_plugin: sasldb\nmech_list: PLAIN LOGIN\n");
        Files.writeString(etc.resolve("postfix/main.cf"), """
                compatibility_level = 3.6
                maillog_file = /var/log/postfix.log
                inet_interfaces = loopback-only
                inet_protocols = ipv4
                myhostname = mx.pensioners.example
                mydestination = pensioners.example, pmo.example
                # Whom it does not know it learns after it has taken the message over, as a server in front of others does.
                local_recipient_maps =
                mynetworks =
                alias_maps =
                biff = no
                mail_spool_directory = /var/mail
                smtp_dns_support_level = disabled
                smtp_host_lookup = native
                smtpd_tls_cert_file = /etc/certificate.pem
                smtpd_tls_key_file = /etc/key.pem
                smtpd_tls_received_header = yes
                smtpd_tls_security_level = encrypt
                smtpd_sasl_auth_enable = yes
                smtpd_relay_restrictions = permit_sasl_authenticated, reject
                smtpd_recipient_restrictions = permit_sasl_authenticated, reject
                """);
        Files.writeString(etc.resolve("postfix/master.cf"), """
                127.0.0.1:%d inet n - n - - smtpd
                pickup unix n - n 60 1 pickup
                cleanup unix n - n - 0 cleanup
                qmgr unix n - n 300 1 qmgr
                tlsmgr unix - - n 1000? 1 tlsmgr
                rewrite unix - - n - - trivial-rewrite
                bounce unix - - n - 0 bounce
                defer unix - - n - 0 bounce
                trace unix - - n - 0 bounce
                proxymap unix - - n - - proxymap
                smtp unix - - n - - smtp
                relay unix - - n - - smtp
                error unix - - n - - error
                retry unix - - n - - error
                local unix - n n - - local
                anvil unix - - n - 1 anvil
                scache unix - - n - 1 scache
                postlog unix-dgram n - n - 1 postlogd
                """.formatted(port));
    }

    private static void dovecotSettings(Path etc, int port) throws IOException {
        Files.writeString(etc.resolve("dovecot/dovecot.conf"), """
                protocols = imap
                listen = 127.0.0.1
                log_path = /var/log/dovecot.log
                mail_location = mbox:/tmp/%%u:INBOX=/var/mail/%%u
                ssl = required
                ssl_cert = </etc/certificate.pem
                ssl_key = </etc/key.pem
                first_valid_uid = 1000
                passdb {
                  driver = static
                  args = password=%s
                }
                userdb {
                  driver = static
                  args = uid=1002 gid=1002 home=/tmp/%%u
                }
                service imap-login {
                  inet_listener imap {
                    port = %d
                  }
                  inet_listener imaps {
                    port = 0
                  }
                }
                """.formatted(PASSWORD, port));
    }

    private static void start(Path root) throws IOException {
        Files.writeString(root.resolve("start"), """
                set -e
                export PATH=/usr/sbin:/usr/bin:/sbin:/bin
                chown postfix /var/lib/postfix
                chmod 1777 /tmp /var/mail
                echo '%s' | saslpasswd2 -p -c -u pmo.example guichet
                chgrp sasl /etc/sasldb2
                chmod 640 /etc/sasldb2
                dovecot
                exec postfix start-fg
                """.formatted(PASSWORD));
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private void awaitAnswer(int port) throws IOException, InterruptedException {
        for (int tries = 0; process.isAlive() && tries < LONGEST_SECONDS * 4; tries++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
                return;
            } catch (IOException e) {
                // not yet
            }
            var _ = process.waitFor(250, TimeUnit.MILLISECONDS);
        }
        String log = log();
        close();
        throw new IOException("Postfix and Dovecot did not start: " + log);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
