package nl.mjpmonitor.dashboard.review;

import java.time.LocalDate;

/**
 * Something that was agreed to do.
 *
 * @param what what
 * @param department the department or organisation that does it, never a person
 * @param due by when
 * @param isDone whether it was done
 */
record MeetingAction(String what, String department, LocalDate due, boolean isDone) {

    MeetingAction done(boolean newIsDone) {
        return new MeetingAction(what, department, due, newIsDone);
    }
}
