package nl.mjpmonitor.dashboard.sending;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How mail is sent. There is no way without TLS.
 *
 * @param host mail server; empty for a dashboard that sends nothing
 * @param port its port
 * @param user name to log in with; empty for a server that asks for none
 * @param password its password
 * @param security how TLS starts
 * @param certificate PEM file with the certificate of the server or its authority; empty for those that Java trusts
 * @param from address of the sender, to which notifications come back
 * @param address public address of this dashboard, for the links
 */
record MailSettings(
        String host,
        int port,
        String user,
        String password,
        Security security,
        String certificate,
        String from,
        String address) {

    /** How TLS starts. */
    enum Security {
        /** In the open, and refused when the server does not offer TLS. */
        STARTTLS,
        /** From the first byte. */
        TLS;

        /**
         * By its word.
         *
         * @param setting the setting that holds it
         */
        static Security of(String word, String setting) {
            return Arrays.stream(values())
                    .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(setting + " is '" + word + "'; use one of "
                            + Arrays.stream(values())
                                    .map(one -> one.name().toLowerCase(Locale.ROOT))
                                    .collect(Collectors.joining(", "))
                            + "."));
        }
    }

    /** @throws IllegalStateException when they cannot work; the message says what to change */
    MailSettings {
        if (!host.isBlank()) {
            if (from.isBlank() || address.isBlank()) {
                throw new IllegalStateException(
                        "MJP_SMTP_HOST is set; give MJP_SMTP_FROM, the address of the sender, and"
                                + " MJP_ADDRESS, the public address of this dashboard, too.");
            }
            requireAddress(from);
            if (!address.matches("https?://[^/?#]+(/[^?#]*)?")) {
                throw new IllegalStateException("MJP_ADDRESS is '" + address
                        + "'; write the public address of this dashboard, such as https://veiligheid.example.org.");
            }
            if (user.isBlank() != password.isBlank()) {
                throw new IllegalStateException("Give both MJP_SMTP_USER and MJP_SMTP_PASSWORD, or neither.");
            }
        }
        address = address.replaceAll("/+$", "");
    }

    private static void requireAddress(String from) {
        try {
            new InternetAddress(from, true).validate();
        } catch (AddressException wrong) {
            throw new IllegalStateException("MJP_SMTP_FROM is '" + from + "'; write one mail address.", wrong);
        }
    }

    boolean isGiven() {
        return !host.isBlank();
    }

    /** The name behind the @ of a Message-ID. */
    String domain() {
        return URI.create(address).getHost();
    }

    /** Does not show the password. */
    @Override
    public String toString() {
        return "MailSettings[%s:%d, %s, %s]".formatted(host, port, security, from);
    }
}
