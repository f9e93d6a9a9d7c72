package nl.mjpmonitor.dashboard.audit;

import java.time.Instant;

/**
 * One act of one person or program.
 *
 * @param at when
 * @param actor name of the account, and nothing else about the person; {@link AuditLog#NOBODY} when there is no such account
 * @param action what was done
 * @param subject what it was done to, in machine words such as {@code woninginbraak GM0935 2023}; may be empty
 */
public record AuditEvent(Instant at, String actor, AuditAction action, String subject) {

    private static final int LONGEST_ACTOR = 100;
    private static final int LONGEST_SUBJECT = 1_000;

    public AuditEvent {
        actor = shortened(actor, LONGEST_ACTOR);
        subject = shortened(subject, LONGEST_SUBJECT);
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
