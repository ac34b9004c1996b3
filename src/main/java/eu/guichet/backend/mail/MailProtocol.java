package eu.guichet.backend.mail;

import java.time.Duration;
import java.util.Properties;

/** What a session with a mail server has to know before it connects. */
final class MailProtocol {
    private static final String VERSIONS = "TLSv1.3 TLSv1.2";

    private MailProtocol() {}

    /** @param protocol {@code smtp} or {@code imap} */
    static Properties properties(String protocol, MailSettings.Server server, Duration timeout) {
        String prefix = "mail." + protocol + ".";
        String millis = String.valueOf(timeout.toMillis());
        Properties properties = new Properties();
        properties.put(prefix + "connectiontimeout", millis);
        properties.put(prefix + "timeout", millis);
        properties.put(prefix + "writetimeout", millis);
        properties.put(prefix + "auth", String.valueOf(server.user() != null));
        switch (server.security()) {
            case NONE -> {}
            case STARTTLS -> {
                properties.put(prefix + "starttls.enable", "true");
                properties.put(prefix + "starttls.required", "true");
                secure(properties, prefix, server);
            }
            case TLS -> {
                properties.put(prefix + "ssl.enable", "true");
                secure(properties, prefix, server);
            }
        }
        return properties;
    }

    private static void secure(Properties properties, String prefix, MailSettings.Server server) {
        properties.put(prefix + "ssl.protocols", VERSIONS);
        properties.put(prefix + "ssl.checkserveridentity", "true");
        if (server.trusted() != null) {
            properties.put(prefix + "ssl.socketFactory", server.trusted());
            properties.put(prefix + "ssl.socketFactory.fallback", "false");
        }
    }
}
