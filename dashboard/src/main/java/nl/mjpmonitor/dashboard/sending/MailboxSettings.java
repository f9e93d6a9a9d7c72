package nl.mjpmonitor.dashboard.sending;

import nl.mjpmonitor.dashboard.sending.MailSettings.Security;

/**
 * Where notifications of mail that did not arrive come back: the mailbox of the sender. There is no way without TLS.
 *
 * @param host IMAP server; empty for a dashboard that reads none
 * @param port its port
 * @param user name to log in with
 * @param password its password
 * @param security how TLS starts
 * @param certificate PEM file with the certificate of the server or its authority; empty for those that Java trusts
 * @param folder folder that is read
 */
record MailboxSettings(
        String host, int port, String user, String password, Security security, String certificate, String folder) {

    /** @throws IllegalStateException when they cannot work; the message says what to change */
    MailboxSettings {
        if (!host.isBlank() && (user.isBlank() || password.isBlank() || folder.isBlank())) {
            throw new IllegalStateException(
                    "MJP_BOUNCE_HOST is set; give MJP_BOUNCE_USER, MJP_BOUNCE_PASSWORD and MJP_BOUNCE_FOLDER, too.");
        }
    }

    boolean isGiven() {
        return !host.isBlank();
    }

    /** Does not show the password. */
    @Override
    public String toString() {
        return "MailboxSettings[%s:%d, %s, %s]".formatted(host, port, security, folder);
    }
}
