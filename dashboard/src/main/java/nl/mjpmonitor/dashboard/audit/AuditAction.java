package nl.mjpmonitor.dashboard.audit;

import java.util.Locale;

/** What is worth remembering. */
public enum AuditAction {
    LOGIN,
    LOGIN_FAILED,
    /** Too many wrong passwords in a row closed a name for a while. */
    LOCKOUT,
    LOGOUT,
    /** Somebody asked for what the role does not open. */
    REFUSED,
    /** Figures of an indicator that is confidential were read. */
    CONFIDENTIAL_READ,
    /** Figures left the dashboard as a file. */
    EXPORT,
    DUIDING_WRITTEN,
    DUIDING_EDITED,
    DUIDING_ESTABLISHED,
    DUIDING_WITHDRAWN,
    REVIEW_WRITTEN,
    /** A Maandbeeld was frozen. */
    REVIEW_ESTABLISHED,
    SIGNAL_SEEN,
    SIGNAL_EXPLAINED,
    SIGNAL_CLOSED,
    EDITION_STARTED,
    EDITION_EDITED,
    EDITION_SUBMITTED,
    EDITION_RETURNED,
    EDITION_APPROVED,
    EDITION_PUBLISHED,
    EDITION_REPRODUCED,
    /** Hashes of files were computed anew. */
    EDITION_CHECKED,
    /** A file of an edition that somebody asked for is gone or no longer what was published. */
    FILE_BROKEN,
    /** The archive left the dashboard as a whole. */
    ARCHIVE_EXPORTED,
    DESTRUCTION_PROPOSED,
    DESTRUCTION_REJECTED,
    /** Files and texts of an edition were destroyed. */
    EDITION_DESTROYED,
    RECIPIENT_ADDED,
    RECIPIENT_REMOVED,
    MAILING_CHANGED,
    /** A mail of which it was not known whether it arrived is sent once more. */
    MAIL_REPEATED,
    /** Somebody asked to replay a rejected event. */
    EVENT_REPLAYED,
    EVENT_DISMISSED,
    /** The stream will judge by another value of a threshold. */
    THRESHOLD_CHANGED,
    /** Somebody looked at accounts, settings or this trail. */
    ADMINISTRATION;

    /** As the store and the log line write it, such as {@code login-failed}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static AuditAction of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
