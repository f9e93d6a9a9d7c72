package nl.mjpmonitor.dashboard.sending;

import java.util.Locale;

/** How far a mail is. */
public enum MailState {
    /** Its moment comes, or comes again. */
    WAITING,
    /** Being sent; the mail server does not have all of it. */
    CLAIMED,
    /** The mail server has all of it or is about to have it, and has not answered. It is never sent again by itself (RFC 1047). */
    HANDED_OVER,
    /** The mail server answered for it. */
    SENT,
    /** The mail server refused it for good. */
    REFUSED,
    /** Tried too often. */
    GIVEN_UP;

    /** As the store writes it, such as {@code handed-over}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static MailState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
