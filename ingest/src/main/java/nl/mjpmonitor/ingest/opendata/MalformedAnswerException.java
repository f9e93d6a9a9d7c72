package nl.mjpmonitor.ingest.opendata;

import tools.jackson.core.JacksonException;

/** An answer that is cut off or is no answer to what was asked. Asking again may help. */
final class MalformedAnswerException extends Exception {
    MalformedAnswerException(String message) {
        super(message);
    }

    MalformedAnswerException(String message, Throwable cause) {
        super(message, cause);
    }

    static MalformedAnswerException noJson(JacksonException broken) {
        String problem = String.valueOf(broken.getOriginalMessage());
        return new MalformedAnswerException(
                "the answer is cut off or is not JSON: "
                        + problem.lines().findFirst().orElse(""),
                broken);
    }
}
